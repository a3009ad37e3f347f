-- Run in the database of Laksa, as postgres: lets PgBouncer look up who may come in, and nothing else. Run again, as after a restore, it gives the new password.
\set ON_ERROR_STOP on
select 'create role pgbouncer' where not exists (select from pg_roles where rolname = 'pgbouncer') \gexec
alter role pgbouncer login password :'password';
create schema if not exists pgbouncer authorization postgres;
create or replace function pgbouncer.secret_of(wanted text) returns table (name text, secret text)
language sql security definer set search_path = pg_catalog as $$
  select rolname::text, rolpassword from pg_authid where rolname = wanted and rolname in ('laksa_app', 'laksa_auth');
$$;
revoke all on function pgbouncer.secret_of(text) from public;
grant usage on schema pgbouncer to pgbouncer;
grant execute on function pgbouncer.secret_of(text) to pgbouncer;
