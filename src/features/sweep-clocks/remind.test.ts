import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { MoveCommand } from '../../domain/move.ts';
import { changeCalendar } from '../../store/change-calendar.ts';
import { changePolicy } from '../../store/change-policy.ts';
import { recountClocks } from '../../store/recount-clocks.ts';
import { publishPending } from '../../store/feed.ts';
import { verifyLedger } from '../verify-ledger/verify-ledger.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { fromTheEarliest, readEndingOffers } from './queries.ts';
import { createReminderSweep } from './remind.ts';
import { createClockSweep } from './sweep.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
beforeEach(() => site.clock.set(mondayMorning));
afterAll(() => site.close());

const inCity = <T>(work: Parameters<typeof site.laksa.database.inTenant<T>>[1]) =>
  site.laksa.database.inTenant(site.cities[0].id, work);

/** Filed, and the reporter is asked: until 23 December, reminded on the 16th at eight. */
const asked = async (): Promise<string> => {
  const { number } = await fileSample(site.laksa, site.cities[0]);
  await move(number, 'verifikator', { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana tepatnya?' });
  return number;
};
const reminderOfQuestion = '2026-12-16T01:00:00.000Z';

const move = (number: string, by: string | { readonly kind: 'reporter' }, command: MoveCommand) =>
  moved(site.laksa, site.cities[0], { number, by, command });

/** Filed, taken up, answered and approved at once. */
const resolved = async (): Promise<string> => {
  const { posts, categories } = await readCity(site.laksa, site.cities[0]);
  const officer = posts.find(({ slug }) => slug === 'petugas-pupr');
  const { number } = await fileSample(site.laksa, site.cities[0]);
  const publish = { title: 'Jalan', description: 'Lubang.', photos: [] };
  await move(number, 'verifikator', {
    move: 'verify',
    class: 'complaint',
    categoryId: categories[0]?.id ?? '',
    publish,
  });
  await move(number, 'koordinator', {
    move: 'assign',
    postId: officer?.id ?? '',
    agencyId: officer?.agencyId ?? '',
  });
  await move(number, 'petugas-pupr', { move: 'accept', message: 'Kami periksa.' });
  await move(number, 'petugas-pupr', { move: 'answer', message: 'Sudah.', proof: [] });
  await move(number, 'validator', { move: 'approve' });
  return number;
};

const sweepAll = async (sweep = createReminderSweep()): Promise<void> => {
  while (await sweep(site.laksa, site.cities[0]));
};

const historyOf = (number: string) =>
  inCity((tx) =>
    tx
      .selectFrom('report_event as e')
      .innerJoin('report as r', (join) =>
        join.onRef('r.tenant_id', '=', 'e.tenant_id').onRef('r.id', '=', 'e.report_id'),
      )
      .select(['e.kind', 'e.at', 'e.actor_kind', 'e.payload'])
      .where('e.tenant_id', '=', site.cities[0].id)
      .where('r.number', '=', number)
      .where('e.kind', 'in', ['reminded', 'expired'])
      .orderBy('e.seq')
      .execute(),
  );

const toldOf = async (number: string): Promise<readonly string[]> =>
  (await historyOf(number)).map(({ kind, at }) => `${kind} ${at.toISOString()}`);

describe('reporters whose time runs out', () => {
  it('are reminded once, dated by the moment of it, by one letter', async () => {
    const number = await asked();
    site.clock.set('2026-12-16T00:59:59.000Z');
    await sweepAll();
    expect(await toldOf(number)).toEqual([]);
    site.clock.set('2026-12-16T09:30:00.000Z');
    await sweepAll();
    await sweepAll();
    expect(await toldOf(number)).toEqual([`reminded ${reminderOfQuestion}`]);
    const [event] = await historyOf(number);
    expect(event).toMatchObject({ actor_kind: 'clock', payload: { clock: 'completion' } });
    const notices = await inCity((tx) =>
      tx
        .selectFrom('notice as n')
        .innerJoin('report as r', (join) =>
          join.onRef('r.tenant_id', '=', 'n.tenant_id').onRef('r.id', '=', 'n.report_id'),
        )
        .select('n.state')
        .where('n.tenant_id', '=', site.cities[0].id)
        .where('r.number', '=', number)
        .where('n.kind', '=', 'reminded')
        .execute(),
    );
    expect(notices).toEqual([{ state: 'waiting' }]);
  });

  it('are reminded once by two workers at the same moment', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, asked));
    site.clock.set(reminderOfQuestion);
    await Promise.all([sweepAll(), sweepAll(createReminderSweep())]);
    for (const number of numbers) expect(await toldOf(number)).toEqual([`reminded ${reminderOfQuestion}`]);
  });

  it('are reminded after a week without a worker, in the order of their dates; what has run out meanwhile only expires', async () => {
    const early = await asked();
    site.clock.set('2026-11-30T02:00:00.000Z');
    const late = await asked();
    site.clock.set('2026-12-24T02:00:00.000Z');
    await Promise.all([sweepAll(), sweepAll(createClockSweep())]);
    expect(await toldOf(early)).toEqual(['expired 2026-12-23T17:00:00.000Z']);
    expect(await toldOf(late)).toEqual(['reminded 2026-12-23T01:00:00.000Z']);
    site.clock.set('2027-01-05T02:00:00.000Z');
    await Promise.all([sweepAll(), sweepAll(createClockSweep())]);
    expect(await toldOf(late)).toEqual(['reminded 2026-12-23T01:00:00.000Z', 'expired 2026-12-30T17:00:00.000Z']);
  });

  it('are not looked for again when the time they have is too short to be reminded of', async () => {
    const [, city] = site.cities;
    const { posts } = await readCity(site.laksa, city);
    const by = posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
    const [at, key] = [city.clock.now(), 'reminder.completion_days'];
    const rules = [{ key, value: 40, source: 'Peraturan wali kota', confidence: 'own' }] as const;
    await site.laksa.database.inTenant(city.id, (tx) =>
      changePolicy(tx, site.laksa, city, { by, reason: 'Lebih awal', rules, at }),
    );
    const { number } = await fileSample(site.laksa, city);
    const command = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana tepatnya?' } as const;
    await moved(site.laksa, city, { number, by: 'verifikator', command });
    const horizon = { kind: 'completion', version: 2, until: new Date('2027-01-01T00:00:00Z') };
    const found = async () =>
      site.laksa.database.inTenant(city.id, (tx) =>
        readEndingOffers(tx, city.id, { at, after: fromTheEarliest, limit: 100 }, [horizon]),
      );
    expect((await found()).map((clock) => clock.number)).toEqual([number]);
    await createReminderSweep()(site.laksa, city);
    expect(await found()).toEqual([]);
    expect((await verifyLedger(site.laksa, city)).findings.filter(({ kind }) => kind === 'clock_altered')).toEqual([]);
  });

  it('are left alone once they have replied', async () => {
    const number = await asked();
    await move(number, { kind: 'reporter' }, { move: 'provide_info', message: 'Di depan SD.' });
    site.clock.set('2026-12-17T02:00:00.000Z');
    await sweepAll();
    expect(await toldOf(number)).toEqual([]);
  });

  it('are told again of a date that a new holiday has moved on, and the ledger knows all of it', async () => {
    const number = await resolved();
    // Ten working days from Monday 23 November end on Monday 7 December; three before is Wednesday.
    site.clock.set('2026-12-02T03:00:00.000Z');
    await sweepAll();
    expect(await toldOf(number)).toEqual(['reminded 2026-12-02T01:00:00.000Z']);
    await closeOn('2026-12-04');
    site.clock.set('2026-12-03T00:59:00.000Z');
    await sweepAll();
    expect(await toldOf(number)).toHaveLength(1);
    await closeOn('2026-12-02');
    site.clock.set('2026-12-03T03:00:00.000Z');
    await sweepAll();
    expect(await toldOf(number)).toEqual(['reminded 2026-12-02T01:00:00.000Z', 'reminded 2026-12-03T01:00:00.000Z']);
    await inCity(async (tx) => {
      const [city] = site.cities;
      while (await publishPending(tx, city.id, city.clock.now()));
    });
    expect((await verifyLedger(site.laksa, site.cities[0])).findings).toEqual([]);
  });
});

const closeOn = async (day: string): Promise<void> => {
  const [city] = site.cities;
  const { posts } = await readCity(site.laksa, city);
  const by = posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
  const add = [{ day, kind: 'regional', name: 'Hari jadi', source: 'Keputusan kota' }] as const;
  const made = await inCity((tx) =>
    changeCalendar(tx, site.laksa, city, { by, reason: 'Keputusan', at: city.clock.now(), add, remove: [] }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const recounting = { laksa: site.laksa, tenant: city, changeId: made.value.changeId };
  await recountClocks(recounting, AbortSignal.timeout(60_000));
};
