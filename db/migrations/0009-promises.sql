-- Why a version of the policy was made, and by whom. The first one comes with the city and has no such row.
create table laksa.policy_version (
  tenant_id uuid not null,
  version integer not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint policy_version_pk primary key (tenant_id, version),
  constraint policy_version_post_fk foreign key (tenant_id, made_by) references laksa.post (tenant_id, id)
);
create index policy_version_post_idx on laksa.policy_version (tenant_id, made_by);
call ops.fence('policy_version');
grant select, insert on laksa.policy_version to laksa_app;
grant select on laksa.policy_version to laksa_oversight;

-- What was changed in the calendar, as lists of days with kind, name and source. The rows of `holiday` are what holds now.
create table laksa.calendar_change (
  tenant_id uuid not null,
  id uuid not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null,
  added jsonb not null,
  removed jsonb not null,
  constraint calendar_change_pk primary key (tenant_id, id),
  constraint calendar_change_post_fk foreign key (tenant_id, made_by) references laksa.post (tenant_id, id)
);
create index calendar_change_post_idx on laksa.calendar_change (tenant_id, made_by);
call ops.fence('calendar_change');
grant select, insert on laksa.calendar_change to laksa_app;
grant select on laksa.calendar_change to laksa_oversight;

-- Promises by people are counted by the day they were due.
create index report_clock_promise_idx on laksa.report_clock (tenant_id, due_at) where kind = 'promise';
