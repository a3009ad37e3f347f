-- The floor: tenants, the fence, the housekeeping of migrations. Runs as laksa_owner; roles and schemas are made before (platform/db/roles.ts).

create table ops.maintenance_use (
  id uuid primary key,
  at timestamptz not null,
  used_by text not null,
  reason text not null
);

-- Puts the fence around one product table: row-level security enabled and forced, the tenant's rows for the application and the
-- overseers, every row for the owner only while maintenance is said aloud (docs/adr/0004).
create procedure ops.fence(table_name text) language plpgsql as $$
begin
  execute format('alter table laksa.%I enable row level security', table_name);
  execute format('alter table laksa.%I force row level security', table_name);
  execute format('create policy tenant_fence on laksa.%I to laksa_app, laksa_oversight
    using (tenant_id = nullif(current_setting(''laksa.tenant'', true), '''')::uuid)
    with check (tenant_id = nullif(current_setting(''laksa.tenant'', true), '''')::uuid)', table_name);
  execute format('create policy maintenance on laksa.%I to laksa_owner
    using (current_setting(''laksa.maintenance'', true) = ''on'')
    with check (current_setting(''laksa.maintenance'', true) = ''on'')', table_name);
end $$;
revoke all on procedure ops.fence(text) from public;

create table laksa.tenant (
  id uuid constraint tenant_pk primary key,
  slug text not null constraint tenant_slug_unique unique,
  name text not null,
  origin text not null constraint tenant_origin_unique unique,
  zone text not null,
  region_code text not null,
  is_demo boolean not null,
  is_rehearsal boolean not null,
  clock_offset_ms bigint not null,
  clock_speed double precision not null constraint tenant_clock_speed_positive check (clock_speed > 0),
  clock_origin timestamptz not null,
  created_at timestamptz not null
);
grant select on laksa.tenant to laksa_app, laksa_oversight, laksa_find;

-- A count against a limit, per key and window (platform/limit). Not product history: swept when its window is over.
create table laksa.limit_count (
  tenant_id uuid not null,
  key bytea not null,
  window_start timestamptz not null,
  count integer not null,
  constraint limit_count_pk primary key (tenant_id, key, window_start)
);
call ops.fence('limit_count');
grant select, insert, update, delete on laksa.limit_count to laksa_app;
create index limit_count_window_idx on laksa.limit_count (tenant_id, window_start);

-- One data key per tenant and rotation, wrapped by the installation's key (platform/keyring).
create table laksa.data_key (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null constraint data_key_purpose check (purpose in ('seal', 'lookup')),
  wrapped bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint data_key_pk primary key (tenant_id, id)
);
call ops.fence('data_key');
grant select, insert, update (retired_at, wrapped) on laksa.data_key to laksa_app;
