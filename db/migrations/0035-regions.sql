-- When a region opened to its citizens; null: it is not open yet, its citizens are told so, and its staff prepare. Who is here already is open.
-- `removed_at`: it is being taken away, and nobody finds it any more.
alter table laksa.tenant
  add column live_since timestamptz,
  add column removed_at timestamptz;
update laksa.tenant set live_since = created_at;

-- Opens the region whose fence the application stands in; one that is open stays as it is.
create function laksa.open_tenant(opened_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update laksa.tenant set live_since = opened_at
  where id = nullif(current_setting('laksa.tenant', true), '')::uuid and live_since is null
$$;
revoke all on function laksa.open_tenant(timestamptz) from public;
grant execute on function laksa.open_tenant(timestamptz) to laksa_app;

-- What somebody has confirmed, or taken back, on the way to opening; the newest of an item holds. No post: it was said by a command.
create table laksa.readiness_mark (
  tenant_id uuid not null,
  id uuid not null,
  item text not null constraint readiness_mark_item check (item ~ '^[a-z_]{1,40}$'),
  is_confirmed boolean not null,
  note text not null,
  post_id uuid,
  user_id text,
  marked_at timestamptz not null,
  constraint readiness_mark_pk primary key (tenant_id, id),
  constraint readiness_mark_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id)
);
create index readiness_mark_item_idx on laksa.readiness_mark (tenant_id, item, id desc);
create index readiness_mark_post_idx on laksa.readiness_mark (tenant_id, post_id) where post_id is not null;
call ops.fence('readiness_mark');
grant select, insert on laksa.readiness_mark to laksa_app;

-- A letter of a rehearsal: it is read here and leaves nowhere. A repeat has the same name.
create table laksa.rehearsal_letter (
  tenant_id uuid not null,
  name text not null,
  receiver text not null,
  subject text not null,
  words text not null,
  written_at timestamptz not null,
  constraint rehearsal_letter_pk primary key (tenant_id, name)
);
create index rehearsal_letter_newest_idx on laksa.rehearsal_letter (tenant_id, written_at desc, name);
call ops.fence('rehearsal_letter');
grant select, insert on laksa.rehearsal_letter to laksa_app;
