import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cloneDatabase, type TestDatabase } from '../src/testing/test-database.ts';
import { describeDatabase } from './schema.ts';

let database: TestDatabase;
let described: { readonly sql: string; readonly types: string };

beforeAll(async () => {
  database = await cloneDatabase();
  described = await describeDatabase(database.url);
});
afterAll(() => database.drop());

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

/** From PostgreSQL 16 on a view over one table prints its columns without the table's name. */
const unqualified = (sql: string): string => sql.replaceAll(/\b[a-z]\.(?=[a-z_]+\b)/g, '');

describe('a migrated database', () => {
  it('is what db/schema.sql says; npm run schema refreshes it', async () => {
    expect(unqualified(described.sql)).toBe(unqualified(await read('../db/schema.sql')));
  });

  it('is what the compiler is told in src/store/schema.ts', async () => {
    expect(described.types).toBe(await read('../src/store/schema.ts'));
  });
});
