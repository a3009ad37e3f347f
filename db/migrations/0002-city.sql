-- The city as data: who works where, on what, for which part of town, by which rules.

create table laksa.agency (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint agency_pk primary key (tenant_id, id),
  constraint agency_slug_unique unique (tenant_id, slug)
);
call ops.fence('agency');
grant select, insert, update on laksa.agency to laksa_app;

create table laksa.post (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  agency_id uuid,
  roles text[] not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint post_pk primary key (tenant_id, id),
  constraint post_slug_unique unique (tenant_id, slug),
  constraint post_agency_fk foreign key (tenant_id, agency_id) references laksa.agency (tenant_id, id)
);
create index post_agency_idx on laksa.post (tenant_id, agency_id);
call ops.fence('post');
grant select, insert, update on laksa.post to laksa_app;

-- A person (a sign-in account) holds a post for a time. No foreign key into the sign-in tables.
create table laksa.post_holder (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  user_id text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  constraint post_holder_pk primary key (tenant_id, id),
  constraint post_holder_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id)
);
create index post_holder_post_idx on laksa.post_holder (tenant_id, post_id);
create index post_holder_user_idx on laksa.post_holder (tenant_id, user_id);
call ops.fence('post_holder');
grant select, insert, update on laksa.post_holder to laksa_app;

create table laksa.category (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  group_slug text not null,
  group_name jsonb not null,
  name jsonb not null,
  lapor_name text,
  needs_proof boolean not null,
  is_sensitive boolean not null,
  position integer not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint category_pk primary key (tenant_id, id),
  constraint category_slug_unique unique (tenant_id, slug)
);
call ops.fence('category');
grant select, insert, update on laksa.category to laksa_app;

create table laksa.village (
  tenant_id uuid not null,
  code text not null,
  name text not null,
  district_code text not null,
  district_name text not null,
  postal_code text,
  latitude double precision,
  longitude double precision,
  constraint village_pk primary key (tenant_id, code)
);
call ops.fence('village');
grant select, insert, update on laksa.village to laksa_app;

-- Category x area -> who gets it. An empty area means the whole city; the longest matching code wins.
create table laksa.routing_rule (
  tenant_id uuid not null,
  id uuid not null,
  category_id uuid not null,
  area_code text not null,
  agency_id uuid not null,
  post_id uuid not null,
  assigns_at_once boolean not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint routing_rule_pk primary key (tenant_id, id),
  constraint routing_rule_category_fk foreign key (tenant_id, category_id) references laksa.category (tenant_id, id),
  constraint routing_rule_agency_fk foreign key (tenant_id, agency_id) references laksa.agency (tenant_id, id),
  constraint routing_rule_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id)
);
create index routing_rule_category_idx on laksa.routing_rule (tenant_id, category_id);
create index routing_rule_agency_idx on laksa.routing_rule (tenant_id, agency_id);
create index routing_rule_post_idx on laksa.routing_rule (tenant_id, post_id);
call ops.fence('routing_rule');
grant select, insert, update on laksa.routing_rule to laksa_app;

-- Which day is no working day, and why. Rows, because the joint decree is issued, and amended, every year.
create table laksa.holiday (
  tenant_id uuid not null,
  day date not null,
  kind text not null constraint holiday_kind check (kind in ('national', 'joint_leave', 'regional')),
  name text not null,
  source text not null,
  constraint holiday_pk primary key (tenant_id, day, kind)
);
call ops.fence('holiday');
grant select, insert, update, delete on laksa.holiday to laksa_app;

-- Every length and rule the city promises by, with its source. A version is never changed; a report keeps the one it was filed under.
create table laksa.policy_rule (
  tenant_id uuid not null,
  version integer not null,
  key text not null,
  value jsonb not null,
  source text not null,
  confidence text not null constraint policy_rule_confidence check (confidence in ('confirmed', 'secondary', 'unconfirmed', 'own')),
  created_at timestamptz not null,
  constraint policy_rule_pk primary key (tenant_id, version, key)
);
call ops.fence('policy_rule');
grant select, insert on laksa.policy_rule to laksa_app;
