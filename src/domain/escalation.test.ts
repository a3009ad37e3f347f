import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { clockKinds, expiringClocks, type ClockPause } from './clocks.ts';
import { momentsOf, momentsToTell, watchAfter, watchAgain, watchFrom, type Moment } from './escalation.ts';
import { policyFrom } from './policy.ts';
import { calendar, policy } from './testing/city.ts';
import { later } from './time.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const rules = { calendar, policy };

/** Filed on Friday 20 November 2026 at 10:00 WIB. */
const filed = '2026-11-20T03:00:00.000Z';
const firstAnswer = {
  kind: 'first_answer',
  startedAt: filed,
  dueAt: later(filed, 24 * HOUR),
  pauses: [] as readonly ClockPause[],
} as const;
/** 14 working days from then: due at the end of 10 December. */
const answer = { ...firstAnswer, kind: 'answer', dueAt: '2026-12-10T17:00:00.000Z' } as const;

const named = (moment: Moment): string =>
  `${moment.at} ${moment.kind}${moment.kind === 'escalated' ? ` ${moment.step.to}` : ''}`;

describe('the moments of a clock', () => {
  test('of 24 hours are half of it, three quarters, the morning it is due, its end, and half as much again; on Friday, when the offices close', () => {
    expect(momentsOf(firstAnswer, rules).map(named)).toEqual([
      '2026-11-20T09:00:00.000Z due_soon',
      '2026-11-20T15:00:00.000Z escalated holder',
      '2026-11-20T21:00:00.000Z escalated agency_head',
      '2026-11-21T01:00:00.000Z due_today',
      '2026-11-21T03:00:00.000Z overdue',
      '2026-11-21T03:00:00.000Z escalated leadership',
      '2026-11-21T15:00:00.000Z escalated oversight',
    ]);
  });

  test('of days warn a day before the last day ends, and on that day when the offices open', () => {
    const warnings = momentsOf(answer, rules).filter(({ kind }) => kind !== 'escalated');
    expect(warnings.map(named)).toEqual([
      '2026-12-09T17:00:00.000Z due_soon',
      '2026-12-10T01:00:00.000Z due_today',
      '2026-12-10T17:00:00.000Z overdue',
    ]);
  });

  test('are none for what offers the reporter a time', () => {
    for (const kind of ['completion', 'reply_window'] as const) {
      expect(momentsOf({ ...answer, kind }, rules)).toEqual([]);
      expect(watchFrom({ ...answer, kind }, rules)).toBeNull();
    }
  });

  test('that fall into a time in which it stands still come when that is over', () => {
    const pauses = [{ from: '2026-11-20T14:00:00.000Z', until: '2026-11-20T15:30:00.000Z', reason: 'place_unclear' }];
    const paused = { ...firstAnswer, pauses, dueAt: later(firstAnswer.dueAt, 1.5 * HOUR) };
    expect(momentsOf(paused, rules).map(named)).toContain('2026-11-20T16:30:00.000Z escalated holder');
    const warned = [{ from: '2026-12-10T00:00:00.000Z', until: '2026-12-10T03:00:00.000Z', reason: 'place_unclear' }];
    expect(momentsOf({ ...answer, pauses: warned }, rules).map(named)).toContain('2026-12-10T03:00:00.000Z due_today');
    const goingOn = [{ from: '2026-11-20T14:00:00.000Z', until: null, reason: 'place_unclear' }];
    expect(momentsOf({ ...firstAnswer, pauses: goingOn }, rules).map(named)).toEqual([
      '2026-11-20T09:00:00.000Z due_soon',
    ]);
  });

  test('of a clock whose reporter was asked after it was due still reach the oversight, later by as long as that took', () => {
    const asked = [{ from: '2026-12-20T03:00:00.000Z', until: '2027-01-17T03:00:00.000Z', reason: 'place_unclear' }];
    const oversight = (pauses: readonly ClockPause[]) =>
      momentsOf({ ...answer, pauses }, rules).find((one) => one.kind === 'escalated' && one.step.to === 'oversight')
        ?.at;
    expect(oversight([])).toBe('2026-12-21T00:00:00.000Z');
    expect(oversight(asked)).toBe('2027-01-18T00:00:00.000Z');
  });

  test('at the closing of the offices are only for hours that run out before they open again', () => {
    const closing = (startedAt: string, of: 'first_answer' | 'answer' = 'first_answer') =>
      momentsOf({ ...firstAnswer, kind: of, startedAt, dueAt: later(startedAt, 24 * HOUR) }, rules)
        .filter(({ kind }) => kind === 'due_soon')
        .map(({ at }) => at);
    expect(closing('2026-11-20T08:59:00.000Z')).toEqual(['2026-11-20T09:00:00.000Z']);
    expect(closing('2026-11-20T10:00:00.000Z')).toEqual([]);
    expect(closing('2026-11-18T03:00:00.000Z')).toEqual([]);
    expect(closing('2026-11-20T08:59:00.000Z', 'answer')).toEqual([]);
  });

  test('follow what the city decides: a level at 0 percent is never told, nor is anybody so many hours before when they are none', () => {
    const own = { source: 'Keputusan kota', confidence: 'own' } as const;
    const quiet = policyFrom(2, [
      { key: 'escalation.oversight', value: 0, ...own },
      { key: 'escalation.leadership', value: 200, ...own },
      { key: 'notices.due_soon_hours', value: 0, ...own },
    ]);
    const moments = momentsOf(answer, { ...rules, policy: quiet });
    expect(moments.map(({ kind }) => kind)).not.toContain('due_soon');
    expect(moments.flatMap((one) => (one.kind === 'escalated' ? [one.step] : []))).toEqual([
      { to: 'holder', percent: 50 },
      { to: 'agency_head', percent: 75 },
      { to: 'leadership', percent: 200 },
    ]);
  });
});

describe('who looks late', () => {
  const all = { from: filed, until: later(filed, 400 * 24 * HOUR) };

  test('tells the holder only that it is overdue, and everybody above what they would have heard', () => {
    expect(momentsToTell(firstAnswer, all, rules).map(named)).toEqual([
      '2026-11-20T21:00:00.000Z escalated agency_head',
      '2026-11-21T03:00:00.000Z overdue',
      '2026-11-21T03:00:00.000Z escalated leadership',
      '2026-11-21T15:00:00.000Z escalated oversight',
    ]);
  });

  test('before it is due tells the holder only the last', () => {
    const until = '2026-12-10T02:00:00.000Z';
    expect(momentsToTell(answer, { from: filed, until }, rules).map(named)).toEqual([
      '2026-12-05T13:30:00.000Z escalated agency_head',
      '2026-12-10T01:00:00.000Z due_today',
    ]);
  });
});

describe('a clock that has got a due date', () => {
  test('is looked at next at its next moment, and never when nothing is left', () => {
    expect(watchFrom(firstAnswer, rules)).toBe('2026-11-20T09:00:00.000Z');
    expect(watchAfter(firstAnswer, '2026-11-21T05:00:00.000Z', rules)).toBe('2026-11-21T15:00:00.000Z');
    expect(watchAfter(firstAnswer, '2026-11-21T15:00:00.000Z', rules)).toBeNull();
  });

  /** On the last day at 09:00 of what has become a question that is answered within five working days. */
  const at = '2026-11-27T02:00:00.000Z';
  const near = { ...answer, dueAt: '2026-11-27T17:00:00.000Z' };
  const tellingOf = (watchAt: string | null) => {
    const from = watchAgain({ before: answer, after: near, at, watchAt }, rules);
    return from === null ? [] : momentsToTell(near, { from, until: at }, rules).map(named);
  };

  test('that has jumped near is told of at once to all who were told nothing yet', () => {
    expect(tellingOf(watchFrom(answer, rules))).toEqual([
      '2026-11-25T19:30:00.000Z escalated agency_head',
      '2026-11-27T01:00:00.000Z due_today',
    ]);
  });

  test('is not told again of the steps that it has behind it', () => {
    const half = momentsOf(answer, rules)[0]?.at ?? '';
    expect(tellingOf(watchAfter(answer, half, rules))).toEqual(tellingOf(watchFrom(answer, rules)));
    expect(tellingOf(null)).toEqual([]);
    const moved = { ...answer, dueAt: later(answer.dueAt, 24 * HOUR) };
    const late = later(answer.dueAt, HOUR);
    const watchAt = watchAfter(answer, late, rules);
    expect(watchAgain({ before: answer, after: moved, at: late, watchAt }, rules)).toBe('2026-12-11T01:00:00.000Z');
  });
});

const minutes = fc.integer({ min: 1, max: 90 * 24 * 60 });
const timed = fc
  .record({
    kind: fc.constantFrom(...clockKinds),
    start: minutes,
    length: minutes,
    pauses: fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 5_000 })), { maxLength: 3 }),
  })
  .map(({ kind, start, length, pauses }) => {
    const startedAt = later(filed, start * 60_000);
    const gaps = pauses.map(([from, long]) => {
      const begins = later(startedAt, from * 60_000);
      return { from: begins, until: later(begins, long * 60_000), reason: 'place_unclear' };
    });
    return { kind, startedAt, dueAt: later(startedAt, length * 60_000), pauses: gaps };
  });
const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

test('however often somebody looks, every step is told once, in order, and never before its moment', () => {
  fc.assert(
    fc.property(timed, zone, fc.array(minutes, { minLength: 1, maxLength: 20 }), (clock, where, looks) => {
      const own = { ...rules, calendar: { ...calendar, zone: where } };
      const told: string[] = [];
      let from = watchFrom(clock, own);
      const ends = [...looks.toSorted((a, b) => a - b), 400 * 24 * 60];
      for (const until of ends.map((minute) => later(clock.startedAt, minute * 60_000))) {
        if (from === null || from > until) continue;
        const moments = momentsToTell(clock, { from, until }, own);
        expect(moments.every(({ at }) => at <= until && at > clock.startedAt)).toBe(true);
        told.push(...moments.map(named));
        from = watchAfter(clock, until, own);
      }
      const above = momentsOf(clock, own).filter((one) => one.kind === 'overdue' || !isForHolder(one));
      expect(above.length).toBe(isOffer(clock.kind) ? 0 : 4);
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual(told.toSorted((a, b) => a.slice(0, 24).localeCompare(b.slice(0, 24))));
      expect(told).toEqual(expect.arrayContaining(above.map(named)));
    }),
  );
});

const isOffer = (kind: (typeof clockKinds)[number]): boolean => expiringClocks.some((one) => one === kind);
const isForHolder = (moment: Moment): boolean => moment.kind !== 'escalated' || moment.step.to === 'holder';

test('a due date that moves on moves every moment on, or leaves it where it is', () => {
  fc.assert(
    fc.property(timed, zone, minutes, (clock, where, more) => {
      const own = { ...rules, calendar: { ...calendar, zone: where } };
      const whole = { ...clock, pauses: [] };
      const moved = { ...whole, dueAt: later(clock.dueAt, more * 60_000) };
      const all = momentsOf(whole, own);
      const isSame = (one: Moment) => (other: Moment) => named(one).slice(25) === named(other).slice(25);
      for (const before of all.filter((one, index) => all.findIndex(isSame(one)) === index)) {
        const after = momentsOf(moved, own).find(isSame(before));
        expect(after === undefined || after.at >= before.at).toBe(true);
      }
    }),
  );
});
