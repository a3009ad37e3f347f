/**
 * The doors of the application to the job tables, which belong to laksa_jobs and show nothing to anyone else (row-level security without a
 * policy). Each door opens only for the tenant whose transaction this is, but for the one that gives numbers alone. Keys and queues carry the tenant, so that none replaces or delays a
 * job of another.
 */
export const jobFunctions = `
create index if not exists laksa_jobs_locked_idx on graphile_worker._private_jobs (locked_by) where locked_by is not null;
create index if not exists laksa_jobs_in_trouble_idx on graphile_worker._private_jobs ((payload ->> 'tenantId'), id) where last_error is not null;

create or replace function laksa.enqueue(
  name text,
  payload jsonb,
  key text default null,
  queue text default null,
  run_at timestamptz default null,
  max_attempts int default null
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant text := nullif(current_setting('laksa.tenant', true), '');
begin
  if tenant is null or payload ->> 'tenantId' is distinct from tenant then
    raise exception 'a job is added inside the transaction of its own tenant' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => enqueue.name,
    payload => enqueue.payload::json,
    queue_name => tenant || ':' || enqueue.queue,
    run_at => enqueue.run_at,
    max_attempts => coalesce(enqueue.max_attempts, 12),
    job_key => tenant || ':' || enqueue.key
  );
end $$;
revoke all on function laksa.enqueue(text, jsonb, text, text, timestamptz, int) from public;
grant execute on function laksa.enqueue(text, jsonb, text, text, timestamptz, int) to laksa_app;

-- Dropped first: what a function gives back cannot be replaced.
drop function if exists laksa.jobs_in_trouble(uuid);
create function laksa.jobs_in_trouble(tenant uuid) returns table (
  id bigint,
  name text,
  ids jsonb,
  attempts int,
  max_attempts int,
  last_error text,
  run_at timestamptz,
  created_at timestamptz,
  is_dead boolean
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select j.id, t.identifier, j.payload::jsonb - 'tenantId', j.attempts::int, j.max_attempts::int, j.last_error, j.run_at, j.created_at,
    j.attempts >= j.max_attempts and j.locked_at is null
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.last_error is not null
    and j.payload ->> 'tenantId' = tenant::text
    and tenant::text = current_setting('laksa.tenant', true)
  order by j.id
  limit 500
$$;
revoke all on function laksa.jobs_in_trouble(uuid) from public;
grant execute on function laksa.jobs_in_trouble(uuid) to laksa_app;

-- Due since it was made: no clock is needed to say "at once".
create or replace function laksa.retry_job(tenant uuid, job bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update graphile_worker._private_jobs j
  set attempts = 0, run_at = j.created_at
  where j.id = job
    and j.last_error is not null
    and j.locked_at is null
    and j.payload ->> 'tenantId' = tenant::text
    and tenant::text = current_setting('laksa.tenant', true);
  if not found then
    return false;
  end if;
  perform pg_notify('jobs:insert', '{"count":1}');
  return true;
end $$;
revoke all on function laksa.retry_job(uuid, bigint) from public;
grant execute on function laksa.retry_job(uuid, bigint) to laksa_app;

-- Of all tenants together, by name: numbers, and never whose or about what. Waiting is what is due at that moment and not running.
drop function if exists laksa.job_pulse(timestamptz);
create function laksa.job_pulse(at timestamptz) returns table (
  name text,
  waiting int,
  troubled int,
  dead int,
  oldest_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.identifier,
    (count(j.id) filter (where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= job_pulse.at))::int,
    (count(j.id) filter (where j.last_error is not null))::int,
    (count(j.id) filter (where j.locked_at is null and j.attempts >= j.max_attempts))::int,
    min(j.run_at) filter (where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= job_pulse.at)
  from graphile_worker._private_tasks t left join graphile_worker._private_jobs j on j.task_id = t.id
  group by t.identifier
  order by t.identifier
$$;
revoke all on function laksa.job_pulse(timestamptz) from public;
grant execute on function laksa.job_pulse(timestamptz) to laksa_app;
`;
