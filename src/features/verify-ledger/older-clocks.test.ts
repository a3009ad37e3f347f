import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { migrationsDir } from '../../commands/places.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { markClock } from '../../store/mark-clock.ts';
import { lockReport } from '../../store/report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { verifyLedger } from './verify-ledger.ts';

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

const day = 86_400_000;
const ask = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' } as const;

const asked = async (city: Tenant, hours = 2): Promise<string> => {
  const { number } = await fileSample(site.laksa, city);
  site.clock.advance((hours * day) / 24);
  await moved(site.laksa, city, { number, by: 'verifikator', command: ask });
  return number;
};

const clocksOf = async (city: Tenant, number: string) => {
  const stored = await site.laksa.database.inTenant(city.id, (tx) => lockReport(tx, city.id, { number }));
  if (stored === null) throw new Error('a number that was given out has a report');
  return { reportId: stored.report.id, clocks: stored.report.clocks };
};

const verifyOf = async (city: Tenant, number: string) =>
  (await clocksOf(city, number)).clocks.find(({ kind }) => kind === 'verify');

/** Its reporter gave no answer in time: the report is closed while its clock for verification stands still. */
const expired = async (city: Tenant, number: string): Promise<void> => {
  const { reportId, clocks } = await clocksOf(city, number);
  const offer = clocks.find(({ kind }) => kind === 'completion');
  if (offer === undefined) throw new Error('who is asked is offered a time');
  site.clock.set(offer.dueAt);
  const read = await readCity(site.laksa, city);
  const due = { tenantId: city.id, city: read, reportId, clockId: offer.id, at: site.clock.now() };
  await site.laksa.database.inTenant(city.id, (tx) => markClock(tx, due));
};

/** What the migration does to pauses, as it ran on what was there before. */
const closePauses = async (): Promise<void> => {
  const text = await readFile(join(migrationsDir, '0013-reminders.sql'), 'utf8');
  const from = text.indexOf('update laksa.clock_pause');
  await owner.query(text.slice(from, text.indexOf('insert into laksa.clock_pause')));
};

const problems = async (city: Tenant): Promise<readonly string[]> =>
  (await verifyLedger(site.laksa, city)).findings.map(({ what }) => what);

it('a clock that ended while its reporter was asked, under rules that gave no days back, is neither altered nor paused for ever', async () => {
  for (const city of site.cities) {
    site.clock.set(mondayMorning);
    const number = await asked(city);
    const before = await verifyOf(city, number);
    const running = await asked(city);
    const answered = await asked(city);
    await moved(site.laksa, city, {
      number: answered,
      by: { kind: 'reporter' },
      command: { move: 'provide_info', message: 'Di depan SD.' },
    });
    await expired(city, number);
    const after = await verifyOf(city, number);
    expect(before?.dueAt).toMatch(/^2026-11-26/);
    expect(after).toMatchObject({ outcome: 'cancelled', pausedAt: null });
    const others = [await verifyOf(city, running), await verifyOf(city, answered)];
    await owner.query(`update report_clock set due_at = $1, paused_ms = 0 where id = $2`, [before?.dueAt, after?.id]);
    await owner.query(`update clock_pause set ended_at = null where clock_id = $1`, [after?.id]);
    await closePauses();
    expect(await verifyOf(city, number)).toEqual({ ...after, dueAt: before?.dueAt });
    expect([await verifyOf(city, running), await verifyOf(city, answered)]).toEqual(others);
    expect(await problems(city)).toEqual([]);
  }
});

it('a clock that was late before its reporter was asked stays late, whatever it is called', async () => {
  const [city] = site.cities;
  const whole = await problems(city);
  site.clock.set(mondayMorning);
  const number = await asked(city, 7 * 24);
  await expired(city, number);
  const clock = await verifyOf(city, number);
  expect(clock?.outcome).toBe('late');
  expect(await problems(city)).toEqual(whole);
  await owner.query(`update report_clock set outcome = 'cancelled' where id = $1`, [clock?.id]);
  expect(await problems(city)).toEqual([
    ...whole,
    expect.stringMatching(/^its clock verify of \S+ is called cancelled, and ended at \S+, after it was due$/),
  ]);
});
