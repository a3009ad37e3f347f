import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { callBack } from './call-back.ts';
import { jobs } from './jobs.ts';
import { cloneJobDatabase, tenantA, type ClonedJobDatabase } from './testing/job-database.ts';

let db: ClonedJobDatabase;
let client: pg.Client;

beforeAll(async () => {
  db = await cloneJobDatabase();
  client = new pg.Client({ connectionString: db.jobsUrl });
  await client.connect();
});
beforeEach(() => db.admin('truncate graphile_worker._private_jobs'));
afterAll(async () => {
  await client.end();
  await db.stop();
});

const add = (options = {}) => db.inTenant(tenantA, (tx) => jobs.add(tx, 'record', { tenantId: tenantA }, options));

const minutesToWait = async (): Promise<number> => {
  const [row] = await db.admin<{ minutes: number }>(
    `select round(extract(epoch from run_at - clock_timestamp()) / 60)::int as minutes from graphile_worker._private_jobs`,
  );
  if (row === undefined) throw new Error('the job is gone');
  return row.minutes;
};

test('a job that was added while the clock of the database was ahead waits as long as it was to wait, and no longer', async () => {
  await add();
  for (const ahead of ['2 hours', '2 years'])
    for (const wait of [0, 90]) {
      await db.admin(
        `update graphile_worker._private_jobs set created_at = clock_timestamp() + interval '${ahead}',
           run_at = clock_timestamp() + interval '${ahead}' + interval '${wait} minutes'`,
      );
      expect(await callBack(client)).toBe(1);
      expect(await minutesToWait()).toBe(wait);
      expect(await callBack(client)).toBe(0);
    }
});

test('a job that failed while it was years ahead is tried again now', async () => {
  await add();
  await db.admin(`update graphile_worker._private_jobs set run_at = clock_timestamp() + interval '2 years'`);
  expect(await callBack(client)).toBe(1);
  expect(await minutesToWait()).toBe(0);
});

test('a job that is meant for next week is left alone, and so is one that runs', async () => {
  await add({ runAt: new Date(Date.now() + 7 * 24 * 3_600_000) });
  expect(await callBack(client)).toBe(0);
  await db.admin(
    `update graphile_worker._private_jobs set run_at = clock_timestamp() + interval '2 years', locked_at = clock_timestamp(), locked_by = 'a runner'`,
  );
  expect(await callBack(client)).toBe(0);
});
