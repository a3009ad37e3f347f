import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filed } from '../../store/file-report.ts';
import { fileSample, moved } from '../../testing/report-life.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { createClockSweep } from './sweep.ts';

let site: TestInstallation;
let sweepClocks: ReturnType<typeof createClockSweep>;
beforeAll(async () => {
  site = await startTestInstallation();
});
beforeEach(() => {
  sweepClocks = createClockSweep();
});
afterAll(() => site.close());

const rowOf = (number: string) =>
  site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    tx
      .selectFrom('report')
      .select(['state', 'state_since', 'closed_reason'])
      .where('tenant_id', '=', site.cities[0].id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );

/** Filed, and the reporter is asked: without an answer it is closed after thirty days. */
const asked = async (): Promise<string> => {
  const { number } = await fileSample(site.laksa, site.cities[0]);
  await moved(site.laksa, site.cities[0], {
    number,
    by: 'verifikator',
    command: { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana tepatnya?' },
  });
  return number;
};

describe('the sweep of a city', () => {
  it('closes what got no reply, dated by the deadline however late it comes, and nothing of the other city', async () => {
    const number = await asked();
    const other = await fileSample(site.laksa, site.cities[1]);
    site.clock.set('2027-03-01T02:00:00.000Z');
    expect(await sweepClocks(site.laksa, site.cities[0])).toBe(false);
    expect(await rowOf(number)).toEqual({
      state: 'closed',
      closed_reason: 'not_completed',
      state_since: new Date('2026-12-23T17:00:00.000Z'),
    });
    const untouched = await site.laksa.database.inTenant(site.cities[1].id, (tx) =>
      tx
        .selectFrom('report')
        .select('version')
        .where('tenant_id', '=', site.cities[1].id)
        .where('number', '=', other.number)
        .executeTakeFirstOrThrow(),
    );
    expect(untouched.version).toBe(1);
  });

  it('goes on past reports that were changed from outside, however many, and tells of each once by its number', async () => {
    const [first] = site.cities;
    const { laksa } = site;
    const broken: Filed[] = [];
    while (broken.length < 120) broken.push(await fileSample(laksa, first, { identity: {} }));
    site.clock.advance(60_000);
    const { number: whole } = await fileSample(laksa, first);
    await setVersion(
      broken.map(({ number }) => number),
      9,
    );
    site.clock.advance(25 * 3_600_000);
    const told = [...(await failuresOf(first)), ...(await failuresOf(first))];
    expect(told.toSorted()).toEqual(
      broken.map(({ number }) => `report ${number}: its clock first_answer cannot be marked`).toSorted(),
    );
    expect(await passedClocks(whole)).toEqual(['first_answer']);
    // A later pass tries them again and has nothing new to say.
    site.clock.advance(60_000);
    expect([await sweepClocks(laksa, first), await sweepClocks(laksa, first)]).toEqual([true, false]);
    const mended = broken[60]?.number ?? '';
    await setVersion([mended], 1);
    site.clock.advance(60_000);
    expect([await sweepClocks(laksa, first), await sweepClocks(laksa, first)]).toEqual([true, false]);
    expect(await passedClocks(mended)).toEqual(['first_answer']);
    await setVersion([mended], 9);
    site.clock.advance(5 * 24 * 3_600_000);
    const later = [...(await failuresOf(first)), ...(await failuresOf(first)), ...(await failuresOf(first))];
    expect(later).toContain(`report ${mended}: its clock verify cannot be marked`);
  });

  it('tries what could not be marked again after a minute, and not before', async () => {
    const [, second] = site.cities;
    await passWhatIsDue(second);
    const { number } = await fileSample(site.laksa, second, { identity: {} });
    await setVersion([number], 9, second);
    site.clock.advance(25 * 3_600_000);
    const said = `report ${number}: its clock first_answer cannot be marked`;
    expect(await failuresOf(second)).toContain(said);
    await setVersion([number], 1, second);
    for (let step = 0; step < 59; step += 1) {
      site.clock.advance(1_000);
      expect(await failuresOf(second)).toEqual([]);
    }
    expect(await passedClocks(number, second)).toEqual([]);
    site.clock.advance(1_000);
    expect(await failuresOf(second)).toEqual([]);
    expect(await passedClocks(number, second)).toEqual(['first_answer']);
  });

  it('forgets what is due no more: if it comes due and fails again, that is told at once', async () => {
    const [, second] = site.cities;
    await passWhatIsDue(second);
    const { number } = await fileSample(site.laksa, second, { identity: {} });
    await setVersion([number], 9, second);
    site.clock.advance(25 * 3_600_000);
    const said = `report ${number}: its clock first_answer cannot be marked`;
    expect(await failuresOf(second)).toEqual([said]);
    await setPaused(number, second, site.clock.now());
    expect(await failuresOf(second)).toEqual([]);
    await setPaused(number, second, null);
    expect(await failuresOf(second)).toEqual([said]);
  });
});

const setVersion = (numbers: readonly string[], version: number, city: Tenant = site.cities[0]) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx.updateTable('report').set({ version }).where('tenant_id', '=', city.id).where('number', 'in', numbers).execute(),
  );

/** So that what the other tests left says nothing in this one. */
const passWhatIsDue = async (city: Tenant): Promise<void> => {
  while (await sweepClocks(site.laksa, city));
};

const setPaused = (number: string, city: Tenant, pausedAt: Date | null) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .updateTable('report_clock')
      .set({ paused_at: pausedAt })
      .where('tenant_id', '=', city.id)
      .where('kind', '=', 'first_answer')
      .where('report_id', '=', (eb) =>
        eb.selectFrom('report').select('id').where('tenant_id', '=', city.id).where('number', '=', number),
      )
      .execute(),
  );

/** What one round says that it could not mark. */
const failuresOf = async (city: Tenant): Promise<readonly string[]> => {
  try {
    await sweepClocks(site.laksa, city);
    return [];
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    return error.errors.map((one: unknown) => (one instanceof Error ? one.message : ''));
  }
};

const passedClocks = async (number: string, city: Tenant = site.cities[0]): Promise<readonly string[]> => {
  const rows = await site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report_clock as c')
      .innerJoin('report as r', (join) =>
        join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.id', '=', 'c.report_id'),
      )
      .select('c.kind')
      .where('c.tenant_id', '=', city.id)
      .where('r.number', '=', number)
      .where('c.passed_at', 'is not', null)
      .execute(),
  );
  return rows.map(({ kind }) => kind);
};
