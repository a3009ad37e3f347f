import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { migrationsDir } from '../commands/places.ts';
import { fileSample, moved } from '../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';

let site: TestInstallation;
let owner: pg.Client;
beforeAll(async () => {
  site = await startTestInstallation();
  owner = new pg.Client({
    connectionString: site.url,
    options: '-c role=laksa_owner -c laksa.maintenance=on -c search_path=laksa,ops',
  });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await site.close();
});

/** The statement of the migration, as it ran on what was there before. */
const backfill = async (): Promise<string> => {
  const text = await readFile(join(migrationsDir, '0010-post-notices.sql'), 'utf8');
  return text.split(';').find((statement) => statement.trim().startsWith('update laksa.report_clock')) ?? '';
};

it('clocks that ran before anybody was told of them are told of when they are due, in every city', async () => {
  for (const city of site.cities) {
    const { number } = await fileSample(site.laksa, city);
    await moved(site.laksa, city, {
      number,
      by: 'verifikator',
      command: { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' },
    });
  }
  await owner.query('update laksa.report_clock set watch_at = null');
  await owner.query(await backfill());
  const { rows } = await owner.query<{ readonly kind: string; readonly watched: string; readonly cities: string }>(
    `select kind, case when watch_at is null then 'never' when watch_at = due_at then 'when due' else 'otherwise' end as watched,
       count(distinct tenant_id)::text as cities
     from laksa.report_clock group by 1, 2 order by 1`,
  );
  expect(rows).toEqual([
    { kind: 'completeness', watched: 'never', cities: '2' },
    { kind: 'completion', watched: 'never', cities: '2' },
    { kind: 'first_answer', watched: 'never', cities: '2' },
    { kind: 'verify', watched: 'when due', cities: '2' },
  ]);
});
