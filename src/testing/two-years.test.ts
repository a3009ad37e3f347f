import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { holidaysOfIndonesia } from '../domain/calendar-id.ts';
import { yearOf } from '../domain/calendar.ts';
import { dueOfClock } from '../domain/clock-due.ts';
import { isOpen, isRunning, nextClock } from '../domain/clocks.ts';
import { movesFor } from '../domain/lifecycle.ts';
import { isFinal, type Report } from '../domain/report.ts';
import { createReminderSweep } from '../features/sweep-clocks/remind.ts';
import { createClockSweep } from '../features/sweep-clocks/sweep.ts';
import { createWatchSweep } from '../features/sweep-clocks/watch.ts';
import { verifyLedger } from '../features/verify-ledger/verify-ledger.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { changeCalendar, type CalendarChange } from '../store/change-calendar.ts';
import { changePolicy } from '../store/change-policy.ts';
import { publishPending } from '../store/feed.ts';
import { policyFor } from '../store/policy-for.ts';
import { recountClocks } from '../store/recount-clocks.ts';
import { lockReport } from '../store/report.ts';
import { fileSample, moveSample, pickMove, possibleMoves, readCity } from './report-life.ts';
import { newSeed, seededRandom } from './seeded-random.ts';
import { startTestInstallation, type TestInstallation } from './test-installation.ts';

/** Chance steps of up to five days; `LAKSA_FULL` makes more of a life of them. */
const reportsAStep = process.env['LAKSA_FULL'] === undefined ? 1 : 4;
const movesAStep = process.env['LAKSA_FULL'] === undefined ? 5 : 20;
const longestStepMs = 120 * 60 * 60 * 1000;
vi.setConfig({ testTimeout: 1_200_000 });

const [begin, end] = ['2025-03-03T02:00:00.000Z', '2027-03-03T02:00:00.000Z'];

let site: TestInstallation;
let city: Tenant;
let admin: string;

beforeAll(async () => {
  site = await startTestInstallation();
  [city] = site.cities;
  site.clock.set(begin);
  const { posts } = await readCity(site.laksa, city);
  admin = posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
});
afterAll(() => site.close());

const inCity = <T>(work: Parameters<typeof site.laksa.database.inTenant<T>>[1]) =>
  site.laksa.database.inTenant(city.id, work);

const regional = (day: string) => ({ day, kind: 'regional', name: 'Hari jadi', source: 'Keputusan kota' }) as const;

type Days = Pick<CalendarChange, 'add' | 'remove'>;

const change = async (days: Days): Promise<void> => {
  const made = await inCity((tx) =>
    changeCalendar(tx, site.laksa, city, { by: admin, reason: 'Keputusan baru', at: city.clock.now(), ...days }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const recounting = { laksa: site.laksa, tenant: city, changeId: made.value.changeId };
  await recountClocks(recounting, AbortSignal.timeout(60_000));
  expect(await recountClocks(recounting, AbortSignal.timeout(60_000))).toBe(0);
};

const setRule = async (key: string, value: unknown): Promise<void> => {
  const rules = [{ key, value, source: 'Peraturan wali kota', confidence: 'own' }] as const;
  const made = await inCity((tx) =>
    changePolicy(tx, site.laksa, city, { by: admin, reason: 'Peraturan baru', rules, at: city.clock.now() }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
};

const of = (year: number) => holidaysOfIndonesia.filter(({ day }) => yearOf(day) === year);

/** What the city does to its promises, and when; the holidays of 2026 come two weeks late, those of 2027 are never decreed. */
const decisions: readonly (readonly [string, () => Promise<void>])[] = [
  [begin, () => change({ add: [], remove: of(2026) })],
  ['2025-05-06T03:00:00.000Z', () => change({ add: [regional('2025-05-12')], remove: [] })],
  ['2025-06-10T03:00:00.000Z', () => setRule('clock.answer.complaint', { n: 10, unit: 'working_days' })],
  ['2025-08-11T03:00:00.000Z', () => change({ add: [regional('2025-08-19')], remove: [regional('2025-05-12')] })],
  ['2025-08-18T03:00:00.000Z', () => change({ add: [], remove: [regional('2025-08-19')] })],
  ['2025-10-01T03:00:00.000Z', () => setRule('week.saturday_works', true)],
  ['2025-12-01T03:00:00.000Z', () => setRule('clock.follow_up', { n: 16, unit: 'office_hours' })],
  ['2026-01-14T03:00:00.000Z', () => change({ add: of(2026), remove: [] })],
  ['2026-03-16T03:00:00.000Z', () => change({ add: [regional('2026-03-17')], remove: [] })],
  ['2026-06-01T03:00:00.000Z', () => setRule('week.joint_leave_works', true)],
  ['2026-09-01T03:00:00.000Z', () => setRule('clock.first_answer', { n: 12, unit: 'office_hours' })],
];

/** Nothing is swept in this week: the worker is down. */
const down = { from: '2026-04-06T00:00:00.000Z', until: '2026-04-13T00:00:00.000Z' };

type Walk = { readonly numbers: string[]; readonly open: Set<string>; readonly random: () => number };

it('keeps every promise countable through two years of changed holidays, changed policies, a week of downtime and a missing calendar', async () => {
  const seed = newSeed();
  console.log(`two years: seed ${seed}`);
  const walk: Walk = { numbers: [], open: new Set(), random: seededRandom(seed) };
  const sweeps = [createClockSweep(), createReminderSweep(), createWatchSweep()];
  const waiting = [...decisions];
  while (city.clock.now().toISOString() < end) {
    for (const [from, decide] of waiting.splice(0, waiting.filter(([at]) => at <= nowIn()).length)) {
      expect(from <= nowIn()).toBe(true);
      await decide();
    }
    for (let filed = 0; filed < reportsAStep; filed += 1) await file(walk);
    for (let made = 0; made < movesAStep; made += 1) await moveOne(walk);
    site.clock.advance(Math.floor(walk.random() * longestStepMs));
    if (nowIn() >= down.from && nowIn() < down.until) continue;
    for (const sweep of sweeps) while (await sweep(site.laksa, city));
  }
  await holdsForAll(walk);
  await inCity(async (tx) => {
    for (let published = await publishPending(tx, city.id, city.clock.now()); published;)
      published = await publishPending(tx, city.id, city.clock.now());
  });
  const ledger = await verifyLedger(site.laksa, city);
  expect(ledger.findings).toEqual([]);
  expect(ledger.reports).toBe(walk.numbers.length);
  await tellsOfEach();
});

const nowIn = (): string => city.clock.now().toISOString();

const file = async ({ numbers, open, random }: Walk): Promise<void> => {
  const kinds = ['complaint', 'aspiration', 'information_request', 'information'] as const;
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'complaint';
  const { number } = await fileSample(site.laksa, city, { kind, occurredOn: null, isSecret: random() < 0.1 });
  numbers.push(number);
  open.add(number);
};

const reportOf = (number: string): Promise<Report> =>
  inCity(async (tx) => {
    const stored = await lockReport(tx, city.id, { number });
    if (stored === null) throw new Error(`no report ${number}`);
    return stored.report;
  });

/** One of the youngest hundred that are open, mostly; now and then one that is over. */
const moveOne = async ({ numbers, open, random }: Walk): Promise<void> => {
  const candidates = random() < 0.95 ? [...open].slice(-100) : numbers.slice(-100);
  const number = candidates[Math.floor(random() * candidates.length)];
  if (number === undefined) return;
  const [before, own] = [await reportOf(number), await readCity(site.laksa, city)];
  const option = pickMove(possibleMoves(before, own, nowIn()), Math.floor(random() * 1_000_000));
  if (option === undefined) return;
  await moveSample(site.laksa, city, { number, by: option.actor, command: option.command });
  const after = await reportOf(number);
  if (isFinal(after.state)) open.delete(number);
  else open.add(number);
  await holds(after);
};

/** The invariants of the lifecycle, and that every date that runs or stands still is the date of its history. */
const holds = async (report: Report): Promise<void> => {
  const own = await readCity(site.laksa, city);
  const policy = await inCity((tx) => policyFor(tx, city.id, own, report));
  for (const clock of report.clocks.filter(isOpen)) {
    const due = dueOfClock(report, clock, { policy, calendar: own.calendar });
    expect({ dueAt: clock.dueAt, provisional: clock.provisional }, `${report.number} ${clock.kind}`).toEqual(due);
  }
  if (isFinal(report.state)) return;
  expect(report.holderPostId, report.number).not.toBeNull();
  expect(nextClock(report.clocks), report.number).not.toBeNull();
  const post = own.posts.find(({ id }) => id === report.holderPostId);
  if (post === undefined) throw new Error(`${report.number} is held by nobody`);
  const answeredBy = own.posts.find(({ id }) => id === report.answeredByPostId) ?? null;
  expect(movesFor(report, { kind: 'post', post }, { policy, answeredBy, at: nowIn() })).toContain('message');
};

const holdsForAll = async ({ numbers }: Walk): Promise<void> => {
  const outcomes = new Set<string | null>();
  for (const number of numbers) {
    const report = await reportOf(number);
    await holds(report);
    for (const clock of report.clocks) {
      outcomes.add(clock.outcome);
      if (clock.outcome === 'late') expect(clock.stoppedAt !== null && clock.stoppedAt >= clock.dueAt).toBe(true);
      if (clock.outcome === 'kept') expect(clock.stoppedAt !== null && clock.stoppedAt < clock.dueAt).toBe(true);
      if (isOpen(clock) && isRunning(clock)) expect(clock.passedAt !== null).toBe(clock.dueAt <= nowIn());
      if (clock.passedAt !== null && clock.stoppedAt === null) expect(clock.passedAt).toBe(clock.dueAt);
    }
  }
  for (const outcome of ['kept', 'late', 'lapsed', 'cancelled']) expect(outcomes).toContain(outcome);
};

/** What the clock did bears the date it was due, in the week of downtime too; what moved a date says by which change; nothing is told twice. */
const tellsOfEach = async (): Promise<void> => {
  const events = await inCity((tx) =>
    tx
      .selectFrom('report_event')
      .select(['report_id', 'seq', 'kind', 'at', 'payload'])
      .where('tenant_id', '=', city.id)
      .orderBy('report_id')
      .orderBy('seq')
      .execute(),
  );
  const kinds = Map.groupBy(events, ({ kind }) => kind);
  for (const kind of ['clock_passed', 'expired', 'clock_moved', 'reminded', 'escalated'])
    expect(kinds.get(kind)?.length, kind).toBeGreaterThan(0);
  const inDowntime = (kinds.get('clock_passed') ?? []).filter(
    ({ at }) => at.toISOString() >= down.from && at.toISOString() < down.until,
  );
  expect(inDowntime.length).toBeGreaterThan(0);
  // A date that was moved and moved back may pass again: another calendar or another class lies between.
  const told = new Set<string>();
  let moves = 0;
  for (const { kind, payload } of events) {
    if (kind === 'clock_moved' || kind === 'reclassified') moves += 1;
    if (kind !== 'clock_passed') continue;
    const { clockId, dueAt } = z.object({ clockId: z.string(), dueAt: z.string() }).parse(payload);
    const passing = `${clockId} ${dueAt} ${moves}`;
    expect(told).not.toContain(passing);
    told.add(passing);
  }
};
