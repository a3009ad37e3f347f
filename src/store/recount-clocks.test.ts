import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { holidaysOfIndonesia } from '../domain/calendar-id.ts';
import { dueOfClock } from '../domain/clock-due.ts';
import { isRunning } from '../domain/clocks.ts';
import { checkJobIds } from '../platform/jobs/job-ids.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../testing/report-life.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
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
    const told = await site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .selectFrom('notice')
        .select('kind')
        .where('tenant_id', '=', first.id)
        .where('report_id', '=', id)
        .where('kind', '=', 'clock_moved')
        .execute(),
    );
    expect(told).toHaveLength(1);
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

  it('leaves a paused clock until it goes on, and then counts the day as well', async () => {
    const number = await verified();
    const ask = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' } as const;
    await moved(site.laksa, first, { number, by: 'verifikator', command: ask });
    const paused = await dueOf(number, 'answer');
    await recount(await changed(local));
    expect(await dueOf(number, 'answer')).toBe(paused);
    const provide = { move: 'provide_info', message: 'Di depan SD.' } as const;
    await moved(site.laksa, first, { number, by: { kind: 'reporter' }, command: provide });
    expect([paused, await dueOf(number, 'answer')]).toEqual(['2026-12-11T17:00:00.000Z', '2026-12-14T17:00:00.000Z']);
    await recount(await changed(undone));
  });

  it('gives the next date of the report with it', async () => {
    const number = await verified();
    await recount(await changed(local));
    const report = await reportOf(number);
    const next = report.clocks.filter(isRunning).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
    const row = await site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .selectFrom('report')
        .select(['next_due_at', 'next_clock'])
        .where('tenant_id', '=', first.id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    );
    expect(row).toEqual({ next_due_at: new Date(next?.dueAt ?? 0), next_clock: next?.kind });
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

  it('leaves every running clock as it would be counted from its start', async () => {
    site.clock.set(mondayMorning);
    const { laksa } = site;
    const numbers = await Promise.all([verified(), verified(), verified()]);
    await recount(await changed({ add: [regional('2026-11-26'), regional('2026-12-01')], remove: [] }));
    const city = await readCity(laksa, first);
    for (const number of numbers) {
      const report = await reportOf(number);
      const policy = await laksa.database.inTenant(first.id, (tx) => policyFor(tx, first.id, city, report));
      for (const clock of report.clocks.filter(isRunning))
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
