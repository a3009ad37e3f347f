import { afterAll, beforeAll, expect, test } from 'vitest';

import { currentCause, withCause } from '../log/cause.ts';
import { jobs } from './jobs.ts';
import { startRunner } from './runner.ts';
import type { DoneJob, FailedJob } from './task-list.ts';
import { cloneJobDatabase, tenantA, type ClonedJobDatabase } from './testing/job-database.ts';

let db: ClonedJobDatabase;
beforeAll(async () => {
  db = await cloneJobDatabase();
});
afterAll(() => db.stop());

const add = (name: string) => db.inTenant(tenantA, (tx) => jobs.add(tx, name, { tenantId: tenantA }));

test('a job names the request that asked for it, while it runs, when it is done and when it fails; one that nobody asked for names none', async () => {
  const requestId = crypto.randomUUID();
  await withCause(requestId, async () => {
    await add('works');
    await add('fails');
  });
  await add('works');
  const during: (string | undefined)[] = [];
  const done: DoneJob[] = [];
  const failed: (FailedJob | undefined)[] = [];
  const runner = await startRunner({
    url: db.jobsUrl,
    concurrency: 1,
    tasks: {
      works: { access: 'system', run: async () => void during.push(currentCause()) },
      fails: { access: 'system', run: () => Promise.reject(new Error('no')) },
    },
    log: () => undefined,
    onError: (_error, job) => void failed.push(job),
    onDone: (job) => void done.push(job),
  });
  await expect.poll(() => [done.length, failed.length]).toEqual([2, 1]);
  await runner.stop();
  expect(during).toEqual([requestId, undefined]);
  expect(done.map((job) => job.requestId)).toEqual([requestId, undefined]);
  expect(failed[0]).toMatchObject({ name: 'fails', requestId });
});

test('how many jobs wait, failed or were given up is told of all tenants together, by name alone', async () => {
  await db.admin('truncate graphile_worker._private_jobs');
  await add('works');
  await add('works');
  await add('fails');
  await db.admin(`update graphile_worker._private_jobs j set attempts = max_attempts, last_error = 'no'
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'fails'`);
  const at = new Date(Date.now() + 60_000);
  const pulse = await db.app.outsideTenants((tx) => jobs.pulse(tx, at));
  expect(pulse.map(({ name, waiting, troubled, dead }) => ({ name, waiting, troubled, dead }))).toEqual([
    { name: 'fails', waiting: 0, troubled: 1, dead: 1 },
    { name: 'works', waiting: 2, troubled: 0, dead: 0 },
  ]);
  expect(pulse.map(({ oldest_at }) => oldest_at === null)).toEqual([true, false]);
});
