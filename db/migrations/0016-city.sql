-- What the form needs to ask well, and what says where a point lies.

-- An office of the city, or of one kecamatan or kelurahan whose area it works for.
alter table laksa.agency add column kind text not null default 'opd'
  constraint agency_kind check (kind in ('opd', 'kecamatan', 'kelurahan'));
alter table laksa.agency alter column kind drop default;
alter table laksa.agency add column area_code text;
alter table laksa.agency add constraint agency_area check ((kind = 'opd') = (area_code is null));

-- Examples: {"id": [...], "en": [...]}. Questions: [{"key", "id", "en"}]. Stoppers: [{"id", "en", "phone"?}]. Promise: {"id", "en"}, what the city
-- promises of this kind beyond the days of its policy.
alter table laksa.category add column examples jsonb not null default '{"id": [], "en": []}';
alter table laksa.category add column questions jsonb not null default '[]';
alter table laksa.category add column stoppers jsonb not null default '[]';
alter table laksa.category add column promise_text jsonb;
alter table laksa.category alter column examples drop default;
alter table laksa.category alter column questions drop default;
alter table laksa.category alter column stoppers drop default;

-- Other spellings and names that people use.
alter table laksa.village add column aliases text[] not null default array[]::text[];
alter table laksa.village alter column aliases drop default;

-- Where a village lies: its rings as [[longitude, latitude], ...], counted even-odd, and the box around them in degrees. Approximate: a cell around
-- its point, until true boundaries are imported.
create table laksa.village_area (
  tenant_id uuid not null,
  village_code text not null,
  rings jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  is_approximate boolean not null,
  source text not null,
  imported_at timestamptz not null,
  constraint village_area_pk primary key (tenant_id, village_code),
  constraint village_area_village_fk foreign key (tenant_id, village_code) references laksa.village (tenant_id, code)
);
call ops.fence('village_area');
grant select, insert, update on laksa.village_area to laksa_app;
grant select on laksa.village_area to laksa_oversight;
