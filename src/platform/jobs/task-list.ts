import type { JobHelpers, TaskList } from 'graphile-worker';
import type pg from 'pg';

import { isUuid } from '../db/uuid7.ts';
import { withCause } from '../log/cause.ts';
import { startStopwatch } from '../log/stopwatch.ts';
import { readJobIds } from './job-ids.ts';
import { maskedError } from './masked-error.ts';
import { spreadRetry } from './recovery.ts';
import type { RunningJob, Task, Tasks } from './task.ts';
import { within } from './within.ts';

export type FailedJob = {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** The request that asked for it, where one did. */
  readonly requestId?: string;
};

/** A job that was done, and how long that took. */
export type DoneJob = Omit<FailedJob, 'maxAttempts'> & { readonly ms: number };

export type TaskBook = {
  readonly taskList: TaskList;
  /** Names that jobs were added under. For one without a task here each job fails, visibly, instead of waiting for ever unseen. */
  know(names: readonly string[]): void;
  /** Waits for the running tasks. After half the time they are told to stop; from then on none of them fails: it is handed back. */
  drain(withinMs: number): Promise<void>;
};

export type ToldOfJobs = {
  readonly onError: (error: Error, job?: FailedJob) => void;
  readonly onDone?: (job: DoneJob) => void;
};

/** Our tasks as graphile-worker wants them, with what every one of them needs around it. */
export function createTaskList(tasks: Tasks, pgPool: pg.Pool, { onError, onDone }: ToldOfJobs): TaskBook {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const taskList: TaskList = {};

  async function perform(task: Task, name: string, payload: unknown, { job }: JobHelpers): Promise<void> {
    const told = { id: job.id, name, attempts: job.attempts, ...causeOf(payload) };
    const elapsed = startStopwatch();
    const start = () => begin(task, payload, { jobId: job.id, attempts: job.attempts, signal: stopping.signal });
    const work = told.requestId === undefined ? start() : withCause(told.requestId, start);
    remember(work);
    try {
      await work;
      onDone?.({ ...told, ms: elapsed() });
    } catch (error) {
      // Told to stop, it did: no failure. It stays locked until the runner hands it back.
      if (stopping.signal.aborted) await never;
      const masked = maskedError(error);
      onError(masked, { ...told, maxAttempts: job.max_attempts });
      await spreadRetry(pgPool, job.id).catch(onError);
      throw masked;
    }
  }

  function remember(work: Promise<void>): void {
    const settled = work.catch(noop).then(() => void running.delete(settled));
    running.add(settled);
  }

  function enter(name: string, task: Task): void {
    taskList[name] = (payload: unknown, helpers: JobHelpers) => perform(task, name, payload, helpers);
  }

  for (const [name, task] of Object.entries(tasks)) enter(name, task);
  return {
    taskList,
    know: (names) =>
      names.filter((name) => !Object.hasOwn(taskList, name)).forEach((name) => enter(name, unknownTask(name))),
    async drain(withinMs) {
      await within(withinMs / 2, Promise.all(running));
      stopping.abort(new Error('the job runner is stopping'));
      await within(withinMs / 2, Promise.all(running));
    },
  };
}

async function begin(task: Task, payload: unknown, job: RunningJob): Promise<void> {
  await task.run(readJobIds(payload), job);
}

/** The request it was asked for by, where one did. */
function causeOf(payload: unknown): { readonly requestId?: string } {
  if (typeof payload !== 'object' || payload === null || !('requestId' in payload)) return {};
  return typeof payload.requestId === 'string' && isUuid(payload.requestId) ? { requestId: payload.requestId } : {};
}

function unknownTask(name: string): Task {
  return {
    access: 'system',
    run: () => Promise.reject(new Error(`no task is named ${name} in this version`)),
  };
}

const noop = (): void => undefined;
const never = new Promise<never>(() => undefined);
