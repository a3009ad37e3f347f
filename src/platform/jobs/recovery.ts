import type pg from 'pg';

/** The first of the two numbers of a runner's advisory lock; the second is the hash of the id it locks jobs with. */
export const runnerLock = 7_266_972;

const diedInTheMiddle = 'The process that ran this job has died in the middle of it.';

/**
 * A job locked by a runner that was killed would stay locked for four hours. So each runner holds a session lock under its id as long as it
 * lives, and every look at the job tables frees what is locked by an id that nobody holds. An id must be found unheld in two looks in a row:
 * after a restart of PostgreSQL the living need a moment to take their locks again.
 */
export function createRecovery(): (client: pg.ClientBase, ownIds: readonly string[]) => Promise<number> {
  let suspects: readonly string[] = [];
  return async (client, ownIds) => {
    await client.query('begin');
    try {
      const unheld = await findUnheld(client, ownIds);
      const freed = await free(
        client,
        unheld.filter((id) => suspects.includes(id)),
      );
      await client.query('commit');
      suspects = unheld;
      return freed;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  };
}

/** Takes the locks nobody holds, for the length of this transaction, so that no one comes to life meanwhile. */
async function findUnheld(client: pg.ClientBase, ownIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with locking as materialized (
       select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union
       select locked_by from graphile_worker._private_job_queues where locked_by is not null
     ), strangers as materialized (
       select id from locking where id <> all ($2::text[])
     )
     select id from strangers where pg_try_advisory_xact_lock($1, hashtext(id))`,
    [runnerLock, ownIds],
  );
  return rows.map(({ id }) => id);
}

/** So often a job is given its attempt back: a killed machine is not its fault, a job that kills its process each time is. */
const forgivenDeaths = 100;

/**
 * Gives back what the dead held. The first time at once, then each time a second later than the last: a job that kills its process must not keep
 * all others from running, and comes to an end, after some eighty minutes of it, in the list of jobs in trouble.
 */
async function free(client: pg.ClientBase, dead: readonly string[]): Promise<number> {
  if (dead.length === 0) return 0;
  const jobs = await client.query(
    `with left_behind as (
       select id, 1 + case when last_error like $2 || '%' then coalesce(substring(last_error from '([0-9]+) times')::int, 1) else 0 end as deaths
       from graphile_worker._private_jobs where locked_by = any ($1)
     )
     update graphile_worker._private_jobs j
     set locked_at = null, locked_by = null,
       attempts = case when deaths <= $3 then greatest(0, j.attempts - 1) else j.attempts end,
       run_at = greatest(j.run_at, j.locked_at + (deaths - 1) * interval '1 second'),
       last_error = $2 || case when deaths = 1 then '' else format(' (%s times)', deaths) end
     from left_behind where left_behind.id = j.id`,
    [dead, diedInTheMiddle, forgivenDeaths],
  );
  await client.query(
    'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_by = any ($1)',
    [dead],
  );
  await wake(client, jobs.rowCount ?? 0);
  return jobs.rowCount ?? 0;
}

/** Gives back what a stopping runner could not finish, the attempt too. */
export async function handBack(client: pg.ClientBase, poolId: string): Promise<number> {
  const jobs = await client.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = greatest(0, attempts - 1) where locked_by = $1`,
    [poolId],
  );
  await client.query(
    'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_by = $1',
    [poolId],
  );
  await wake(client, jobs.rowCount ?? 0);
  return jobs.rowCount ?? 0;
}

/**
 * The back-off of graphile-worker is e^attempts seconds from the later of the present and `run_at`. Moving `run_at` a little keeps a thousand jobs
 * that failed together from coming back together.
 */
export async function spreadRetry(client: pg.Pool, jobId: string): Promise<void> {
  await client.query(
    `update graphile_worker._private_jobs
     set run_at = locked_at + random() * least(exp(least(attempts, 10)), 600) * interval '0.5 second'
     where id = $1 and locked_at is not null`,
    [jobId],
  );
}

/** The names that jobs were added under. */
export async function namesInUse(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ identifier: string }>('select identifier from graphile_worker._private_tasks');
  return rows.map(({ identifier }) => identifier);
}

async function wake(client: pg.ClientBase, count: number): Promise<void> {
  if (count > 0) await client.query("select pg_notify('jobs:insert', $1)", [JSON.stringify({ count })]);
}
