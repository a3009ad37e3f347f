import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { askOracle, printDifference } from '../commands/replay/oracle.ts';
import { holidaysOfIndonesia } from '../domain/calendar-id.ts';
import { dueOfClock } from '../domain/clock-due.ts';
import { isOpen, isRunning, type RunningClock } from '../domain/clocks.ts';
import { verifyLedger } from '../features/verify-ledger/verify-ledger.ts';
import { checkJobIds } from '../platform/jobs/job-ids.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../testing/report-life.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { readCalendarVersion } from './calendar-change.ts';
import { changeCalendar, type CalendarChange } from './change-calendar.ts';
import { previewCalendar } from './preview-calendar.ts';
import { recountClocks } from './recount-clocks.ts';
import { lockReport } from './report.ts';
import { policyFor } from './policy-for.ts';

let site: TestInstallation;
let first: Tenant;
let admin: string;

beforeAll(async () => {
  site = await startTestInstallation();
  [first] = site.cities;
  admin = (await readCity(site.laksa, first)).posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
});
afterAll(() => site.close());

type Days = Pick<CalendarChange, 'add' | 'remove'>;

const regional = (day: string) => ({ day, kind: 'regional', name: 'Pilkada', source: 'Keputusan kota' }) as const;
const local = { add: [regional('2026-11-25')], remove: [] } as const satisfies Days;
const undone = { add: [], remove: [{ day: '2026-11-25', kind: 'regional' }] } as const satisfies Days;

const change = (days: Days, more: Partial<CalendarChange> = {}, tenant = first) =>
  site.laksa.database.inTenant(tenant.id, (tx) =>
    changeCalendar(tx, site.laksa, tenant, { by: admin, reason: 'Pilkada', at: tenant.clock.now(), ...days, ...more }),
  );

const changed = async (days: Days): Promise<string> => {
  const made = await change(days);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.changeId;
};

const recount = (changeId: string): Promise<number> =>
  recountClocks({ laksa: site.laksa, tenant: first, changeId }, new AbortController().signal);

const preview = async (days: Days) => {
  const city = await readCity(site.laksa, first);
  return site.laksa.database.inTenant(first.id, (tx) => previewCalendar(tx, first.id, city, days), { readOnly: true });
};

const reportOf = async (number: string) => {
  const stored = await site.laksa.database.inTenant(first.id, (tx) => lockReport(tx, first.id, { number }));
  if (stored === null) throw new Error(`no report ${number}`);
  return stored.report;
};

const dueOf = async (number: string, kind: string): Promise<string | undefined> =>
  (await reportOf(number)).clocks.findLast((clock) => clock.kind === kind)?.dueAt;

const movesOf = async (number: string) => {
  const { id } = await reportOf(number);
  return site.laksa.database.inTenant(first.id, (tx) =>
    tx
      .selectFrom('report_event')
      .select(['payload', 'actor_kind'])
      .where('tenant_id', '=', first.id)
      .where('report_id', '=', id)
      .where('kind', '=', 'clock_moved')
      .orderBy('seq')
      .execute(),
  );
};

const toldOf = (reportId: string) =>
  site.laksa.database.inTenant(first.id, (tx) =>
    tx
      .selectFrom('notice')
      .select('kind')
      .where('tenant_id', '=', first.id)
      .where('report_id', '=', reportId)
      .where('kind', '=', 'clock_moved')
      .execute(),
  );

/** The next date as the row of the report has it. */
const nextOf = (number: string) =>
  site.laksa.database.inTenant(first.id, (tx) =>
    tx
      .selectFrom('report')
      .select(['next_due_at', 'next_clock'])
      .where('tenant_id', '=', first.id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );

const nextIn = (clocks: readonly RunningClock[]) => {
  const next = clocks.filter(isRunning).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  return { next_due_at: new Date(next?.dueAt ?? 0), next_clock: next?.kind };
};

/** What the ledger and, of clocks that are open, the second computation find to be otherwise. */
const saidOtherwise = async (number: string): Promise<readonly string[]> => {
  const { differing } = await site.laksa.database.inTenant(first.id, (tx) => askOracle(tx, first.id), {
    readOnly: true,
  });
  const { findings } = await verifyLedger(site.laksa, first);
  return [
    ...differing.filter((one) => one.number === number && one.written?.['stopped_at'] === null).map(printDifference),
    ...findings.filter((one) => one.number === number).map((one) => JSON.stringify(one)),
  ];
};

const verified = async (): Promise<string> => {
  const { number } = await fileSample(site.laksa, first);
  const category = (await readCity(site.laksa, first)).categories[0];
  const publish = { title: 'Jalan', description: 'Lubang.', photos: [] };
  const command = { move: 'verify', class: 'complaint', categoryId: category?.id ?? '', publish } as const;
  await moved(site.laksa, first, { number, by: 'verifikator', command });
  return number;
};

describe('a calendar that changes', () => {
  it('moves every clock that runs across the day, one event each, and tells the reporter of what was promised', async () => {
    const number = await verified();
    const before = await dueOf(number, 'answer');
    const foreseen = await preview(local);
    const changeId = await changed(local);
    expect(await recount(changeId)).toBeGreaterThan(0);
    // Fourteen working days from Monday the 23rd end on the 11th of December; one of them is a holiday now.
    expect([before, await dueOf(number, 'answer')]).toEqual(['2026-12-11T17:00:00.000Z', '2026-12-14T17:00:00.000Z']);
    const moves = await movesOf(number);
    expect(moves.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          clock: 'answer',
          before: '2026-12-11T17:00:00.000Z',
          dueAt: '2026-12-14T17:00:00.000Z',
          provisional: false,
          changeId,
        }),
      ]),
    );
    expect(moves.every(({ actor_kind }) => actor_kind === 'rule')).toBe(true);
    expect(foreseen.count).toBe(moves.length);
    expect(foreseen.moves).toContainEqual({
      number,
      clock: 'answer',
      before: '2026-12-11T17:00:00.000Z',
      after: '2026-12-14T17:00:00.000Z',
    });
    const { id } = await reportOf(number);
    expect(await toldOf(id)).toHaveLength(1);
    await recount(await changed(undone));
    expect(await dueOf(number, 'answer')).toBe(before);
  });

  it('counted again finds nothing to do, and leaves hours, calendar days and promises alone', async () => {
    const number = await verified();
    const before = await reportOf(number);
    const changeId = await changed(local);
    await recount(changeId);
    const events = await movesOf(number);
    expect(await recount(changeId)).toBe(0);
    expect(await movesOf(number)).toEqual(events);
    const after = await reportOf(number);
    const moving = after.clocks.filter(({ id, dueAt }) => before.clocks.find((was) => was.id === id)?.dueAt !== dueAt);
    expect(moving.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'follow_up']);
    await recount(await changed(undone));
  });

  it('moves a clock that stands still as well, tells nobody of it, and the date is the same when it goes on', async () => {
    const number = await verified();
    const ask = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' } as const;
    await moved(site.laksa, first, { number, by: 'verifikator', command: ask });
    const paused = await dueOf(number, 'answer');
    const foreseen = await preview(local);
    await recount(await changed(local));
    const moves = await movesOf(number);
    expect(moves.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ clock: 'answer', before: paused, dueAt: '2026-12-14T17:00:00.000Z' }),
    );
    expect(foreseen.moves.filter((move) => move.number === number)).toHaveLength(moves.length);
    const { id, clocks } = await reportOf(number);
    expect(clocks.find(({ kind }) => kind === 'answer')?.pausedAt).not.toBeNull();
    expect(await nextOf(number)).toEqual(nextIn(clocks));
    expect(await toldOf(id)).toEqual([]);
    expect(await saidOtherwise(number)).toEqual([]);
    const provide = { move: 'provide_info', message: 'Di depan SD.' } as const;
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command: provide });
    expect([paused, await dueOf(number, 'answer')]).toEqual(['2026-12-11T17:00:00.000Z', '2026-12-14T17:00:00.000Z']);
    await recount(await changed(undone));
    expect(await dueOf(number, 'answer')).toBe(paused);
  });

  it('follows a day that is corrected in one change: it stays off, and no date moves', async () => {
    const number = await verified();
    await recount(await changed(local));
    const before = await reportOf(number);
    const corrected = { add: [{ ...regional('2026-11-25'), name: 'Pilkada ulang' }], remove: undone.remove };
    expect(await preview(corrected)).toMatchObject({ count: 0, marked: 0 });
    expect(await recount(await changed(corrected))).toBe(0);
    expect(await reportOf(number)).toEqual(before);
    expect((await readCity(site.laksa, first)).calendar.holidays.get('2026-11-25')).toBe('regional');
    await recount(await changed(undone));
  });

  it('is refused when it was decided by another version of the calendar, and names the one there is', async () => {
    const seen = await site.laksa.database.inTenant(first.id, (tx) => readCalendarVersion(tx, first.id));
    await recount(await changed(local));
    expect(await change(undone, { seen })).toEqual({
      ok: false,
      refusal: { kind: 'changed_meanwhile', version: seen + 1 },
    });
    expect(await change(undone, { seen: seen + 1 })).toMatchObject({ ok: true });
  });

  it('gives the next date of the report with it', async () => {
    const number = await verified();
    await recount(await changed(local));
    expect(await nextOf(number)).toEqual(nextIn((await reportOf(number)).clocks));
    await recount(await changed(undone));
  });

  it('makes certain what was provisional when the year is decreed', async () => {
    const number = await verified();
    const berkadar = { move: 'reclassify', class: 'berkadar' } as const;
    await moved(site.laksa, first, { number, by: 'koordinator', command: berkadar });
    const answer = async () => (await reportOf(number)).clocks.find(({ kind }) => kind === 'answer');
    expect((await answer())?.provisional).toBe(true);
    const year = holidaysOfIndonesia
      .filter(({ day }) => day.startsWith('2026'))
      .map((row) => ({ ...row, day: row.day.replace('2026', '2027'), source: 'Contoh' }));
    const foreseen = await preview({ add: year, remove: [] });
    await recount(await changed({ add: year, remove: [] }));
    expect((await answer())?.provisional).toBe(false);
    expect(foreseen.count).toBeGreaterThan(0);
  });

  it('leaves every open clock as it would be counted from its start', async () => {
    site.clock.set(mondayMorning);
    const { laksa } = site;
    const numbers = await Promise.all([verified(), verified(), verified()]);
    await recount(await changed({ add: [regional('2026-11-26'), regional('2026-12-01')], remove: [] }));
    const city = await readCity(laksa, first);
    for (const number of numbers) {
      const report = await reportOf(number);
      const policy = await laksa.database.inTenant(first.id, (tx) => policyFor(tx, first.id, city, report));
      for (const clock of report.clocks.filter(isOpen))
        expect(dueOfClock(report, clock, { policy, calendar: city.calendar }).dueAt).toBe(clock.dueAt);
    }
  });

  it('of one city is none of the other', async () => {
    const [, other] = site.cities;
    const before = (await readCity(site.laksa, other)).calendar.holidays;
    const changeId = await changed({ add: [regional('2026-12-02')], remove: [] });
    site.laksa.cities.forget(other.id);
    expect((await readCity(site.laksa, other)).calendar.holidays).toEqual(before);
    const elsewhere = recountClocks({ laksa: site.laksa, tenant: other, changeId }, new AbortController().signal);
    await expect(elsewhere).rejects.toThrow('not of this city');
    expect(() => checkJobIds({ tenantId: first.id, changeId })).not.toThrow();
  });

  it.each([
    ['without a reason', { ...local, reason: '' }, 'reason', 'required'],
    ['that changes nothing', { add: [], remove: [] }, 'add', 'required'],
    ['of a far year', { add: [regional('2032-01-02')], remove: [] }, 'add.2032-01-02', 'not_allowed'],
    ['of the last year there is', { add: [regional('9999-12-31')], remove: [] }, 'add.9999-12-31', 'not_allowed'],
    ['of a year long ago', { add: [regional('2020-12-31')], remove: [] }, 'add.2020-12-31', 'not_allowed'],
    ['of a day that is none', { add: [regional('2026-02-30')], remove: [] }, 'add.2026-02-30', 'not_a_date'],
    [
      'of a day without a name',
      { add: [{ ...regional('2026-11-30'), name: '' }], remove: [] },
      'add.2026-11-30',
      'required',
    ],
    [
      'that takes away what is not there',
      { add: [], remove: [{ day: '2026-11-27', kind: 'regional' }] },
      'remove.2026-11-27',
      'unknown',
    ],
  ] as const)('is refused %s', async (_why, days, field, problem) => {
    const made = await change(days, 'reason' in days ? { reason: days.reason } : {});
    expect(made).toMatchObject({ ok: false, refusal: { kind: 'incomplete' } });
    if (!made.ok && made.refusal.kind === 'incomplete')
      expect(made.refusal.problems).toContainEqual({ field, problem });
  });

  it('is not made twice by a form sent twice', async () => {
    const days = { add: [regional('2026-12-29')], remove: [] };
    await changed(days);
    expect(await change(days)).toMatchObject({
      ok: false,
      refusal: { problems: [{ field: 'add', problem: 'required' }] },
    });
  });
});
