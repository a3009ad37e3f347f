import { sql } from 'kysely';
import pg from 'pg';

import { systemClock } from '../../clock/clock.ts';
import { openDatabase, type Database } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { roleUrl } from '../../db/role-url.ts';
import type { Tx } from '../../db/tx.ts';
import { cloneDatabase } from '../../../testing/test-database.ts';
import { startEmbeddedPostgres } from '../../postgres/embedded-postgres.ts';
import { temporaryFolder } from '../../postgres/testing/temporary-folder.ts';
import { installJobs } from '../install-jobs.ts';

/** Two tenants: what one adds the other must not see. */
export const tenantA = '01930000-0000-7000-8000-00000000000a';
export const tenantB = '01930000-0000-7000-8000-00000000000b';

export type JobDatabase = {
  readonly adminUrl: string;
  readonly jobsUrl: string;
  readonly appUrl: string;
  readonly app: Database<unknown>;
  /** As the application, inside the fence of a tenant. */
  inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the superuser. */
  admin<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
};

/** A migrated database on a server that is up. */
export async function prepareJobDatabase(adminUrl: string): Promise<JobDatabase> {
  await migrateJobDatabase(adminUrl);
  return openJobDatabase(adminUrl);
}

export type ClonedJobDatabase = JobDatabase & { stop(): Promise<void> };

/** One on the server that all tests share, which is also the oldest that is promised (scripts/test.ts). */
export async function cloneJobDatabase(): Promise<ClonedJobDatabase> {
  const { url, drop } = await cloneDatabase();
  const database = await openJobDatabase(url);
  return {
    ...database,
    async stop() {
      await database.close();
      await drop();
    },
  };
}

async function openJobDatabase(adminUrl: string): Promise<JobDatabase> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  admin.on('error', () => undefined);
  const appUrl = roleUrl(adminUrl, 'laksa_app');
  await admin.query('create table if not exists public.done (name text, job_id bigint, attempts int, pid int)');
  const app = openDatabase<unknown>({
    url: appUrl,
    maxConnections: 10,
    applicationName: 'test',
    onError: () => undefined,
  });
  return {
    adminUrl,
    jobsUrl: roleUrl(appUrl, 'laksa_jobs'),
    appUrl,
    app,
    inTenant: (tenantId, work) => app.inTenant(tenantId, work),
    async admin<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await admin.query<Row>(text, [...values])).rows;
    },
    async close() {
      await app.close();
      await admin.end();
    },
  };
}

export async function migrateJobDatabase(adminUrl: string): Promise<void> {
  await migrate({
    ownerUrl: adminUrl,
    appUrl: roleUrl(adminUrl, 'laksa_app'),
    migrationsDir: 'db/migrations',
    clock: systemClock,
    log: () => undefined,
    installers: [installJobs],
  });
}

export type EmbeddedJobDatabase = JobDatabase & { readonly serverPid: () => number; stop(): Promise<void> };

/** The same on an embedded server of its own, which comes back by itself when it is killed. */
export async function startJobDatabase(): Promise<EmbeddedJobDatabase> {
  const folder = await temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir: folder.path, log: () => undefined });
  const database = await prepareJobDatabase(server.url);
  return {
    ...database,
    serverPid: () => server.pid,
    async stop() {
      await database.close();
      await server.stop();
      await folder.remove();
    },
  };
}

/** What a transaction may not do comes back as its message. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

export const countOf = async (tx: Tx, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}`.execute(tx);
  return rows[0]?.n ?? -1;
};
