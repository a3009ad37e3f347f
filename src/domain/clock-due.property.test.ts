import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { calendarFrom } from './calendar.ts';
import { holidaysOfIndonesia } from './calendar-id.ts';
import { dueOfClock } from './clock-due.ts';
import type { RunningClock } from './clocks.ts';
import { calendar, policy } from './testing/city.ts';
import { lives, type Step } from './testing/random-life.ts';

vi.setConfig({ testTimeout: 60_000 });

const always = (holds: (step: Step) => void) => {
  fc.assert(
    fc.property(lives, (steps) => {
      for (const step of steps) holds(step);
    }),
    { numRuns: 200 },
  );
};

/** The clocks a step left running, and those it ended, each with the report they were counted in. */
const counted = ({ before, after }: Step) =>
  after.clocks.flatMap((clock) => {
    if (clock.stoppedAt === null) return [{ clock, report: after }];
    const was = before.clocks.find((one) => one.id === clock.id);
    return was?.stoppedAt === null ? [{ clock, report: before }] : [];
  });

test('counted again from its start and its pauses, every clock has the date it has', () => {
  let shifted = 0;
  always((step) => {
    for (const { clock, report } of counted(step)) {
      const due = dueOfClock(report, clock, { policy, calendar });
      expect(due, clock.kind).toEqual({ dueAt: clock.dueAt, provisional: clock.provisional });
      if (clock.pauses.some((pause) => pause.until !== null)) shifted += 1;
    }
  });
  expect(shifted).toBeGreaterThan(0);
});

test('under a calendar with one day off more nothing that runs is due earlier', () => {
  const more = calendarFrom(calendar.zone, [...holidaysOfIndonesia, { day: '2025-09-10', kind: 'regional' }]);
  always((step) => {
    for (const { clock, report } of counted(step))
      expect(dueOfClock(report, clock, { policy, calendar: more }).dueAt >= clock.dueAt).toBe(true);
  });
});

test('pauses follow each other, are as long as the clock says, and one goes on exactly while it is paused', () => {
  always(({ after }) => {
    for (const clock of after.clocks) {
      const moments = clock.pauses.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
      expect(moments).toEqual(moments.toSorted());
      expect(clock.pauses.find((pause) => pause.until === null)?.from ?? null).toBe(clock.pausedAt);
      expect(askedMs(clock)).toBe(clock.pausedMs);
    }
  });
});

const askedMs = ({ pauses }: RunningClock): number =>
  pauses
    .filter((pause) => pause.reason !== 'settled')
    .reduce((sum, { from, until }) => sum + (until === null ? 0 : Date.parse(until) - Date.parse(from)), 0);

test('late means the same for every clock: it ended when it was due, or after', () => {
  always((step) => {
    for (const { clock } of counted(step)) {
      if (clock.stoppedAt === null || clock.outcome === 'moved' || clock.outcome === 'lapsed') continue;
      // A request that turned out to be none was never owed.
      if (clock.kind === 'kip' && clock.outcome === 'cancelled') continue;
      expect(clock.outcome === 'late').toBe(clock.stoppedAt >= clock.dueAt);
    }
  });
});
