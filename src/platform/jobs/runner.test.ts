import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { JobIds } from './job-ids.ts';
import { jobs, type JobOptions } from './jobs.ts';
import { startRunner, type Runner } from './runner.ts';
import type { FailedJob } from './task-list.ts';
import type { RunningJob, Tasks } from './task.ts';
import { startJobDatabase, tenantA, tenantB, type EmbeddedJobDatabase } from './testing/job-database.ts';

let db: EmbeddedJobDatabase;
const runners: Runner[] = [];
const children: ChildProcess[] = [];
const failures: { readonly message: string; readonly job: FailedJob | undefined }[] = [];

beforeAll(async () => {
  db = await startJobDatabase();
});
afterAll(() => db.stop());
beforeEach(async () => {
  failures.length = 0;
  await db.admin('truncate graphile_worker._private_jobs, graphile_worker._private_job_queues, public.done');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});

const add = (name: string, options?: JobOptions, ids: JobIds = { tenantId: tenantA }) =>
  db.inTenant(ids.tenantId, (tx) => jobs.add(tx, name, ids, options));

async function start(run: (ids: JobIds, job: RunningJob) => Promise<void>, stopWithinMs = 1_000): Promise<Runner> {
  return startWith({ record: { access: 'system', run } }, stopWithinMs);
}

async function startWith(tasks: Tasks, stopWithinMs = 1_000, url = db.jobsUrl): Promise<Runner> {
  const onError = (error: Error, job?: FailedJob) => void failures.push({ message: error.message, job });
  const runner = await startRunner({ url, tasks, concurrency: 3, log: () => undefined, onError, stopWithinMs });
  runners.push(runner);
  return runner;
}

async function startChild(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('testing/runner-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, db.jobsUrl, db.adminUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await heard(child, 'up');
  return child;
}

function heard(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes(word) && resolve());
    child.once('exit', (code) => reject(new Error(`the runner has ended with ${code}`)));
  });
}

/** Waits until the question is answered with yes; gives the seconds it took. */
async function until(question: () => boolean | Promise<boolean>, withinSeconds: number): Promise<number> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  while (!(await question())) {
    if (seconds() > withinSeconds) throw new Error(`not within ${withinSeconds} seconds`);
    await pause(50);
  }
  return seconds();
}

const left = async () =>
  Number((await db.admin<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]?.n);
const isServerUp = () =>
  db.admin('select 1').then(
    () => true,
    () => false,
  );
const inTrouble = (tenantId = tenantA) => db.inTenant(tenantId, (tx) => jobs.inTrouble(tx, tenantId));

describe('a runner', () => {
  test('runs what was added, with its ids, soon', async () => {
    const seen: unknown[] = [];
    await start(async (ids, { attempts }) => void seen.push([ids, attempts]));
    await pause(300);
    expect(await db.inTenant(tenantA, jobs.countRunners)).toBe(1);
    await add('record', {}, { tenantId: tenantB, reportId: tenantA, seq: 4 });
    expect(await until(async () => (await left()) === 0, 5)).toBeLessThan(1.5);
    expect(seen).toEqual([[{ tenantId: tenantB, reportId: tenantA, seq: 4 }, 1]]);
  });

  test('does not start with a task that declares no access', async () => {
    const run = async () => undefined;
    await expect(startWith({ good: { access: 'system', run }, bad: { access: ' ', run } })).rejects.toThrow(
      'do not declare their access: bad',
    );
  });

  test('does not start under a role that would see no jobs', async () => {
    await expect(startWith({}, 1000, db.appUrl)).rejects.toThrow('as laksa_app the job runner would see no jobs');
  });

  test('tries a failed job again, later, and shows it to its tenant without the contacts in the error', async () => {
    let tries = 0;
    await start(async () => {
      tries += 1;
      if (tries === 1) throw new Error('550 warga@example.org (0812-3456-7890) is unknown');
    });
    await add('record');
    await until(async () => (await inTrouble()).length === 1, 5);
    const [job] = await inTrouble();
    expect(job).toMatchObject({
      name: 'record',
      last_error: '550 [address] ([number]) is unknown',
      attempts: 1,
      max_attempts: 12,
      is_dead: false,
    });
    const delay = (job?.run_at.getTime() ?? 0) - (job?.created_at.getTime() ?? 0);
    // e^1 seconds, and up to half as much again.
    expect(delay).toBeGreaterThan(2_600);
    expect(delay).toBeLessThan(5_000);
    expect(failures).toMatchObject([
      { message: '550 [address] ([number]) is unknown', job: { name: 'record', attempts: 1, maxAttempts: 12 } },
    ]);
    await until(async () => (await left()) === 0, 8);
    expect(tries).toBe(2);
  });

  test('leaves a job that used up its attempts in the list, until somebody presses retry', async () => {
    let isMended = false;
    await start(async () => {
      if (!isMended) throw new Error('not yet');
    });
    await add('record', { maxAttempts: 1 });
    await until(async () => (await inTrouble())[0]?.is_dead === true, 5);
    isMended = true;
    await pause(2_500);
    const [job] = await inTrouble();
    expect(job?.is_dead).toBe(true);
    expect(await db.inTenant(tenantA, (tx) => jobs.retry(tx, tenantA, job?.id ?? ''))).toBe(true);
    await until(async () => (await left()) === 0, 3);
  });

  test('shows a job whose name no task has', async () => {
    await add('renamed-since');
    await start(async () => undefined);
    await until(async () => (await inTrouble()).length === 1, 6);
    expect((await inTrouble())[0]).toMatchObject({
      name: 'renamed-since',
      last_error: 'no task is named renamed-since in this version',
    });
  });

  test('runs the jobs of one queue one after another', async () => {
    let atOnce = 0;
    let most = 0;
    await start(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await pause(20);
      atOnce -= 1;
    });
    for (let n = 0; n < 6; n += 1) await add('record', { queue: 'in-order' });
    await until(async () => (await left()) === 0, 5);
    expect(most).toBe(1);
  });

  test('that stops hands back what heeds its signal and what does not, attempts and all', async () => {
    let isTold = false;
    const runner = await start(async (ids, { signal }) => {
      if (ids['deaf'] === 1) return pause(60_000, undefined, { ref: false });
      await pause(60_000, undefined, { signal }).catch(() => (isTold = true));
      signal.throwIfAborted();
    });
    await add('record', {}, { tenantId: tenantA, deaf: 0 });
    await add('record', {}, { tenantId: tenantA, deaf: 1 });
    const locked = async () =>
      (await db.admin('select attempts from graphile_worker._private_jobs where locked_at is not null')).length;
    await until(async () => (await locked()) === 2, 5);
    const began = performance.now();
    await runner.stop();
    expect(performance.now() - began).toBeLessThan(2_500);
    expect(isTold).toBe(true);
    expect(await db.admin('select attempts, locked_by, last_error from graphile_worker._private_jobs')).toEqual([
      { attempts: 0, locked_by: null, last_error: null },
      { attempts: 0, locked_by: null, last_error: null },
    ]);
    expect(failures).toEqual([]);
  });

  test('that stops lets a short job finish', async () => {
    let isDone = false;
    let isBegun = false;
    const runner = await start(async () => {
      isBegun = true;
      await pause(300);
      isDone = true;
    });
    await add('record');
    await until(() => isBegun, 5);
    await runner.stop();
    expect(isDone).toBe(true);
    expect(await left()).toBe(0);
  });
});

describe('after a death', () => {
  test('of a runner in the middle of a job, another takes it within seconds, and what waited in its queue', async () => {
    const child = await startChild();
    await add('record', { queue: 'in-order' });
    await heard(child, 'taken');
    await add('record', { queue: 'in-order' });
    const attempts: number[] = [];
    await start(async (_ids, job) => void attempts.push(job.attempts));
    await pause(2_500);
    expect(attempts).toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const seconds = await until(async () => (await left()) === 0, 15);
    expect(seconds).toBeLessThan(8);
    // The death was not the job's fault: its attempt was given back.
    expect(attempts.toSorted()).toEqual([1, 1]);
  });

  test('of every runner, the next one to start finds the job', async () => {
    const child = await startChild();
    await add('record');
    await heard(child, 'taken');
    child.kill('SIGKILL');
    await once(child, 'exit');
    let isDone = false;
    await start(async () => void (isDone = true));
    expect(await until(() => isDone, 15)).toBeLessThan(6);
  });

  test('of PostgreSQL in the middle of a job, the same runner goes on by itself', async () => {
    const seen: number[] = [];
    await start(async (ids) => {
      seen.push(Number(ids['n']));
      if (ids['n'] === 1) await pause(700);
    });
    await add('record', {}, { tenantId: tenantA, n: 1 });
    await until(() => seen.length === 1, 5);
    const killed = db.serverPid();
    process.kill(killed, 'SIGKILL');
    await until(() => db.serverPid() !== killed, 15);
    await until(isServerUp, 5);
    await add('record', {}, { tenantId: tenantA, n: 2 });
    await until(async () => (await left().catch(() => 1)) === 0, 25);
    expect(new Set(seen)).toEqual(new Set([1, 2]));
    await add('record', {}, { tenantId: tenantA, n: 3 });
    await until(() => seen.includes(3), 5);
  });
});
