-- Whoever follows somebody else's report by mail. The address lies in the vault, as one person for each verified address of a city, so that
-- what they chose holds for all they follow. `contact_hash`: keyed, apart for each report, as the voices of supporters are counted by.
create table laksa.follow (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  person_id uuid not null,
  contact_hash bytea not null,
  followed_at timestamptz not null,
  ended_at timestamptz,
  constraint follow_pk primary key (tenant_id, id),
  constraint follow_once unique (tenant_id, report_id, contact_hash),
  constraint follow_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint follow_person_fk foreign key (tenant_id, person_id) references laksa.person (tenant_id, id)
);
create index follow_person_idx on laksa.follow (tenant_id, person_id);
create index follow_open_idx on laksa.follow (tenant_id, report_id, id) where ended_at is null;
call ops.fence('follow');
grant select, insert, update (person_id, followed_at, ended_at) on laksa.follow to laksa_app;

-- An address that somebody typed and nobody has proved yet: sealed, written to once, and gone when its link was used or has run out.
create table laksa.follow_request (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  key_id uuid not null,
  sealed bytea not null,
  device_hash bytea not null,
  language text not null constraint follow_request_language check (language in ('id', 'en')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  constraint follow_request_pk primary key (tenant_id, id),
  constraint follow_request_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint follow_request_key_fk foreign key (tenant_id, key_id) references laksa.data_key (tenant_id, id),
  constraint follow_request_expires_later check (expires_at > asked_at)
);
create index follow_request_report_idx on laksa.follow_request (tenant_id, report_id);
create index follow_request_key_idx on laksa.follow_request (tenant_id, key_id);
create index follow_request_expires_idx on laksa.follow_request (tenant_id, expires_at);
call ops.fence('follow_request');
grant select, insert, delete on laksa.follow_request to laksa_app;

-- A voice that was counted by its device is counted once more by no verified address.
grant update (contact_hash) on laksa.supporter to laksa_app;

-- A letter to a follower; null: to the reporter. One letter to each of them for each event.
alter table laksa.notice
  add column follow_id uuid,
  add constraint notice_follow_fk foreign key (tenant_id, follow_id) references laksa.follow (tenant_id, id),
  drop constraint notice_once,
  add constraint notice_once unique nulls not distinct (tenant_id, report_id, seq, channel, follow_id);
create index notice_follow_idx on laksa.notice (tenant_id, follow_id) where follow_id is not null;

-- What a reporter changed of name and contact, by the claim code alone: what stood there before, what stands there now, and the address that was told
-- of it are kept, sealed, until it can no longer be taken back. A new mail address waits until the link sent to it was used.
create table laksa.contact_change (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  field text not null constraint contact_change_field check (field in ('name', 'phone', 'email')),
  state text not null constraint contact_change_state check (state in ('waiting', 'done', 'taken_back', 'expired')),
  key_id uuid not null,
  old_sealed bytea,
  new_sealed bytea,
  told_sealed bytea,
  language text not null constraint contact_change_language check (language in ('id', 'en')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  take_back_until timestamptz not null,
  constraint contact_change_pk primary key (tenant_id, id),
  constraint contact_change_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint contact_change_key_fk foreign key (tenant_id, key_id) references laksa.data_key (tenant_id, id),
  constraint contact_change_done check (state <> 'done' or done_at is not null)
);
create index contact_change_report_idx on laksa.contact_change (tenant_id, report_id, id);
create index contact_change_key_idx on laksa.contact_change (tenant_id, key_id);
create index contact_change_sealed_idx on laksa.contact_change (tenant_id, take_back_until) where new_sealed is not null;
call ops.fence('contact_change');
grant select, insert, update (state, done_at, old_sealed, new_sealed, told_sealed) on laksa.contact_change to laksa_app;
