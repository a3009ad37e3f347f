-- For whom a report was filed by somebody else, and when they said to have agreed; who they are lies in the vault.
create table laksa.report_subject (
  tenant_id uuid not null,
  report_id uuid not null,
  person_id uuid,
  consented_at timestamptz not null,
  constraint report_subject_pk primary key (tenant_id, report_id),
  constraint report_subject_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id),
  constraint report_subject_person_fk foreign key (tenant_id, person_id) references laksa.person (tenant_id, id)
);
create index report_subject_person_idx on laksa.report_subject (tenant_id, person_id);
call ops.fence('report_subject');
grant select, insert, update, delete on laksa.report_subject to laksa_app;

-- Who says "this is my matter too" of a public report: a device by the keyed hash of its pass, once; a contact, where one was told, once too.
create table laksa.supporter (
  tenant_id uuid not null,
  report_id uuid not null,
  device_hash bytea not null,
  contact_hash bytea,
  supported_at timestamptz not null,
  constraint supporter_pk primary key (tenant_id, report_id, device_hash),
  constraint supporter_contact_unique unique (tenant_id, report_id, contact_hash),
  constraint supporter_report_fk foreign key (tenant_id, report_id) references laksa.report (tenant_id, id)
);
call ops.fence('supporter');
grant select, insert, delete on laksa.supporter to laksa_app;
