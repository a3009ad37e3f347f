import type { JobIds } from './job-ids.ts';

export type RunningJob = {
  readonly jobId: string;
  /** 1 the first time. */
  readonly attempts: number;
  /** Aborted when the process is about to stop: a task that heeds it is handed back and runs again elsewhere. */
  readonly signal: AbortSignal;
};

/**
 * What is done for the jobs of one name. It may run more than once for the same job, also after it had succeeded (the process died before that
 * was written down), so it must be repeatable.
 */
export type Task = {
  /** On whose right it acts, in the words of the product ('system' for what no person asked for). */
  readonly access: string;
  run(ids: JobIds, job: RunningJob): Promise<void>;
};

export type Tasks = Readonly<Record<string, Task>>;

/** Like a route, a task says who may; one that does not keeps the whole process from starting. */
export function refuseUndeclared(tasks: Tasks): void {
  const undeclared = Object.entries(tasks)
    .filter(([, { access }]) => typeof access !== 'string' || access.trim() === '')
    .map(([name]) => name);
  if (undeclared.length > 0) throw new Error(`these jobs do not declare their access: ${undeclared.join(', ')}`);
}
