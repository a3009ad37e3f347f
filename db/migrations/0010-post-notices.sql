-- What a post is told of a report: by an event (`about_id` is the event) or by a moment of a clock (`about_id` is the clock). `at` is the moment it is
-- of, `not_before` when it may reach a person: the end of quiet hours, or at once. Each once, whoever looks, and however often.
create table laksa.post_notice (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  report_id uuid not null,
  kind text not null constraint post_notice_kind check (kind in (
    'new_work', 'returned', 'info_provided', 'disputed', 'sent_back', 'reopened', 'due_soon', 'due_today', 'overdue', 'escalated')),
  about_id uuid not null,
  at timestamptz not null,
  not_before timestamptz not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  constraint post_notice_pk primary key (tenant_id, id),
  constraint post_notice_once unique (tenant_id, post_id, kind, about_id, at),
  constraint post_notice_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id),
  constraint post_notice_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint post_notice_not_before_at check (not_before >= at)
);
create index post_notice_post_idx on laksa.post_notice (tenant_id, post_id, at desc, id);
create index post_notice_report_idx on laksa.post_notice (tenant_id, report_id);
call ops.fence('post_notice');
grant select, insert, update (seen_at) on laksa.post_notice to laksa_app;
grant select on laksa.post_notice to laksa_oversight;

-- One for each person who holds the post at that moment.
create table laksa.post_letter (
  tenant_id uuid not null,
  notice_id uuid not null,
  user_id text not null,
  state text not null constraint post_letter_state check (state in ('waiting', 'sent', 'dropped')),
  attempts integer not null,
  last_error text,
  sent_at timestamptz,
  constraint post_letter_pk primary key (tenant_id, notice_id, user_id),
  constraint post_letter_notice_fk foreign key (tenant_id, notice_id) references laksa.post_notice (tenant_id, id)
);
create index post_letter_waiting_idx on laksa.post_letter (tenant_id, user_id, notice_id) where state = 'waiting';
call ops.fence('post_letter');
grant select, insert, update (state, attempts, last_error, sent_at) on laksa.post_letter to laksa_app;

-- How a person wants to be told. No row: at once, in Indonesian.
create table laksa.notice_setting (
  tenant_id uuid not null,
  user_id text not null,
  delivery text not null constraint notice_setting_delivery check (delivery in ('at_once', 'digest', 'none')),
  language text not null constraint notice_setting_language check (language in ('id', 'en')),
  constraint notice_setting_pk primary key (tenant_id, user_id)
);
call ops.fence('notice_setting');
grant select, insert, update on laksa.notice_setting to laksa_app;

-- The duty roster (piket): which post is told at once, also in quiet hours, of what cannot wait.
create table laksa.duty (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint duty_pk primary key (tenant_id, id),
  constraint duty_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id),
  constraint duty_made_by_fk foreign key (tenant_id, made_by) references laksa.post (tenant_id, id),
  constraint duty_has_length check (until_at > from_at)
);
create index duty_made_by_idx on laksa.duty (tenant_id, made_by);
create index duty_post_idx on laksa.duty (tenant_id, post_id);
create index duty_until_idx on laksa.duty (tenant_id, until_at);
call ops.fence('duty');
grant select, insert, update, delete on laksa.duty to laksa_app;
grant select on laksa.duty to laksa_oversight;

-- When somebody in this post last opened a staff page; written at most once an hour.
create table laksa.post_seen (
  tenant_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  constraint post_seen_pk primary key (tenant_id, post_id),
  constraint post_seen_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id)
);
call ops.fence('post_seen');
grant select, insert, update on laksa.post_seen to laksa_app;
grant select on laksa.post_seen to laksa_oversight;

-- Where letters about work go: the address the account was made with. The worker has no access to sign-in. Absent: nobody can be written to.
alter table laksa.post_holder add column address text;

-- The next moment at which somebody has to be told of this clock; null when there is none left. What offers the reporter a time is nobody's promise.
alter table laksa.report_clock add column watch_at timestamptz;
-- A clock that still has time is told of from its start on. One that was late before anybody was to be told is not told of afterwards, months back:
-- only of what comes after the latest event of its city.
update laksa.report_clock c set watch_at = case when c.due_at > latest.at then c.started_at else latest.at end
from (select tenant_id, max(at) as at from laksa.report_event group by tenant_id) latest
where latest.tenant_id = c.tenant_id and c.stopped_at is null and c.kind not in ('completion', 'reply_window');
create index report_clock_watch_idx on laksa.report_clock (tenant_id, watch_at, id)
  where stopped_at is null and paused_at is null and watch_at is not null;
