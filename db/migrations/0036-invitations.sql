-- Who was asked to hold a post and has not answered yet. Name and address lie sealed until the invitation is over; the link in its letter is made
-- from the id by a key outside the database, and nothing of it is kept.
create table laksa.invitation (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  key_id uuid not null,
  sealed bytea,
  lookup bytea not null,
  language text not null constraint invitation_language check (language in ('id', 'en')),
  from_at timestamptz not null,
  until_at timestamptz,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  by_user text,
  by_post uuid,
  accepted_at timestamptz,
  accepted_by text,
  voided_at timestamptz,
  constraint invitation_pk primary key (tenant_id, id),
  constraint invitation_post_fk foreign key (tenant_id, post_id) references laksa.post (tenant_id, id),
  constraint invitation_by_post_fk foreign key (tenant_id, by_post) references laksa.post (tenant_id, id),
  constraint invitation_key_fk foreign key (tenant_id, key_id) references laksa.data_key (tenant_id, id),
  constraint invitation_ends_later check (until_at > from_at),
  constraint invitation_ended_once check (accepted_at is null or voided_at is null),
  constraint invitation_accepted_by_somebody check ((accepted_at is null) = (accepted_by is null))
);
create unique index invitation_open_once on laksa.invitation (tenant_id, lookup, post_id) where accepted_at is null and voided_at is null;
create index invitation_post_idx on laksa.invitation (tenant_id, post_id);
create index invitation_by_post_idx on laksa.invitation (tenant_id, by_post);
create index invitation_key_idx on laksa.invitation (tenant_id, key_id);
create index invitation_sealed_idx on laksa.invitation (tenant_id, expires_at) where sealed is not null;
call ops.fence('invitation');
grant select, insert, update (key_id, sealed, lookup, accepted_at, accepted_by, voided_at) on laksa.invitation to laksa_app;

-- A link by which somebody sets a new password, enrols a new authenticator, or both. `user_id` null: asked for a login that nobody has; kept all the
-- same, so that asking takes the same work whoever is named. `sealed`: where its letter goes, and what it says of whom; until that has gone.
create table laksa.sign_in_link (
  tenant_id uuid not null,
  id uuid not null,
  user_id text,
  key_id uuid not null,
  sealed bytea,
  purpose text not null constraint sign_in_link_purpose check (purpose in ('password', 'second_factor', 'both')),
  language text not null constraint sign_in_link_language check (language in ('id', 'en')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_link_pk primary key (tenant_id, id),
  constraint sign_in_link_key_fk foreign key (tenant_id, key_id) references laksa.data_key (tenant_id, id),
  constraint sign_in_link_ends_later check (expires_at > asked_at)
);
create index sign_in_link_user_idx on laksa.sign_in_link (tenant_id, user_id) where used_at is null;
create index sign_in_link_key_idx on laksa.sign_in_link (tenant_id, key_id);
create index sign_in_link_expires_idx on laksa.sign_in_link (tenant_id, expires_at);
call ops.fence('sign_in_link');
grant select, insert, update (key_id, sealed, used_at), delete on laksa.sign_in_link to laksa_app;

-- A list of people that was looked at and not brought in yet. It holds names and addresses: sealed, and gone when it is brought in or has run out.
create table laksa.import_batch (
  tenant_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  sealed bytea,
  by_user text not null,
  by_post uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- Said yes to, and brought in: by a job, as a whole.
  confirmed_at timestamptz,
  done_at timestamptz,
  invited integer,
  changed integer,
  constraint import_batch_pk primary key (tenant_id, id),
  constraint import_batch_by_post_fk foreign key (tenant_id, by_post) references laksa.post (tenant_id, id),
  constraint import_batch_key_fk foreign key (tenant_id, key_id) references laksa.data_key (tenant_id, id)
);
create index import_batch_by_post_idx on laksa.import_batch (tenant_id, by_post);
create index import_batch_key_idx on laksa.import_batch (tenant_id, key_id);
create index import_batch_expires_idx on laksa.import_batch (tenant_id, expires_at);
call ops.fence('import_batch');
grant select, insert, update (key_id, sealed, confirmed_at, done_at, invited, changed), delete on laksa.import_batch to laksa_app;

-- When somebody last opened a page in this post, to the hour.
alter table laksa.post_holder add column seen_at timestamptz;

-- Who made a key (null: the operator, by a command), and when its holders were told that it runs out.
alter table laksa.api_key add column made_by text, add column warned_at timestamptz;
create index api_key_expires_idx on laksa.api_key (tenant_id, expires_at) where revoked_at is null and warned_at is null;
grant update (warned_at) on laksa.api_key to laksa_app;
