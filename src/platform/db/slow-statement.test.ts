import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { cloneDatabase } from '../../testing/test-database.ts';
import { openDatabase } from './database.ts';
import type { SlowStatement } from './slow-statement.ts';

test('a statement over half a second is told of by its words, without what was typed; others are not', async () => {
  const { url, drop } = await cloneDatabase();
  const slow: SlowStatement[] = [];
  const database = openDatabase<unknown>({
    url,
    maxConnections: 1,
    applicationName: 'test',
    onError: () => undefined,
    onSlow: (one) => void slow.push(one),
  });
  await database.outsideTenants(async (tx) => {
    await sql`select ${'Budi Santoso'}::text`.execute(tx);
    await sql`select ${'Budi Santoso'}::text, 'Siti',   pg_sleep(0.6)`.execute(tx);
  });
  await database.close();
  await drop();
  expect(slow).toHaveLength(1);
  expect(slow[0]?.statement).toBe("select $1::text, '…', pg_sleep(0.6)");
});
