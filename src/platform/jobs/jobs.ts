import { sql } from 'kysely';

import type { Tx } from '../db/tx.ts';
import { currentCause } from '../log/cause.ts';
import { checkJobIds, type JobIds } from './job-ids.ts';
import { runnerLock } from './recovery.ts';

export type JobOptions = {
  /** At most one waiting job of a tenant has this key: adding it again replaces ids, time and attempts of the one that waits. */
  readonly key?: string;
  /** Jobs of one queue of a tenant run one after another. A few queues, never one per report: each costs every poll a row lock. */
  readonly queue?: string;
  /** Not before this instant of real time; jobs do not follow a tenant's clock. */
  readonly runAt?: Date;
  /** 12 when absent: with the back-off of the runner that is about sixteen hours. */
  readonly maxAttempts?: number;
};

/** A job that failed at least once and is not done yet. */
export type TroubledJob = {
  readonly id: string;
  readonly name: string;
  readonly ids: Readonly<Record<string, string | number>>;
  readonly attempts: number;
  readonly max_attempts: number;
  /** Contacts in it are masked, see masked-error.ts. */
  readonly last_error: string;
  readonly run_at: Date;
  readonly created_at: Date;
  /** No attempt is left: it waits for a person to press retry. */
  readonly is_dead: boolean;
};

/** The jobs of one name, of all tenants together. */
export type JobPulse = {
  readonly name: string;
  /** Due, and not running. */
  readonly waiting: number;
  /** Failed at least once and not done yet; `dead` of them are tried no more. */
  readonly troubled: number;
  readonly dead: number;
  /** Since when the longest waiting one is due; null: none waits. */
  readonly oldest_at: Date | null;
};

export const jobs = { add, inTrouble, retry, countRunners, pulse } as const;

/** Adds a job in the caller's transaction: it exists if, and only if, that commits. It may run more than once, so what it does can be repeated. */
async function add(tx: Tx, name: string, ids: JobIds, options: JobOptions = {}): Promise<void> {
  const caused = causedBy(ids);
  checkJobIds(caused);
  const { key = null, queue = null, runAt = null, maxAttempts = null } = options;
  await sql`select laksa.enqueue(${name}, ${JSON.stringify(caused)}::jsonb, ${key}, ${queue}, ${runAt}, ${maxAttempts})`.execute(
    tx,
  );
}

/** The request that a job is of goes with it: its lines in the log name it too. */
const causedBy = (ids: JobIds): JobIds => {
  const requestId = currentCause();
  return requestId === undefined ? ids : { ...ids, requestId };
};

/** The tenant's jobs in trouble, oldest first, at most 500. */
async function inTrouble(tx: Tx, tenantId: string): Promise<readonly TroubledJob[]> {
  const { rows } = await sql<TroubledJob>`
    select id::text as id, name, ids, attempts, max_attempts, last_error, run_at, created_at, is_dead
    from laksa.jobs_in_trouble(${tenantId}::uuid)`.execute(tx);
  return rows;
}

/** Makes a job in trouble due at once, with all its attempts before it. False when there is none of that id, or it is running now. */
async function retry(tx: Tx, tenantId: string, jobId: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select laksa.retry_job(${tenantId}::uuid, ${jobId}::bigint) as done`.execute(tx);
  return rows[0]?.done === true;
}

/** How many runners are alive on this database, in whatever process or machine. */
async function countRunners(tx: Tx): Promise<number> {
  const { rows } = await sql<{ alive: number }>`
    select count(*)::int as alive from pg_locks
    where locktype = 'advisory' and classid = ${runnerLock} and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(tx);
  return rows[0]?.alive ?? 0;
}

/** How the jobs of each name are doing at this moment of the machine's time. Says nothing of any tenant: works outside of all. */
async function pulse(tx: Tx, at: Date): Promise<readonly JobPulse[]> {
  const { rows } = await sql<JobPulse>`
    select name, waiting, troubled, dead, oldest_at from laksa.job_pulse(${at})`.execute(tx);
  return rows;
}
