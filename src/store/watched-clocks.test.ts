import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { migrationsDir } from '../commands/places.ts';
import { createWatchSweep } from '../features/sweep-clocks/watch.ts';
import { fileSample, moved } from '../testing/report-life.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';

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
  const from = text.indexOf('update laksa.report_clock');
  return text.slice(from, text.indexOf(';', from));
};

const day = 86_400_000;

it('of clocks that ran before anybody was told of them, what has time is told of from its start, and nothing that is over', async () => {
  for (const city of site.cities) {
    site.clock.set(mondayMorning);
    const { number } = await fileSample(site.laksa, city);
    const command = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' } as const;
    await moved(site.laksa, city, { number, by: 'verifikator', command });
    await fileSample(site.laksa, city);
    site.clock.advance(4 * day);
    await fileSample(site.laksa, city);
  }
  await owner.query('update laksa.report_clock set watch_at = null');
  await owner.query(await backfill());
  const { rows } = await owner.query<{ readonly kind: string; readonly watched: string; readonly cities: string }>(
    `select c.kind, case when c.watch_at is null then 'never' when c.watch_at = c.started_at then 'from its start' when c.watch_at = last.at then 'from now'
         else 'otherwise' end as watched, count(distinct c.tenant_id)::text as cities
     from laksa.report_clock c join (select tenant_id, max(at) as at from laksa.report_event group by 1) last using (tenant_id)
     where c.started_at < last.at group by 1, 2 order by 1, 2`,
  );
  expect(rows).toEqual([
    { kind: 'completeness', watched: 'from its start', cities: '2' },
    { kind: 'completeness', watched: 'never', cities: '2' },
    { kind: 'completion', watched: 'never', cities: '2' },
    { kind: 'first_answer', watched: 'from now', cities: '2' },
    { kind: 'first_answer', watched: 'never', cities: '2' },
    { kind: 'verify', watched: 'from now', cities: '2' },
  ]);
});

it('the first sweep afterwards tells nothing that was late before, and later what comes next', async () => {
  const [city] = site.cities;
  const sweep = createWatchSweep();
  while (await sweep(site.laksa, city));
  const told = async () =>
    (
      await owner.query<{ readonly kind: string; readonly clock: string }>(
        `select n.kind, c.kind as clock from laksa.post_notice n join laksa.report_clock c on c.tenant_id = n.tenant_id and c.id = n.about_id
         where n.tenant_id = $1 and c.due_at < $2 order by n.at`,
        [city.id, site.clock.now()],
      )
    ).rows;
  expect(await told()).toEqual([]);
  site.clock.advance(4 * day);
  while (await sweep(site.laksa, city));
  expect((await told()).length).toBeGreaterThan(0);
});
