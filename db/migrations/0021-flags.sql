-- Who says of a public report that it should not be shown as it is: a device once, by the keyed hash of its pass, apart for each report. Which network
-- it came from is known by a keyed hash too, and only until an officer has looked.
create table laksa.report_flag (
  tenant_id uuid not null,
  report_id uuid not null,
  device_hash bytea not null,
  network_hash bytea,
  reason text not null constraint report_flag_reason check (reason in ('identity', 'face_or_document', 'slander', 'hatred', 'pornography',
    'not_city_matter', 'other')),
  words text,
  flagged_at timestamptz not null,
  settled_at timestamptz,
  constraint report_flag_pk primary key (tenant_id, report_id, device_hash),
  constraint report_flag_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id)
);
-- What waits for an officer to look.
create index report_flag_open_idx on laksa.report_flag (tenant_id, report_id, flagged_at) where settled_at is null;
call ops.fence('report_flag');
grant select, insert, update (network_hash, settled_at) on laksa.report_flag to laksa_app;
