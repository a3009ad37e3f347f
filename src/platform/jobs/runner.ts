import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { openJobPool, type JobPool } from './job-pool.ts';
import { openPresence, type Presence } from './presence.ts';
import { callBack } from './call-back.ts';
import { createRecovery, handBack, namesInUse } from './recovery.ts';
import { refuseUnsuited } from './runner-session.ts';
import { createTaskList, type DoneJob, type FailedJob, type TaskBook } from './task-list.ts';
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
  readonly onDone?: (job: DoneJob) => void;
  /** How long `stop` lets running jobs finish before it hands them back; 5 seconds when absent. */
  readonly stopWithinMs?: number;
};

export type Runner = {
  /** Takes no more jobs, lets the running ones finish, hands back those that do not in time. */
  stop(): Promise<void>;
};

/** How often a runner shows itself, frees the jobs of the dead, and notices names that nobody knows. */
const lookMs = 2_000;
/** One look of so many goes through all jobs that wait, which no index serves. */
const looksToCallBack = 15;

/**
 * Starts taking jobs. Rejects when it could not: a task without access, a role that would see no jobs, a pooler, tables not installed. Once up, it
 * outlives restarts of PostgreSQL by itself. A failed job comes back after about e^attempts seconds, until its attempts are used up.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  refuseUndeclared(options.tasks);
  await refuseUnsuited(options.url);
  const pgPool = openPgPool(options);
  const book = createTaskList(options.tasks, pgPool, options);
  const recover = createRecovery();
  let looks = 0;
  const presence = await openPresence({
    url: options.url,
    everyMs: lookMs,
    onError: options.onError,
    look: async (client, heldIds) => {
      const freed = await recover(client, heldIds);
      if (freed > 0) options.log(`jobs: freed ${freed} of a runner that has died`);
      const called = looks % looksToCallBack === 0 ? await callBack(client) : 0;
      if (called > 0) options.log(`jobs: called back ${called} that a clock that was ahead had put off`);
      looks += 1;
      book.know(await namesInUse(client));
    },
  });
  const means = { pgPool, presence, book };
  try {
    return supervise(options, means, await live(options, means));
  } catch (error) {
    await presence.close();
    await pgPool.end();
    throw error;
  }
}

type Means = { readonly pgPool: pg.Pool; readonly presence: Presence; readonly book: TaskBook };

function supervise(options: RunnerOptions, means: Means, first: JobPool): Runner {
  const stopping = new AbortController();
  let pool = first;
  const living = keepAlive();

  async function keepAlive(): Promise<void> {
    for (;;) {
      await pool.ended.catch(options.onError);
      if (stopping.signal.aborted) return;
      // Held no longer, its id is dead to everyone: what it left locked is free with the next looks.
      await means.presence.letGo(pool.id);
      const next = await persist(() => live(options, means), options.onError, stopping.signal);
      if (next === undefined) return;
      pool = next;
      // Asked to stop while it was opened.
      if (stopping.signal.aborted) pool.close();
    }
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

/** Tries with growing pauses until it succeeds; undefined when it is not wanted any more. */
async function persist<T>(
  open: () => Promise<T>,
  onError: (error: Error) => void,
  until: AbortSignal,
): Promise<T | undefined> {
  for (let waitMs = 500; !until.aborted; waitMs = Math.min(waitMs * 2, 10_000)) {
    await pause(waitMs, undefined, { signal: until }).catch(() => undefined);
    if (until.aborted) return undefined;
    try {
      return await open();
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return undefined;
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
  pool.on('error', ({ message }) => {
    if (!pool.ending) onError(new Error(`a connection of the job runner broke: ${message}`));
  });
  // A connection that breaks while it is in use says so to its user too; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
