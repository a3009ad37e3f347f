import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hasDebian15, temporaryPostgres, type TemporaryPostgres } from '../postgres/testing/temporary-postgres.ts';
import type { JobIds } from './job-ids.ts';
import { jobs } from './jobs.ts';
import { startRunner, type Runner } from './runner.ts';
import {
  prepareJobDatabase,
  startJobDatabase,
  tenantA,
  type EmbeddedJobDatabase,
  type JobDatabase,
} from './testing/job-database.ts';

const start = (db: JobDatabase, run: (ids: JobIds) => Promise<void>): Promise<Runner> =>
  startRunner({
    url: db.jobsUrl,
    tasks: { record: { access: 'system', run } },
    concurrency: 2,
    log: () => undefined,
    onError: () => undefined,
    stopWithinMs: 500,
  });

const add = (db: JobDatabase, n: number) =>
  db.inTenant(tenantA, (tx) => jobs.add(tx, 'record', { tenantId: tenantA, n }));

async function until(question: () => boolean | Promise<boolean>, withinSeconds: number): Promise<void> {
  for (const end = performance.now() + withinSeconds * 1000; !(await question()); await pause(50)) {
    if (performance.now() > end) throw new Error(`not within ${withinSeconds} seconds`);
  }
}

describe('two runners', () => {
  let db: EmbeddedJobDatabase;
  beforeAll(async () => {
    db = await startJobDatabase();
  });
  afterAll(() => db.stop());

  test('do not take each other for dead when their sessions are cut and opened again', async () => {
    const begun: number[] = [];
    let mayEnd = false;
    const work = async (ids: JobIds) => {
      begun.push(Number(ids['n']));
      await until(() => mayEnd, 20);
    };
    const runners = [await start(db, work), await start(db, work)];
    for (const n of [1, 2, 3]) await add(db, n);
    await until(() => begun.length === 3, 5);
    for (let cut = 0; cut < 3; cut += 1) {
      const ended = await db.admin(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'laksa job runner'`,
      );
      expect(ended.length).toBeGreaterThan(0);
      await pause(1_500);
    }
    await until(async () => (await db.inTenant(tenantA, jobs.countRunners)) === 2, 5);
    mayEnd = true;
    await until(async () => (await db.admin('select from graphile_worker._private_jobs')).length === 0, 10);
    expect(begun.toSorted()).toEqual([1, 2, 3]);
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(await db.inTenant(tenantA, jobs.countRunners)).toBe(0);
  });
});

// A system program that may be missing.
describe.runIf(hasDebian15)("on Debian's PostgreSQL 15", () => {
  let server: TemporaryPostgres;
  let db: JobDatabase;
  beforeAll(async () => {
    server = await temporaryPostgres('debian 15');
    db = await prepareJobDatabase(server.url);
  });
  afterAll(async () => {
    await db.close();
    await server.remove();
  });

  test('a runner goes on after a restart of the server, with what was added before and after', async () => {
    const done = new Set<number>();
    const runner = await start(db, async (ids) => void done.add(Number(ids['n'])));
    await add(db, 1);
    await until(() => done.has(1), 5);
    await server.stop();
    await server.start();
    await add(db, 2);
    await until(() => done.has(2), 10);
    await runner.stop();
  });
});
