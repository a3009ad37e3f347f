-- Keys that are changed while the service runs.

-- What claim codes, hashes, cookies and links are made with: secrets of their own, wrapped by the key of the installation, so that a change of that key
-- changes none of them (docs/adr/0033). They belong to no city. `used_from`: every process has heard of it by then. `ends_at`: what was handed
-- out under it is no longer taken; null: it is. `lost_at`: the key that wrapped it is lost.
create table ops.root_key (
  kind text not null constraint root_key_kind check (kind in ('lasting', 'claim', 'session')),
  version int not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  used_from timestamptz not null,
  ends_at timestamptz,
  lost_at timestamptz,
  constraint root_key_pk primary key (kind, version)
);
grant select, insert on ops.root_key to laksa_app;

-- `used_from`: null: at once. `lost_at`: the key that wrapped it is lost, and what it sealed cannot be opened any more.
alter table laksa.data_key
  add column used_from timestamptz,
  add column lost_at timestamptz;

-- Which key made the look-up; null: the first. `former_lookup`: under the key before, for links in letters that carry it.
alter table laksa.person_field
  add column lookup_key_id uuid,
  add column former_lookup bytea,
  add constraint person_field_lookup_key_fk foreign key (tenant_id, lookup_key_id) references laksa.data_key (tenant_id, id);
create index person_field_lookup_key_idx on laksa.person_field (tenant_id, lookup_key_id);
create index person_field_former_lookup_idx on laksa.person_field (tenant_id, field, former_lookup) where former_lookup is not null;

create index notice_letter_lookup_idx on laksa.notice_letter (tenant_id, lookup);
grant update (lookup) on laksa.notice_letter to laksa_app;
create index contact_change_disowned_idx on laksa.contact_change (tenant_id, disowned_lookup) where disowned_lookup is not null;
grant update (key_id) on laksa.contact_change to laksa_app;
grant update (key_id, sealed) on laksa.follow_request to laksa_app;

-- An original is sealed anew beside the old file. Which of the two names it has; null: the first. `former_file`: to be removed.
alter table laksa.photo
  add column original_file text constraint photo_original_file check (original_file in ('original', 'original-2')),
  add column former_file text constraint photo_former_file check (former_file in ('original', 'original-2'));
create index photo_former_file_idx on laksa.photo (tenant_id, id) where former_file is not null;
