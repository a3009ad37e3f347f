-- The vault: who a person is, sealed per field, found by keyed hash, each read logged with its ground.

create table laksa.person (
  tenant_id uuid not null,
  id uuid not null,
  language text not null,
  created_at timestamptz not null,
  constraint person_pk primary key (tenant_id, id)
);
call ops.fence('person');
grant select, insert, update, delete on laksa.person to laksa_app;

create table laksa.person_field (
  tenant_id uuid not null,
  person_id uuid not null,
  field text not null constraint person_field_field check (field in ('name', 'phone', 'email')),
  key_id uuid not null,
  sealed bytea not null,
  lookup bytea not null,
  constraint person_field_pk primary key (tenant_id, person_id, field),
  constraint person_field_person_fk foreign key (tenant_id, person_id) references laksa.person (tenant_id, id),
  constraint person_field_key_fk foreign key (tenant_id, key_id) references laksa.data_key (tenant_id, id)
);
create index person_field_lookup_idx on laksa.person_field (tenant_id, field, lookup);
create index person_field_key_idx on laksa.person_field (tenant_id, key_id);
call ops.fence('person_field');
grant select, insert, update, delete on laksa.person_field to laksa_app;

create table laksa.vault_read (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  report_id uuid,
  fields text[] not null,
  ground text not null,
  post_id uuid,
  at timestamptz not null,
  constraint vault_read_pk primary key (tenant_id, id)
);
create index vault_read_person_idx on laksa.vault_read (tenant_id, person_id, at);
call ops.fence('vault_read');
grant select, insert on laksa.vault_read to laksa_app;
