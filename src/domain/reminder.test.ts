import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { calendarFrom, daysLater } from './calendar.ts';
import { lastOf, type RunningClock } from './clocks.ts';
import { endOfDay } from './last-day.ts';
import { policyFrom } from './policy.ts';
import type { Outcome } from './outcome.ts';
import { reminded, reminderMoment, remindedUntil, type RemindedClock } from './reminder.ts';
import type { Report } from './report.ts';
import { calendar, policy, posts } from './testing/city.ts';
import { applied, by, clock, filed, moved, reporter } from './testing/life.ts';
import * as make from './testing/moves.ts';
import { later } from './time.ts';

const at = (day: number, hour = 3): string =>
  `2026-07-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const counting = { policy, calendar };

const received = filed(at(1));
const asked = moved(received, by(posts.verifier), make.ask, at(2));
const assigned = moved(
  moved(received, by(posts.verifier), make.verify(), at(1, 4)),
  by(posts.coordinator),
  make.assign(),
  at(1, 5),
);
const inProgress = moved(assigned, by(posts.roadsOfficer), make.accept, at(1, 6));
const resolved = moved(
  moved(inProgress, by(posts.roadsOfficer), make.answer, at(2)),
  by(posts.validator),
  make.approve,
  at(3),
);

const clockOf = (report: Report, kind: RemindedClock): RunningClock => {
  const found = lastOf(report.clocks, kind);
  if (found === undefined) throw new Error(`no ${kind} clock`);
  return found;
};
const remind = (report: Report, kind: RemindedClock, when: string, rules = counting): Outcome | null =>
  reminded(report, clockOf(report, kind).id, when, rules);
const afterReminder = (report: Report): Report => {
  const outcome = remind(report, 'reply_window', replyMoment);
  if (outcome === null) throw new Error('nothing to remind of');
  return applied(report, outcome);
};

/** Asked on 2 July, closed after 1 August; seven days before, at eight in the morning in Jakarta. */
const completionMoment = '2026-07-25T01:00:00.000Z';
/** Answered on Friday 3 July, ten working days to Friday 17 July; three working days before is Tuesday. */
const replyMoment = '2026-07-14T01:00:00.000Z';

describe('a reporter whose time is running out', () => {
  test('is reminded when the offices open: seven days before the end of a completion, three working days before that of a reply', () => {
    expect(clockOf(asked, 'completion').dueAt).toBe('2026-08-01T17:00:00.000Z');
    expect(clockOf(resolved, 'reply_window').dueAt).toBe('2026-07-17T17:00:00.000Z');
    for (const [report, kind, moment] of [
      [asked, 'completion', completionMoment],
      [resolved, 'reply_window', replyMoment],
    ] as const) {
      expect(remind(report, kind, later(moment, -1))).toBeNull();
      const { id, dueAt } = clockOf(report, kind);
      expect(remind(report, kind, moment)).toMatchObject({
        report: {},
        events: [{ kind: 'reminded', payload: { clock: kind, clockId: id, dueAt }, tellsReporter: true, at: moment }],
        clocks: [{ do: 'remind', id, at: moment, dueAt }],
      });
    }
  });

  test('is told of the moment it was to be said at, however late the sweep comes', () => {
    expect(remind(asked, 'completion', '2026-07-31T20:00:00.000Z')?.events[0]?.at).toBe(completionMoment);
  });

  test('hears nothing more once it has run out: then it expires', () => {
    const { dueAt } = clockOf(asked, 'completion');
    expect(remind(asked, 'completion', later(dueAt, -1))).not.toBeNull();
    expect(remind(asked, 'completion', dueAt)).toBeNull();
  });

  test('is reminded once of each date', () => {
    const told = afterReminder(resolved);
    expect(remind(told, 'reply_window', later(replyMoment, 60_000))).toBeNull();
  });

  test.each([
    ['later', '2026-07-20T17:00:00.000Z', '2026-07-15T01:00:00.000Z'],
    ['earlier', '2026-07-16T17:00:00.000Z', null],
  ])('is reminded again of a date that was moved where its moment is later: %s', (_how, dueAt, moment) => {
    const told = afterReminder(resolved);
    const { id } = clockOf(told, 'reply_window');
    const clocks = told.clocks.map((one) => (one.id === id ? { ...one, dueAt } : one));
    const again = remind({ ...told, clocks }, 'reply_window', '2026-07-15T05:00:00.000Z');
    expect(again?.events[0]?.at ?? null).toBe(moment);
  });

  test('is not reminded again where a holiday moves the end and not the moment', () => {
    const told = afterReminder(resolved);
    const { id } = clockOf(told, 'reply_window');
    const clocks = told.clocks.map((one) => (one.id === id ? { ...one, dueAt: '2026-07-20T17:00:00.000Z' } : one));
    const rows = [{ day: '2026-07-16', kind: 'regional' } as const];
    const own = { policy, calendar: calendarFrom('Asia/Jakarta', rows) };
    expect(reminderMoment('reply_window', '2026-07-20T17:00:00.000Z', own)).toBe(replyMoment);
    expect(remind({ ...told, clocks }, 'reply_window', '2026-07-15T05:00:00.000Z', own)).toBeNull();
  });

  test('who has replied is left alone', () => {
    const given = moved(asked, reporter, make.provide, at(20));
    const content = moved(resolved, reporter, make.confirm, at(8));
    expect(remind(given, 'completion', completionMoment)).toBeNull();
    expect(remind(content, 'reply_window', replyMoment)).toBeNull();
  });

  test('is reminded of the time to object to what is over, too', () => {
    const rejected = moved(
      moved(received, by(posts.verifier), make.reject, at(2)),
      by(posts.otherVerifier),
      make.reject,
      at(3),
    );
    expect(remind(rejected, 'reply_window', replyMoment)?.events[0]?.kind).toBe('reminded');
  });

  test('is not reminded of a time that is shorter than the reminder comes early', () => {
    const slow = [{ key: 'reminder.reply_window_days', value: 12, source: 'Kota', confidence: 'own' }] as const;
    const early = { policy: policyFrom(2, slow), calendar };
    expect(remind(resolved, 'reply_window', at(16), early)).toBeNull();
  });

  test('is not reminded after an expiry, nor of a clock that is another', () => {
    const { id, dueAt } = clockOf(resolved, 'reply_window');
    const closed = moved(resolved, clock, { move: 'expire', clockId: id }, dueAt);
    expect(reminded(closed, id, dueAt, counting)).toBeNull();
    expect(reminded(resolved, 'another', replyMoment, counting)).toBeNull();
    expect(reminded(asked, lastOf(asked.clocks, 'verify')?.id ?? '', completionMoment, counting)).toBeNull();
  });
});

test('what is due up to the horizon is exactly what is to be reminded of', () => {
  const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
  fc.assert(
    fc.property(
      fc.constantFrom<RemindedClock>('completion', 'reply_window'),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 800 * 24 }),
      fc.integer({ min: -3, max: 30 }),
      fc.constantFrom(...zones),
      (kind, days, hours, ahead, zone) => {
        const rule = kind === 'completion' ? 'reminder.completion_days' : 'reminder.reply_window_days';
        const own = policyFrom(2, [{ key: rule, value: days, source: 'Kota', confidence: 'own' }]);
        const reminding = {
          policy: own,
          calendar: calendarFrom(
            zone,
            [...calendar.holidays].map(([day, of]) => ({ day, kind: of })),
          ),
        };
        const now = later('2025-01-01T00:00:00.000Z', hours * 3_600_000);
        const dueAt = endOfDay(daysLater(now.slice(0, 10), ahead), zone);
        const isTime = reminderMoment(kind, dueAt, reminding) <= now;
        expect(dueAt <= remindedUntil(kind, now, reminding)).toBe(isTime);
      },
    ),
    { numRuns: 500 },
  );
});
