import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { jobs } from './jobs.ts';
import { createRecovery } from './recovery.ts';
import { cloneJobDatabase, tenantA, type ClonedJobDatabase } from './testing/job-database.ts';

let db: ClonedJobDatabase;
let client: pg.Client;

beforeAll(async () => {
  db = await cloneJobDatabase();
  client = new pg.Client({ connectionString: db.jobsUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await db.stop();
});

/** As graphile-worker leaves it when the process is killed: taken, counted, locked. */
const die = async (): Promise<void> => {
  await db.admin(
    `update graphile_worker._private_jobs set attempts = attempts + 1, locked_by = 'dead runner', locked_at = clock_timestamp()`,
  );
  const recover = createRecovery();
  await recover(client, []);
  expect(await recover(client, [])).toBe(1);
};

const job = async () => {
  const [row] = await db.admin<{ attempts: number; waits: number; last_error: string }>(
    `select attempts, extract(epoch from run_at - clock_timestamp())::float8 as waits, last_error from graphile_worker._private_jobs`,
  );
  if (row === undefined) throw new Error('the job is gone');
  return row;
};

test('a job whose process is killed again and again keeps its attempts, and waits a second longer each time', async () => {
  await db.inTenant(tenantA, (tx) => jobs.add(tx, 'record', { tenantId: tenantA }));
  await die();
  expect(await job()).toMatchObject({ attempts: 0, last_error: expect.stringMatching(/died in the middle of it\.$/) });
  expect((await job()).waits).toBeLessThan(0.5);
  for (let death = 2; death <= 20; death += 1) await die();
  expect(await job()).toMatchObject({ attempts: 0, last_error: expect.stringContaining('(20 times)') });
  expect((await job()).waits).toBeGreaterThan(15);
});

test('a job that kills its process every time comes to an end', async () => {
  await db.admin(`update graphile_worker._private_jobs set last_error = replace(last_error, '20 times', '100 times')`);
  await die();
  await die();
  expect((await job()).attempts).toBe(2);
});
