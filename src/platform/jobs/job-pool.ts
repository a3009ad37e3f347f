import { EventEmitter } from 'node:events';
import { run, type Job, type TaskList, type WorkerPool } from 'graphile-worker';
import type pg from 'pg';

import { loggerTo } from './graphile-logger.ts';

export type JobPoolOptions = {
  readonly pgPool: pg.Pool;
  /** Read again before each fetch: names may be added while it runs. */
  readonly taskList: TaskList;
  readonly concurrency: number;
  /** Awaited before the first job is taken under this id. */
  readonly beforeFirstJob: (poolId: string) => Promise<void>;
  readonly log: (line: string) => void;
};

export type JobPool = {
  readonly id: string;
  /** Settles when the pool has ended, asked to or not; rejects with the reason when not. */
  readonly ended: Promise<void>;
  /** Takes no more jobs; does not wait for those that run. */
  close(): void;
};

/** Notifications may be lost on the way; asking is not. */
const pollMs = 2_000;
/** A pool whose every worker failed to fetch this often in a row (half a minute) does not recover by itself: seen when its list of names could not be read. */
const fetchesInVain = 15;
/** How long a pool that broke waits for its running jobs before it gives them up for a fresh one. */
const breakMs = 20_000;

/** When a queue is free again after a job: mostly at once, and at a slow moment. */
const queueFreeMs = [10, 150];

/** One life of graphile-worker's pool. */
export async function openJobPool(options: JobPoolOptions): Promise<JobPool> {
  const events = new EventEmitter();
  const created = new Promise<{ workerPool: WorkerPool }>((resolve) => void events.once('pool:create', resolve));
  const { concurrency, pgPool, taskList } = options;
  const runner = await run({
    pgPool,
    taskList,
    concurrency,
    events,
    parsedCronItems: [],
    noHandleSignals: true,
    pollInterval: pollMs,
    logger: loggerTo(options.log),
    preset: { worker: batched, plugins: [announcing(options.beforeFirstJob)] },
  });
  const { workerPool } = await created;
  const stop = () => void runner.stop().catch(() => undefined);
  watchFetches(events, fetchesInVain * concurrency, stop);
  const unbind = boundBreaks(events, workerPool);
  hurryQueues(events, workerPool);
  const close = () => {
    unbind();
    stop();
  };
  return { id: workerPool.id, ended: runner.promise, close };
}

/** Batched, although batches of one: unbatched, a completion that fails is an unhandled rejection and ends the process. */
const batched = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

function announcing(beforeFirstJob: JobPoolOptions['beforeFirstJob']): GraphileConfig.Plugin {
  return {
    name: 'AnnounceRunner',
    version: '1.0.0',
    worker: { hooks: { startWorker: (_ctx, { worker }) => beforeFirstJob(worker.workerPool.id) } },
  };
}

function watchFetches(events: EventEmitter, failuresAllowed: number, close: () => void): void {
  let failures = 0;
  const fetched = () => (failures = 0);
  events.on('job:start', fetched).on('worker:getJob:empty', fetched);
  events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures === failuresAllowed) close();
  });
}

/** Gives up the jobs of a pool that broke and does not end; not those of one that was asked to: whoever asked hands them back. */
function boundBreaks(events: EventEmitter, workerPool: WorkerPool): () => void {
  const onBreak = () => {
    const giveUp = setTimeout(() => {
      Promise.resolve(workerPool.forcefulShutdown('The job runner lost its connection.')).catch(() => undefined);
    }, breakMs).unref();
    events.once('pool:release', () => clearTimeout(giveUp));
  };
  events.once('pool:gracefulShutdown', onBreak);
  return () => void events.off('pool:gracefulShutdown', onBreak);
}

/** A worker asks for its next job before the queue of its last one is free again, and would find the next of that queue only by the clock. */
function hurryQueues(events: EventEmitter, workerPool: WorkerPool): void {
  events.on('job:complete', ({ job }: { job: Job }) => {
    if (job.job_queue_id === null) return;
    for (const ms of queueFreeMs) setTimeout(() => workerPool._active && workerPool.nudge(1), ms).unref();
  });
}
