-- History: events that only grow, secrets that may be erased, one feed whose positions have no gaps.

create table laksa.report_event (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null constraint report_event_actor_kind check (actor_kind in ('post', 'reporter', 'clock', 'rule', 'authority')),
  actor_post uuid,
  payload jsonb not null,
  commitments jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  constraint report_event_pk primary key (tenant_id, id),
  constraint report_event_seq_unique unique (tenant_id, report_id, seq),
  constraint report_event_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id)
);
call ops.fence('report_event');
grant select, insert on laksa.report_event to laksa_app;

create table laksa.event_secret (
  tenant_id uuid not null,
  event_id uuid not null,
  field text not null,
  salt bytea not null constraint event_secret_salt_length check (length(salt) = 32),
  value text not null,
  constraint event_secret_pk primary key (tenant_id, event_id, field),
  constraint event_secret_event_fk foreign key (tenant_id, event_id) references laksa.report_event (tenant_id, id)
);
call ops.fence('event_secret');
grant select, insert, delete on laksa.event_secret to laksa_app;

create table laksa.event_pending (
  tenant_id uuid not null,
  event_id uuid not null,
  constraint event_pending_pk primary key (tenant_id, event_id)
);
call ops.fence('event_pending');
grant select, insert, delete on laksa.event_pending to laksa_app;

create table laksa.event_feed (
  tenant_id uuid not null,
  position bigint not null,
  event_id uuid not null,
  published_at timestamptz not null,
  chain bytea not null,
  constraint event_feed_pk primary key (tenant_id, position),
  constraint event_feed_event_unique unique (tenant_id, event_id)
);
call ops.fence('event_feed');
grant select, insert on laksa.event_feed to laksa_app;

-- How far a reader of the feed has come.
create table laksa.feed_cursor (
  tenant_id uuid not null,
  reader text not null,
  position bigint not null,
  constraint feed_cursor_pk primary key (tenant_id, reader)
);
call ops.fence('feed_cursor');
grant select, insert, update on laksa.feed_cursor to laksa_app;

-- What is to be told to the reporter: one row an event and channel, delivered in the order of the report's events.
create table laksa.notice (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  event_id uuid not null,
  seq integer not null,
  kind text not null,
  channel text not null constraint notice_channel check (channel in ('email')),
  state text not null constraint notice_state check (state in ('waiting', 'sent', 'dropped')),
  attempts integer not null,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint notice_pk primary key (tenant_id, id),
  constraint notice_once unique (tenant_id, report_id, seq, channel),
  constraint notice_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint notice_event_fk foreign key (tenant_id, event_id) references laksa.report_event (tenant_id, id)
);
create index notice_event_idx on laksa.notice (tenant_id, event_id);
create index notice_waiting_idx on laksa.notice (tenant_id, report_id, seq) where state = 'waiting';
call ops.fence('notice');
grant select, insert, update on laksa.notice to laksa_app;

create table laksa.api_key (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  key_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_pk primary key (tenant_id, id),
  constraint api_key_hash_unique unique (tenant_id, key_hash),
  constraint api_key_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id)
);
create index api_key_post_idx on laksa.api_key (tenant_id, post_id);
call ops.fence('api_key');
grant select, insert, update (last_used_at, revoked_at) on laksa.api_key to laksa_app;
