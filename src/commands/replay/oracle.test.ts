import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { holidaysOfIndonesia } from '../../domain/calendar-id.ts';
import { yearOf } from '../../domain/calendar.ts';
import type { Length } from '../../domain/due.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { changeCalendar } from '../../store/change-calendar.ts';
import { changePolicy } from '../../store/change-policy.ts';
import { markClock } from '../../store/mark-clock.ts';
import { lockReport } from '../../store/report.ts';
import { fileSample, moveSample, pickMove, possibleMoves, readCity } from '../../testing/report-life.ts';
import { newSeed, seededRandom } from '../../testing/seeded-random.ts';
import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { askOracle, printDifference, type SecondOpinion } from './oracle.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
  await countOtherwise(site.cities[1]);
});
afterAll(() => site?.close());

const hour = 3_600_000;
const kinds = ['complaint', 'information_request', 'aspiration', 'information'] as const;
const lives = process.env['LAKSA_FULL'] === '1' ? 400 : 24;

const officeHours = (n: number): Length => ({ n, unit: 'office_hours' });
const otherRules = {
  'office_hours.from': '07:30',
  'office_hours.until': '16:15',
  'week.saturday_works': true,
  'clock.first_answer': officeHours(12),
  'clock.verify': officeHours(30),
  'clock.answer.complaint': officeHours(60),
  'clock.answer.aspiration': { n: 20, unit: 'calendar_days' },
  'clock.decision': officeHours(70),
  'clock.kip': officeHours(80),
  'clock.kip_extension': officeHours(56),
} as const;

/** A city that counts in office hours, and has lost the holidays of this year while those of the next are there. */
const countOtherwise = async (city: Tenant): Promise<void> => {
  const { laksa, clock } = site;
  const { posts } = await readCity(laksa, city);
  const by = posts.find(({ roles }) => roles.includes('city_admin'))?.id ?? '';
  const [reason, source, at] = ['Peraturan baru', 'Peraturan wali kota', clock.now()];
  const rules = Object.entries(otherRules).map(([key, value]) => ({ key, value, source, confidence: 'own' as const }));
  const add = Array.from({ length: 10 }, (_, n) => ({
    day: `2027-03-${n + 10}`,
    kind: 'national' as const,
    name: 'Libur',
    source,
  }));
  const remove = holidaysOfIndonesia.filter(({ day }) => yearOf(day) === 2026);
  await laksa.database.inTenant(city.id, async (tx) => {
    expect(await changePolicy(tx, laksa, city, { by, reason, rules, at })).toMatchObject({ ok: true });
    expect(await changeCalendar(tx, laksa, city, { by, reason, add, remove, at })).toMatchObject({ ok: true });
  });
};

const ask = (city: Tenant): Promise<SecondOpinion> =>
  site.laksa.database.inTenant(city.id, (tx) => askOracle(tx, city.id), { readOnly: true });

/** Many reports that live beside each other, each moved by whoever may, some with what is due marked in time, some not. */
const liveAtRandom = async (city: Tenant, random: () => number): Promise<void> => {
  const { laksa, clock } = site;
  const plan = await readCity(laksa, city);
  const reports = await Promise.all(
    Array.from({ length: lives }, (_, n) =>
      fileSample(laksa, city, { kind: kinds[n % 4] ?? 'complaint', identity: {} }),
    ),
  );
  const otherIds = reports.map(({ reportId }) => reportId);
  for (let step = 0; step < lives * 20; step += 1) {
    clock.advance(Math.floor(random() * (step % 20 === 0 ? 240 : 6)) * hour);
    const { number, reportId } = reports[Math.floor(random() * reports.length)] ?? { number: '', reportId: '' };
    const stored = await laksa.database.inTenant(city.id, (tx) => lockReport(tx, city.id, { number }));
    if (stored === null) throw new Error('a number that was given out has a report');
    const at = clock.now();
    const due = stored.report.clocks.find(
      (one) =>
        one.stoppedAt === null && one.pausedAt === null && one.passedAt === null && one.dueAt <= at.toISOString(),
    );
    if (due !== undefined && random() < 0.7)
      await laksa.database.inTenant(city.id, (tx) =>
        markClock(tx, { tenantId: city.id, city: plan, reportId, clockId: due.id, at }),
      );
    const chosen = pickMove(
      possibleMoves(stored.report, plan, at.toISOString(), otherIds),
      Math.floor(random() * 2 ** 31),
    );
    if (chosen !== undefined) await moveSample(laksa, city, { number, by: chosen.actor, command: chosen.command });
  }
};

describe('a second computation, in SQL alone', () => {
  it('agrees with every clock of every report, however they lived, in each zone, counted in days or in office hours', async () => {
    const seed = newSeed();
    console.log(`oracle lives seed ${seed}`);
    const random = seededRandom(seed);
    for (const city of site.cities) {
      await liveAtRandom(city, random);
      const opinion = await ask(city);
      expect(opinion.differing.map(printDifference)).toEqual([]);
      expect(opinion.reports).toBe(lives);
      expect(opinion.clocks).toBeGreaterThan(lives * 5);
    }
  }, 240_000);

  it('counts the time that a request for information was given besides', async () => {
    const [, second] = site.cities;
    const { number } = await fileSample(site.laksa, second, { kind: 'information_request', identity: {} });
    const { categories } = await readCity(site.laksa, second);
    const publish = { title: 'Anggaran', description: 'Berapa?', photos: [] };
    const categoryId = categories[0]?.id ?? '';
    for (const [by, command] of [
      ['verifikator', { move: 'verify', class: 'information_request', categoryId, publish }],
      ['koordinator', { move: 'extend', message: 'Arsipnya di gudang lama.' }],
    ] as const)
      expect(await moveSample(site.laksa, second, { number, by, command })).toMatchObject({ ok: true });
    const { differing } = await ask(second);
    expect(differing.filter((one) => one.number === number).map(printDifference)).toEqual([]);
  });

  it.each([
    ['complaint', 'information_request', false],
    ['information_request', 'complaint', true],
  ] as const)('knows what is owed by a dispute in which %s became %s', async (was, is, hasEnded) => {
    const [city] = site.cities;
    const { posts, categories } = await readCity(site.laksa, city);
    const officer = posts.find(({ slug }) => slug === 'petugas-lh');
    const { number } = await fileSample(site.laksa, city, { kind: was, identity: {} });
    const publish = { title: 'Anggaran', description: 'Berapa?', photos: [] };
    const message = 'Kata-kata.';
    for (const [by, command] of [
      ['verifikator', { move: 'verify', class: was, categoryId: categories[0]?.id ?? '', publish }],
      ['koordinator', { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' }],
      ['petugas-lh', { move: 'accept', message }],
      ['petugas-lh', { move: 'answer', message, proof: [] }],
      ['validator', { move: 'approve' }],
      [{ kind: 'reporter' }, { move: 'dispute', reason: 'not_done', message }],
      ['koordinator', { move: 'reclassify', class: is }],
      ['koordinator', { move: 'reopen', reason: 'reporter_is_right', message }],
    ] as const) {
      site.clock.advance(hour);
      expect(await moveSample(site.laksa, city, { number, by, command })).toMatchObject({ ok: true });
    }
    const stored = await site.laksa.database.inTenant(city.id, (tx) => lockReport(tx, city.id, { number }));
    const kip = stored?.report.clocks.filter(({ kind }) => kind === 'kip') ?? [];
    expect(kip.map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt !== null])).toEqual([
      [stored?.report.filedAt, hasEnded],
    ]);
    const { differing } = await ask(city);
    expect(differing.filter((one) => one.number === number).map(printDifference)).toEqual([]);
  });

  it('names the clock whose due date was changed by other hands, and what it was', async () => {
    const [first] = site.cities;
    const { number, reportId } = await fileSample(site.laksa, first, { identity: {} });
    await site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .updateTable('report_clock')
        .set({ due_at: new Date('2031-01-01T00:00:00Z') })
        .where('tenant_id', '=', first.id)
        .where('report_id', '=', reportId)
        .where('kind', '=', 'verify')
        .execute(),
    );
    const { differing } = await ask(first);
    expect(differing.map((one) => [one.number, one.kind])).toEqual([[number, 'verify']]);
    expect(differing.map(printDifference)[0]).toMatch(
      /^\d{10} verify of \S+: due_at written "2031-01-01T00:00:00\+00:00", told "20\S+"$/,
    );
  });
});
