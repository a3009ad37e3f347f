import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { openJobPool, type JobPool } from './job-pool.ts';
import { openPresence, type Presence } from './presence.ts';
import { createRecovery, handBack, namesInUse } from './recovery.ts';
import { refuseUnsuited } from './runner-session.ts';
import { createTaskList, type FailedJob, type TaskBook } from './task-list.ts';
import { refuseUndeclared, type Tasks } from './task.ts';
import { within } from './within.ts';

export type RunnerOptions = {
  /** As laksa_jobs, and past any pooler: the runner lives by a session lock. */
  readonly url: string;
  readonly tasks: Tasks;
  /** How many jobs run at once in this process. */
  readonly concurrency: number;
  readonly log: (line: string) => void;
  /** Told of each failed attempt (with the job) and of each trouble of the runner itself. */
  readonly onError: (error: Error, job?: FailedJob) => void;
  /** How long `stop` lets running jobs finish before it hands them back; 5 seconds when absent. */
  readonly stopWithinMs?: number;
};

export type Runner = {
  /** Takes no more jobs, lets the running ones finish, hands back those that do not in time. */
  stop(): Promise<void>;
};

/** How often a runner shows itself, frees the jobs of the dead, and notices names that nobody knows. */
const lookMs = 2_000;

/**
 * Starts taking jobs. Rejects when it could not: a task without access, a role that would see no jobs, a pooler, tables not installed. Once up, it
 * outlives restarts of PostgreSQL by itself. A failed job comes back after about e^attempts seconds, until its attempts are used up.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  refuseUndeclared(options.tasks);
  await refuseUnsuited(options.url);
  const pgPool = openPgPool(options);
  const book = createTaskList(options.tasks, pgPool, options.onError);
  const recover = createRecovery();
  const presence = await openPresence({
    url: options.url,
    everyMs: lookMs,
    onError: options.onError,
    look: async (client, heldIds) => {
      const freed = await recover(client, heldIds);
      if (freed > 0) options.log(`jobs: freed ${freed} of a runner that has died`);
      book.know(await namesInUse(client));
    },
  });
  return supervise(options, { pgPool, presence, book });
}

type Means = { readonly pgPool: pg.Pool; readonly presence: Presence; readonly book: TaskBook };

async function supervise(options: RunnerOptions, means: Means): Promise<Runner> {
  const stopping = new AbortController();
  let pool = await live(options, means);
  const living = keepAlive();

  async function keepAlive(): Promise<void> {
    for (;;) {
      await pool.ended.catch(options.onError);
      if (stopping.signal.aborted) return;
      // Held no longer, its id is dead to everyone: what it left locked is free with the next looks.
      await means.presence.letGo(pool.id);
      const next = await reopen();
      if (next === undefined) return;
      pool = next;
    }
  }

  async function reopen(): Promise<JobPool | undefined> {
    for (let waitMs = 500; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, 10_000)) {
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return undefined;
      try {
        return await live(options, means);
      } catch (error) {
        options.onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
    return undefined;
  }

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    stopping.abort();
    const { stopWithinMs = 5_000, log } = options;
    pool.close();
    await means.book.drain(stopWithinMs);
    await within(500, living);
    const left = await means.presence.ask((client) => handBack(client, pool.id)).catch(() => 0);
    if (left > 0) log(`jobs: handed back ${left}`);
    await means.presence.close();
    // A job that does not end holds no connection of this pool; a server that does not answer might.
    await within(1_000, means.pgPool.end());
  }
  return { stop: () => (stopped ??= stop()) };
}

function live(options: RunnerOptions, { pgPool, presence, book }: Means): Promise<JobPool> {
  const { concurrency, log } = options;
  return openJobPool({ pgPool, taskList: book.taskList, concurrency, log, beforeFirstJob: (id) => presence.hold(id) });
}

function openPgPool({ url, concurrency, onError }: RunnerOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    // One listens; taking and completing are short.
    max: concurrency + 1,
    application_name: 'laksa jobs',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  pool.on('error', (error) => onError(error));
  // A connection that breaks while it is in use says so to its user too; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
