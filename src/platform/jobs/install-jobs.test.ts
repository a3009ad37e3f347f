import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hasDebian15, temporaryPostgres, type TemporaryPostgres } from '../postgres/testing/temporary-postgres.ts';
import { jobs } from './jobs.ts';
import {
  countOf,
  migrateJobDatabase,
  prepareJobDatabase,
  refusalOf,
  tenantA,
  tenantB,
  type JobDatabase,
} from './testing/job-database.ts';

const servers = [
  { name: 'the embedded PostgreSQL', version: 'embedded', isHere: true },
  { name: "Debian's PostgreSQL 15", version: 'debian 15', isHere: hasDebian15 },
] as const;

describe.each(servers)('on $name', ({ version, isHere }) => {
  // Debian's server is a system program and may be missing.
  describe.runIf(isHere)('the doors to the jobs', () => {
    let server: TemporaryPostgres;
    let db: JobDatabase;
    const waiting = () =>
      db.admin<{ name: string; payload: unknown; key: string | null; queue: string | null; max_attempts: number }>(
        `select task_identifier as name, p.payload, j.key, queue_name as queue, j.max_attempts
         from graphile_worker.jobs j join graphile_worker._private_jobs p using (id) order by id`,
      );

    beforeAll(async () => {
      server = await temporaryPostgres(version);
      db = await prepareJobDatabase(server.url);
    });
    afterAll(async () => {
      await db.close();
      await server.remove();
    });

    test('a role that is no superuser can install, if it may create roles and owns its database', async () => {
      await db.admin('create role laksa_test_deployer login createrole');
      await db.admin('create database deployed owner laksa_test_deployer');
      await db.admin('grant laksa_owner, laksa_find, laksa_jobs, laksa_auth to laksa_test_deployer with admin option');
      await db.admin('grant laksa_app, laksa_oversight to laksa_test_deployer with admin option');
      const url = new URL(db.adminUrl);
      url.username = 'laksa_test_deployer';
      url.pathname = '/deployed';
      await migrateJobDatabase(url.toString());
      await migrateJobDatabase(url.toString());
      const deployed = await prepareJobDatabase(url.toString());
      await deployed.inTenant(tenantA, (tx) => jobs.add(tx, 'notify', { tenantId: tenantA }));
      await deployed.close();
    });

    test('a second installation, and one beside another, changes nothing', async () => {
      await Promise.all([migrateJobDatabase(db.adminUrl), migrateJobDatabase(db.adminUrl)]);
      const owners = await db.admin<{ owner: string }>(
        `select distinct pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'graphile_worker'`,
      );
      expect(owners).toEqual([{ owner: 'laksa_jobs' }]);
      const rights = await db.admin(
        `select has_database_privilege('laksa_jobs', current_database(), 'create') as on_database, has_schema_privilege('laksa_jobs', 'laksa', 'create') as on_schema`,
      );
      expect(rights).toEqual([{ on_database: false, on_schema: false }]);
    });

    test('only the application may go through them', async () => {
      const rights = await db.admin(
        `select p.proname, r.rolname from pg_proc p, pg_roles r
         where p.pronamespace = 'laksa'::regnamespace and p.proname in ('enqueue', 'jobs_in_trouble', 'retry_job')
           and r.rolname in ('laksa_app', 'laksa_oversight', 'laksa_auth', 'laksa_find', 'laksa_owner')
           and has_function_privilege(r.oid, p.oid, 'execute') order by 1`,
      );
      expect(rights).toEqual(
        ['enqueue', 'jobs_in_trouble', 'retry_job'].map((proname) => ({ proname, rolname: 'laksa_app' })),
      );
    });

    test('a job is there if its transaction commits, and only then', async () => {
      const lost = refusalOf(
        db.inTenant(tenantA, async (tx) => {
          await jobs.add(tx, 'notify', { tenantId: tenantA, reportId: tenantB });
          throw new Error('changed my mind');
        }),
      );
      expect(await lost).toBe('changed my mind');
      expect(await waiting()).toEqual([]);
      await db.inTenant(tenantA, (tx) =>
        jobs.add(tx, 'notify', { tenantId: tenantA, seq: 7 }, { key: 'k', queue: 'q' }),
      );
      expect(await waiting()).toEqual([
        {
          name: 'notify',
          payload: { tenantId: tenantA, seq: 7 },
          key: `${tenantA}:k`,
          queue: `${tenantA}:q`,
          max_attempts: 12,
        },
      ]);
    });

    test('the same key replaces the waiting job of the same tenant, and never that of another', async () => {
      await db.inTenant(tenantA, (tx) =>
        jobs.add(tx, 'notify', { tenantId: tenantA, seq: 8 }, { key: 'k', maxAttempts: 3 }),
      );
      await db.inTenant(tenantB, (tx) => jobs.add(tx, 'notify', { tenantId: tenantB, seq: 1 }, { key: 'k' }));
      expect(await waiting()).toMatchObject([
        { payload: { seq: 8 }, key: `${tenantA}:k`, max_attempts: 3 },
        { payload: { seq: 1 }, key: `${tenantB}:k`, max_attempts: 12 },
      ]);
    });

    test('a job of another tenant, or of none, cannot be added', async () => {
      const ids = { tenantId: tenantB };
      expect(await refusalOf(db.inTenant(tenantA, (tx) => jobs.add(tx, 'notify', ids)))).toContain('its own tenant');
      const outside = db.app.outsideTenants((tx) => jobs.add(tx, 'notify', ids));
      expect(await refusalOf(outside)).toContain('its own tenant');
    });

    test('the application sees nothing of the tables themselves', async () => {
      for (const table of ['jobs', '_private_jobs', '_private_job_queues', '_private_tasks']) {
        expect(await refusalOf(db.inTenant(tenantA, (tx) => countOf(tx, `graphile_worker.${table}`)))).toMatch(
          /permission denied/,
        );
      }
    });

    test('a job in trouble is seen and retried by its own tenant alone', async () => {
      await db.admin(
        `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'mail server answered 450'`,
      );
      const mine = await db.inTenant(tenantA, (tx) => jobs.inTrouble(tx, tenantA));
      expect(mine).toMatchObject([
        {
          name: 'notify',
          ids: { seq: 8 },
          attempts: 3,
          max_attempts: 3,
          is_dead: true,
          last_error: 'mail server answered 450',
        },
      ]);
      expect(mine[0]?.created_at).toBeInstanceOf(Date);
      const id = mine[0]?.id ?? '';
      expect(await db.inTenant(tenantB, (tx) => jobs.inTrouble(tx, tenantA))).toEqual([]);
      expect(await db.inTenant(tenantB, (tx) => jobs.retry(tx, tenantA, id))).toBe(false);
      expect(await db.inTenant(tenantB, (tx) => jobs.retry(tx, tenantB, id))).toBe(false);
      expect(await db.inTenant(tenantA, (tx) => jobs.retry(tx, tenantA, id))).toBe(true);
      const after = await db.admin(
        `select attempts, run_at <= created_at as is_due from graphile_worker._private_jobs where id = $1`,
        [id],
      );
      expect(after).toEqual([{ attempts: 0, is_due: true }]);
    });

    test('the search path of a caller leads nobody astray', async () => {
      const astray = db.inTenant(tenantA, async (tx) => {
        await sql`set local search_path = pg_temp, public, laksa`.execute(tx);
        await jobs.add(tx, 'notify', { tenantId: tenantA, seq: 9 });
      });
      expect(await refusalOf(astray)).toBe('allowed');
    });
  });
});
