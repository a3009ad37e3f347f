import type pg from 'pg';

/**
 * No job of ours is meant for later than this: the longest wait of a limit is a week, and a failed job waits some hours. What is due later still was
 * put there by a clock that was ahead.
 */
const longestWait = '8 days';

/**
 * Calls back what a clock of the database that was ahead has put off: until it was there again nothing of it would be done. What was added then waits
 * as long as it was to wait. Gives how many. By the clock that graphile-worker goes by.
 */
export const callBack = async (client: pg.ClientBase): Promise<number> => {
  const { rowCount } = await client.query(
    `with present as materialized (select query_start as at from pg_stat_activity where pid = pg_backend_pid())
     update graphile_worker._private_jobs j
     set run_at = case when j.created_at > at then at + greatest(j.run_at - j.created_at, interval '0') else at end,
       created_at = least(j.created_at, at)
     from present
     where j.locked_at is null and (j.run_at > at + $1::interval or j.created_at > at + interval '1 minute')`,
    [longestWait],
  );
  return rowCount ?? 0;
};
