import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { roleUrl } from '../src/platform/db/role-url.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { temporaryPostgres } from '../src/platform/postgres/testing/temporary-postgres.ts';
import { startPooler } from '../e2e/pooler.ts';

export const postgresVersions = ['18', '15'] as const;

/** What a service stands on while it is measured. */
export type Ground = {
  readonly processes: number;
  /** 18: the embedded one. 15: Debian's, with the settings of `deploy/postgresql`. */
  readonly postgres: (typeof postgresVersions)[number];
  /** PgBouncer in transaction mode, as `deploy/pgbouncer` has it. */
  readonly hasPooler: boolean;
};

/** One web process, and the database that it starts itself. */
export const usualGround: Ground = { processes: 1, postgres: '18', hasPooler: false };

export type LaidGround = {
  /** Settings of the service that stands on it. */
  readonly env: Readonly<Record<string, string>>;
  /** May do everything; null: the service starts its database itself. */
  readonly ownerUrl: string | null;
  readonly poolerPid: number | null;
  readonly remove: () => Promise<void>;
};

export const layGround = async ({ processes, postgres, hasPooler }: Ground): Promise<LaidGround> => {
  const web = { LAKSA_WEB_PROCESSES: String(processes) };
  if (postgres === '18' && !hasPooler)
    return { env: web, ownerUrl: null, poolerPid: null, remove: async () => undefined };
  const server = await serverOf[postgres]();
  const direct = roleUrl(server.url, 'laksa_app');
  const own = { ...web, DATABASE_OWNER_URL: server.url, DATABASE_DIRECT_URL: direct };
  if (!hasPooler)
    return { env: { ...own, DATABASE_URL: direct }, ownerUrl: server.url, poolerPid: null, remove: server.remove };
  const pooler = await startPooler(server.url).catch(async (error: unknown) => {
    await server.remove();
    throw error;
  });
  const pooled = new URL(direct);
  pooled.port = String(pooler.port);
  return {
    env: { ...own, DATABASE_URL: pooled.href },
    ownerUrl: server.url,
    poolerPid: pooler.pid,
    remove: async () => {
      await pooler.close();
      await server.remove();
    },
  };
};

/** `url`: as superuser, in the database of Laksa, with a password that those of the roles follow from. */
type Server = { readonly url: string; readonly remove: () => Promise<void> };

const embedded = async (): Promise<Server> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'laksa bench database '));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  return {
    url: server.url,
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const debian15 = async (): Promise<Server> => {
  const server = await temporaryPostgres('debian 15', await deployedSettings());
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database laksa').finally(() => client.end());
  const url = new URL(server.url);
  url.pathname = '/laksa';
  url.password = 'bench';
  return { url: url.href, remove: server.remove };
};

const serverOf = { '18': embedded, '15': debian15 } satisfies Record<Ground['postgres'], () => Promise<Server>>;

const deployedSettings = async (): Promise<readonly string[]> => {
  const file = await readFile(join(import.meta.dirname, '..', 'deploy', 'postgresql', 'laksa.conf'), 'utf8');
  return [...file.matchAll(/^(\w+) = (\S+)$/gm)].map(([, name, value]) => `${name}=${value}`);
};
