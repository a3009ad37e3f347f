import pg from 'pg';
import type { TestProject } from 'vitest/node';

import { migrateDatabase } from '../commands/migrate.ts';
import { hasDebian15, temporaryPostgres } from '../platform/postgres/testing/temporary-postgres.ts';
import { openTestInstallation } from './open-test-installation.ts';
import { settableClock } from './settable-clock.ts';
import { citiesTemplate, migratedTemplate } from './templates.ts';
import { makeTwoCities } from './two-cities.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection to the test server. */
    readonly testServer: string;
  }
}

/** Long before anything that a test does. */
const citiesMadeAt = '2026-01-05T01:00:00.000Z';

/** One server for all test files: PostgreSQL 18 from npm, or Debian's 15 when `LAKSA_TEST_POSTGRES=15`; two migrated templates to clone. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const wants15 = process.env['LAKSA_TEST_POSTGRES'] === '15';
  if (wants15 && !hasDebian15)
    throw new Error("LAKSA_TEST_POSTGRES=15 needs Debian's postgresql-15 (scripts/system-packages.sh)");
  const server = await temporaryPostgres(wants15 ? 'debian 15' : 'embedded');
  try {
    await makeMigrated(server.url);
    await makeCities(server.url);
  } catch (error) {
    await server.remove();
    throw error;
  }
  project.provide('testServer', server.url);
  return server.remove;
};

const makeMigrated = async (serverUrl: string): Promise<void> => {
  await createDatabase(serverUrl, migratedTemplate, 'template0');
  const url = urlOf(serverUrl, migratedTemplate);
  await migrateDatabase(url, url, () => undefined);
};

const makeCities = async (serverUrl: string): Promise<void> => {
  await createDatabase(serverUrl, citiesTemplate, migratedTemplate);
  const url = urlOf(serverUrl, citiesTemplate);
  const { laksa, close } = await openTestInstallation(url, settableClock(citiesMadeAt));
  await makeTwoCities(url, laksa).finally(close);
  await forgetRoots(url);
};

/** Each clone is opened with a key of its own. */
const forgetRoots = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('truncate ops.root_key').finally(() => client.end());
};

const createDatabase = async (serverUrl: string, name: string, template: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name} template ${template}`).finally(() => client.end());
};

/** A password to derive those of the roles from; the server itself asks for none. */
const urlOf = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  url.password = 'test';
  return url.toString();
};
