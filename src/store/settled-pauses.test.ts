import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { migrationsDir } from '../commands/places.ts';
import type { MoveCommand } from '../domain/move.ts';
import type { Report } from '../domain/report.ts';
import { lockReport } from './report.ts';
import { fileSample, moveSample, pickMove, possibleMoves, readCity } from '../testing/report-life.ts';
import { newSeed, seededRandom } from '../testing/seeded-random.ts';
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

const hour = 3_600_000;

/** Lives in both cities, each report moved by whoever may; now and then days pass. */
const live = async (random: () => number): Promise<void> => {
  const { laksa, cities, clock } = site;
  const kinds = ['complaint', 'information_request'] as const;
  for (const city of cities) {
    const plan = await readCity(laksa, city);
    const numbers: string[] = [];
    for (const n of Array.from({ length: 12 }).keys())
      numbers.push((await fileSample(laksa, city, { kind: kinds[n % 2] ?? 'complaint', identity: {} })).number);
    for (let step = 0; step < 360; step += 1) {
      clock.advance(Math.floor(random() * (step % 20 === 0 ? 96 : 4)) * hour);
      const number = numbers[Math.floor(random() * numbers.length)] ?? '';
      const stored = await laksa.database.inTenant(city.id, (tx) => lockReport(tx, city.id, { number }));
      if (stored === null) throw new Error('a number that was given out has a report');
      const options = possibleMoves(stored.report, plan, clock.now().toISOString());
      const chosen = pickMove(
        options.filter(({ command }) => command.move !== 'withdraw' && !isNoRequestAnyMore(stored.report, command)),
        Math.floor(random() * 2 ** 31),
      );
      if (chosen !== undefined) await moveSample(laksa, city, { number, by: chosen.actor, command: chosen.command });
    }
  }
};

/** What becomes of the clock of a request that is found to be none is another rule since; the statement met only what the older one had made. */
const isNoRequestAnyMore = ({ clocks }: Report, command: MoveCommand): boolean =>
  'class' in command && command.class !== 'information_request' && clocks.some(({ kind }) => kind === 'kip');

const settledRows = async () =>
  (
    await owner.query<Readonly<Record<string, unknown>>>(
      `select tenant_id, clock_id, actor_post, started_at, ended_at from clock_pause where reason = 'settled' order by clock_id, started_at`,
    )
  ).rows;

/** The statement of the migration that writes them, as it ran on what was there before. */
const backfill = async (): Promise<string> => {
  const text = await readFile(join(migrationsDir, '0013-reminders.sql'), 'utf8');
  return text.slice(text.indexOf('insert into laksa.clock_pause'));
};

it('the time a matter seemed settled is found again in the history of every report that was reopened', async () => {
  const seed = newSeed();
  console.log(`settled pauses: seed ${seed}`);
  await live(seededRandom(seed));
  const written = await settledRows();
  expect(written.length).toBeGreaterThan(0);
  const statement = await backfill();
  await owner.query(statement);
  expect(await settledRows()).toEqual(written);
  await owner.query(`delete from clock_pause where reason = 'settled'`);
  await owner.query(statement);
  expect(await settledRows()).toEqual(written);
  const { rows } = await owner.query(`select from clock_pause where id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7'`);
  expect(rows).toEqual([]);
}, 120_000);
