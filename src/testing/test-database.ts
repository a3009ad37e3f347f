import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

import { migratedTemplate } from './templates.ts';

export type TestDatabase = {
  /** A superuser's connection; the roles' are derived from it (platform/db/role-url.ts). */
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** A migrated database of one's own, cloned in some fifty milliseconds. */
export const cloneDatabase = async (template: string = migratedTemplate): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} template ${template}`);
  const url = new URL(inject('testServer'));
  url.pathname = `/${name}`;
  url.password = 'test';
  return { url: url.toString(), drop: () => asSuperuser(`drop database if exists ${name} with (force)`) };
};

/** An empty database, for what migrates by itself. */
export const emptyDatabase = (): Promise<TestDatabase> => cloneDatabase('template0');

const asSuperuser = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('testServer') });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};
