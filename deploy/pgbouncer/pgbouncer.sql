-- Run once in the database of Laksa, as postgres: lets PgBouncer look up who may come in, and nothing else.
create role pgbouncer login password :'password';
create schema pgbouncer authorization postgres;
create function pgbouncer.secret_of(wanted text) returns table (name text, secret text)
language sql security definer set search_path = pg_catalog as $$
  select rolname::text, rolpassword from pg_authid where rolname = wanted and rolname in ('laksa_app', 'laksa_auth');
$$;
revoke all on function pgbouncer.secret_of(text) from public;
grant usage on schema pgbouncer to pgbouncer;
grant execute on function pgbouncer.secret_of(text) to pgbouncer;
