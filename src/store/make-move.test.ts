import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isRunning, nextClock } from '../domain/clocks.ts';
import { dueOfClock } from '../domain/clock-due.ts';
import { clockPassed } from '../domain/clock-passed.ts';
import { decide } from '../domain/lifecycle.ts';
import type { MoveCommand } from '../domain/move.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';
import { applied } from '../domain/testing/life.ts';
import { fileSample, moved, moveSample, pickMove, possibleMoves, readCity } from '../testing/report-life.ts';
import { newSeed } from '../testing/seeded-random.ts';
import { mondayMorning, startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import type { City } from './city.ts';
import { makeMove } from './make-move.ts';
import { markClock } from './mark-clock.ts';
import { readMoveContext } from './move-context.ts';
import { lockReport } from './report.ts';
import type { Tx } from './tx.ts';

let site: TestInstallation;
let city: City;
beforeAll(async () => {
  site = await startTestInstallation({ maxConnections: 8 });
  city = await readCity(site.laksa, site.cities[0]);
});
afterAll(() => site.close());

const inFirst = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => site.laksa.database.inTenant(site.cities[0].id, work);

const read = async (number: string): Promise<Report> => {
  const stored = await inFirst((tx) => lockReport(tx, site.cities[0].id, { number }));
  if (stored === null) throw new Error(`no report ${number}`);
  return stored.report;
};

describe('two hands on one report', () => {
  const note = { move: 'note', message: 'Sudah dilihat.' } as const;

  it('that saw the same version: one moves it, the other is told that it changed meanwhile', async () => {
    const { laksa, cities } = site;
    const { number } = await fileSample(laksa, cities[0]);
    const version = (await read(number)).version;
    const tried = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        moveSample(laksa, cities[0], {
          number,
          by: n % 2 === 0 ? 'verifikator' : 'koordinator',
          command: note,
          version,
        }),
      ),
    );
    expect(tried.filter((one) => one.ok)).toHaveLength(1);
    for (const one of tried)
      if (!one.ok) expect(one.refusal).toEqual({ kind: 'changed_meanwhile', version: version + 1 });
    expect((await read(number)).version).toBe(version + 1);
  });

  it('that did not say what they saw follow each other, and nothing is lost', async () => {
    const { laksa, cities } = site;
    const { number } = await fileSample(laksa, cities[0]);
    const tried = await Promise.all(
      Array.from({ length: 8 }, () => moveSample(laksa, cities[0], { number, by: 'verifikator', command: note })),
    );
    expect(tried.map((one) => (one.ok ? one.value.version : 0)).toSorted()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('where the first ends what the second wanted: the second sees it, with every clock as the first left it', async () => {
    const { laksa, cities } = site;
    const { number } = await fileSample(laksa, cities[0]);
    const [category] = city.categories;
    const verify = {
      move: 'verify',
      class: 'complaint',
      categoryId: category?.id ?? '',
      publish: { photos: [] },
    } as const;
    const [one, other] = await Promise.all(
      ['verifikator', 'koordinator'].map((by) => moveSample(laksa, cities[0], { number, by, command: verify })),
    );
    const refused = one?.ok === true ? other : one;
    expect(refused).toEqual({ ok: false, refusal: { kind: 'state_forbids', state: 'verified' } });
    const clocks = await inFirst((tx) =>
      tx
        .selectFrom('report_clock')
        .select('kind')
        .where('tenant_id', '=', cities[0].id)
        .where('report_id', '=', one?.ok === true ? one.value.reportId : other?.ok === true ? other.value.reportId : '')
        .execute(),
    );
    expect(clocks.filter((clock) => clock.kind === 'answer')).toHaveLength(1);
  });

  it('one of which is refused writes nothing', async () => {
    const { laksa, cities } = site;
    const { number } = await fileSample(laksa, cities[0]);
    const before = await read(number);
    expect(await moveSample(laksa, cities[0], { number, by: 'petugas-pupr', command: { move: 'approve' } })).toEqual({
      ok: false,
      refusal: { kind: 'state_forbids', state: 'received' },
    });
    expect(
      await moveSample(laksa, cities[0], {
        number,
        by: { kind: 'reporter' },
        command: { move: 'withdraw' },
        version: 7,
      }),
    ).toEqual({ ok: false, refusal: { kind: 'changed_meanwhile', version: 1 } });
    expect(await read(number)).toEqual(before);
  });

  it('from another city finds no such report, by number or by id', async () => {
    const { laksa, cities } = site;
    const { number, reportId } = await fileSample(laksa, cities[0]);
    const second = await readCity(laksa, cities[1]);
    const actor = { kind: 'reporter' } as const;
    for (const report of [{ number }, { id: reportId }]) {
      const request = {
        tenantId: cities[1].id,
        city: second,
        report,
        actor,
        command: { move: 'withdraw' } as const,
        at: cities[1].clock.now(),
      };
      expect(await laksa.database.inTenant(cities[1].id, (tx) => makeMove(tx, request))).toEqual({
        ok: false,
        refusal: { kind: 'not_found' },
      });
      expect(
        await laksa.database.inTenant(cities[1].id, (tx) => makeMove(tx, { ...request, tenantId: cities[0].id })),
      ).toEqual({ ok: false, refusal: { kind: 'not_found' } });
    }
  });

  it('whose history was changed from outside is moved by nobody', async () => {
    const { laksa, cities } = site;
    const { number } = await fileSample(laksa, cities[0]);
    await inFirst((tx) =>
      tx
        .updateTable('report')
        .set({ version: 5 })
        .where('tenant_id', '=', cities[0].id)
        .where('number', '=', number)
        .execute(),
    );
    await expect(moveSample(laksa, cities[0], { number, by: 'verifikator', command: note })).rejects.toThrow(
      'its history was changed from outside',
    );
  });
});

describe('the answer of several agencies', () => {
  it('is public in all its parts once it is approved', async () => {
    const { laksa, cities } = site;
    const category = city.categories.find(({ slug }) => slug === 'jalan-rusak');
    const { number } = await fileSample(laksa, cities[0]);
    const by = (post: string, command: Parameters<typeof moved>[2]['command']) =>
      moved(laksa, cities[0], { number, by: post, command });
    await by('verifikator', {
      move: 'verify',
      class: 'complaint',
      categoryId: category?.id ?? '',
      publish: { title: 'Lubang', description: 'Lubang besar.', photos: [] },
    });
    const officers = ['petugas-pupr', 'petugas-lh'];
    for (const slug of officers) {
      const post = city.posts.find((one) => one.slug === slug);
      await by('koordinator', { move: 'assign', postId: post?.id ?? '', agencyId: post?.agencyId ?? '' });
    }
    for (const slug of officers) await by(slug, { move: 'accept' });
    await by('petugas-pupr', { move: 'answer', message: 'Salah ketik.', proof: [] });
    await by('petugas-lh', { move: 'answer', message: 'Belum.', proof: [] });
    await by('validator', { move: 'send_back', reason: 'words_unclear', message: 'Perjelas.' });
    await by('petugas-pupr', { move: 'answer', message: 'Sudah ditambal.', proof: [] });
    await by('petugas-lh', { move: 'answer', message: 'Sudah dibersihkan.', proof: [] });
    await by('validator', { move: 'approve' });
    const { public_answer } = await laksa.database.inTenant(cities[0].id, (tx) =>
      tx
        .selectFrom('report')
        .select('public_answer')
        .where('tenant_id', '=', cities[0].id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    );
    expect(public_answer).toBe('Sudah ditambal.\n\nSudah dibersihkan.');
  });
});

/** Clocks and assignments get their ids from the store; everything else is what the rules said. */
const comparable = (report: Report) => ({
  ...report,
  clocks: report.clocks.map(({ id: _, ...clock }) => JSON.stringify(clock)).toSorted(),
  assignments: report.assignments.map(({ id: _, ...assignment }) => JSON.stringify(assignment)).toSorted(),
});

const hour = 3_600_000;

describe('what has moved a due date', () => {
  it('stands there with a listed reason, who asked, and its end; and so does the time the matter seemed settled', async () => {
    const { laksa, cities, clock } = site;
    const [first] = cities;
    clock.set(mondayMorning);
    const { number } = await fileSample(laksa, first);
    const officer = city.posts.find((post) => post.slug === 'petugas-pupr');
    const publish = { title: 'Jalan', description: 'Lubang.', photos: [] };
    const steps: readonly (readonly [string, MoveCommand])[] = [
      ['verifikator', { move: 'verify', class: 'complaint', categoryId: city.categories[0]?.id ?? '', publish }],
      ['koordinator', { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' }],
      ['petugas-pupr', { move: 'accept' }],
      ['petugas-pupr', { move: 'ask_reporter', reason: 'place_unclear', message: 'Di mana?' }],
      ['reporter', { move: 'provide_info', message: 'Di depan SD.' }],
      ['petugas-pupr', { move: 'answer', message: 'Sudah.', proof: [] }],
      ['validator', { move: 'approve' }],
      ['reporter', { move: 'dispute', reason: 'not_done', message: 'Belum.' }],
      ['koordinator', { move: 'reopen', reason: 'reporter_is_right', message: 'Kami ulangi.' }],
    ];
    for (const [by, command] of steps) {
      clock.advance(5 * hour);
      await moved(laksa, first, { number, by: by === 'reporter' ? { kind: 'reporter' } : by, command });
    }
    const answer = (await read(number)).clocks.find((one) => one.kind === 'answer');
    expect(answer?.pauses).toEqual([
      { from: '2026-11-23T22:00:00.000Z', until: '2026-11-24T03:00:00.000Z', reason: 'place_unclear' },
      { from: '2026-11-24T13:00:00.000Z', until: '2026-11-24T18:00:00.000Z', reason: 'settled' },
    ]);
    const actors = await inFirst((tx) =>
      tx
        .selectFrom('clock_pause')
        .select('actor_post')
        .where('tenant_id', '=', first.id)
        .where('clock_id', '=', answer?.id ?? '')
        .orderBy('started_at')
        .execute(),
    );
    const slugs = actors.map(({ actor_post }) => city.posts.find((post) => post.id === actor_post)?.slug);
    expect(slugs).toEqual(['petugas-pupr', 'koordinator']);
  });
});

describe('a life at random', () => {
  it('is stored as the rules predict, move by move, with the earliest running clock as its next date', async () => {
    const seed = newSeed();
    console.log(`lives seed ${seed}`);
    const { laksa, cities, clock } = site;
    const [{ id: tenantId }] = cities;
    const reached = new Set<string>();

    const sweepOne = async (number: string): Promise<void> => {
      const before = await read(number);
      const due = before.clocks.find(
        (candidate) =>
          isRunning(candidate) && candidate.passedAt === null && candidate.dueAt <= clock.now().toISOString(),
      );
      if (due === undefined) return;
      const expected = clockPassed(before, due.id, clock.now().toISOString());
      await inFirst((tx) => markClock(tx, { tenantId, city, reportId: before.id, clockId: due.id, at: clock.now() }));
      const after = await read(number);
      if (expected !== null) expect(comparable(after)).toEqual(comparable(applied(before, expected)));
      reached.add(`sweep ${due.kind}`);
    };

    const step = async (number: string, otherIds: readonly string[], choice: number): Promise<void> => {
      const before = await read(number);
      const chosen = pickMove(possibleMoves(before, city, clock.now().toISOString(), otherIds), choice);
      if (chosen === undefined) return;
      const context = await inFirst((tx) =>
        readMoveContext(tx, before, { tenantId, city, command: chosen.command, at: clock.now() }),
      );
      const decided = decide(before, chosen.actor, chosen.command, context);
      const made = await moveSample(laksa, cities[0], {
        number,
        by: chosen.actor,
        command: chosen.command,
        version: before.version,
      });
      expect(made.ok, chosen.command.move).toBe(decided.ok);
      const after = await read(number);
      const outcome: Outcome = decided.ok
        ? decided.value
        : { report: {}, events: [], clocks: [], assignments: [], merges: [] };
      expect(comparable(after), chosen.command.move).toEqual(comparable(applied(before, outcome)));
      reached.add(`${chosen.command.move}${decided.ok ? '' : ' refused'}`);
    };

    const nextDateHolds = async (number: string): Promise<void> => {
      const report = await read(number);
      const next = nextClock(report.clocks);
      const row = await inFirst((tx) =>
        tx
          .selectFrom('report')
          .select(['next_due_at', 'next_clock'])
          .where('tenant_id', '=', tenantId)
          .where('number', '=', number)
          .executeTakeFirstOrThrow(),
      );
      expect(row).toEqual({ next_due_at: next === null ? null : new Date(next.dueAt), next_clock: next?.kind ?? null });
    };

    const pausesHold = async (report: Report): Promise<void> => {
      const rows = await inFirst((tx) =>
        tx
          .selectFrom('clock_pause')
          .select(['clock_id', 'ended_at'])
          .where('tenant_id', '=', tenantId)
          .where(
            'clock_id',
            'in',
            report.clocks.map((one) => one.id),
          )
          .execute(),
      );
      const open = rows.filter((row) => row.ended_at === null).map((row) => row.clock_id);
      expect(open.toSorted()).toEqual(
        report.clocks
          .filter((one) => one.pausedAt !== null)
          .map((one) => one.id)
          .toSorted(),
      );
      const { policy, calendar } = city;
      for (const one of report.clocks.filter(isRunning))
        expect(dueOfClock(report, one, { policy, calendar }).dueAt, one.kind).toBe(one.dueAt);
    };

    const lives = fc.array(
      fc.record({ choice: fc.nat(), waitHours: fc.oneof(fc.nat(30), fc.nat(600)), sweeps: fc.boolean() }),
      { minLength: 4, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(lives, async (steps) => {
        clock.set(mondayMorning);
        const other = await fileSample(laksa, cities[0], { identity: {} });
        const { number } = await fileSample(laksa, cities[0]);
        await nextDateHolds(number);
        for (const { choice, waitHours, sweeps } of steps) {
          clock.advance(waitHours * hour);
          if (sweeps) await sweepOne(number);
          await step(number, [other.reportId], choice);
          await nextDateHolds(number);
        }
        await pausesHold(await read(number));
      }),
      { seed, numRuns: process.env['LAKSA_FULL'] === '1' ? 400 : 30, endOnFailure: true },
    );
    console.log(`${reached.size} kinds of step: ${[...reached].toSorted().join(', ')}`);
    expect(reached.size).toBeGreaterThan(12);
  }, 120_000);

  it('of a move that changes nothing leaves the state as long as it was', async () => {
    const { laksa, cities, clock } = site;
    clock.set(mondayMorning);
    const { number } = await fileSample(laksa, cities[0]);
    clock.advance(hour);
    await moved(laksa, cities[0], { number, by: 'verifikator', command: { move: 'note', message: 'x' } });
    const row = await inFirst((tx) =>
      tx
        .selectFrom('report')
        .select(['state_since', 'filed_at'])
        .where('tenant_id', '=', cities[0].id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow(),
    );
    expect(row.state_since).toEqual(row.filed_at);
  });
});
