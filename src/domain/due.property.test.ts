import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { calendarFrom, type HolidayRow } from './calendar.ts';
import { holidaysOfIndonesia } from './calendar-id.ts';
import { dueAfter, dueAfterPause, dueOf, lengthUnits, type Length } from './due.ts';
import { later, localDay, startOfDay } from './time.ts';

vi.setConfig({ testTimeout: 60_000 });

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'America/New_York'] as const;
const instants = fc
  .integer({ min: 0, max: 900 * 24 * 60 })
  .map((minutes) => later('2024-01-02T00:00:00.000Z', minutes * 60_000));
const zone = fc.constantFrom(...zones);
const office = fc
  .tuple(fc.integer({ min: 6, max: 11 }), fc.integer({ min: 12, max: 18 }))
  .map(([from, until]) => ({ from: `${String(from).padStart(2, '0')}:30`, until: `${until}:00` }));
const policy = fc.record({ saturdayWorks: fc.boolean(), jointLeaveWorks: fc.boolean(), office });
const length: fc.Arbitrary<Length> = fc.record({
  n: fc.integer({ min: 1, max: 70 }),
  unit: fc.constantFrom(...lengthUnits),
});
const holiday: fc.Arbitrary<HolidayRow> = fc
  .record({ days: fc.integer({ min: 0, max: 1000 }), kind: fc.constantFrom('national', 'joint_leave', 'regional') })
  .map(({ days, kind }) => ({ day: later('2024-01-02T00:00:00.000Z', days * 86_400_000).slice(0, 10), kind }));
const calendarIn = (name: string, more: readonly HolidayRow[] = []) =>
  calendarFrom(name, [...holidaysOfIndonesia, ...more]);

test('who starts later is never due earlier', () => {
  fc.assert(
    fc.property(instants, instants, length, zone, policy, (one, other, long, where, week) => {
      const [first, second] = [one, other].toSorted();
      const calendar = calendarIn(where);
      expect(
        dueAfter(first ?? one, long, calendar, week).dueAt <= dueAfter(second ?? other, long, calendar, week).dueAt,
      ).toBe(true);
    }),
  );
});

test('a due date lies after its start, by at least the days it has', () => {
  fc.assert(
    fc.property(instants, length, zone, policy, (start, long, where, week) => {
      const { dueAt } = dueAfter(start, long, calendarIn(where), week);
      const hours = long.unit.endsWith('hours') ? long.n : long.n * 24 - 1;
      expect(dueAt >= later(start, hours * 3_600_000)).toBe(true);
    }),
  );
});

test('the same wall clock gives the same last day in every zone', () => {
  fc.assert(
    fc.property(instants, length, policy, fc.integer({ min: 0, max: 22 }), (start, long, week, hour) => {
      fc.pre(!long.unit.endsWith('hours'));
      const day = start.slice(0, 10);
      const lastDays = zones.map((where) => {
        const wall = later(startOfDay(day, where), hour * 3_600_000);
        return localDay(later(dueAfter(wall, long, calendarIn(where), week).dueAt, -1), where);
      });
      expect(new Set(lastDays).size).toBe(1);
    }),
  );
});

/** A start with a length and up to three pauses, one after the other; the last one may go on. */
const history = fc
  .record({ startedAt: instants, length, hours: fc.array(fc.nat(900), { maxLength: 6 }) })
  .map(({ startedAt, length: long, hours }) => {
    const moments = hours.toSorted((a, b) => a - b).map((hour) => later(startedAt, hour * 3_600_000));
    const pauses = moments.flatMap((from, index) =>
      index % 2 === 0 ? [{ from, until: moments[index + 1] ?? null }] : [],
    );
    return { startedAt, length: long, pauses };
  });

test('a holiday more never makes anything due earlier, whatever has happened since the start', () => {
  fc.assert(
    fc.property(history, zone, policy, holiday, (lived, where, week, added) => {
      const before = dueOf(lived, { calendar: calendarIn(where), policy: week });
      const after = dueOf(lived, { calendar: calendarIn(where, [added]), policy: week });
      expect(after.dueAt >= before.dueAt).toBe(true);
    }),
  );
});

test('calendar days and hours are due at the same instant whatever the holidays, and hours in whatever zone', () => {
  fc.assert(
    fc.property(history, zone, zone, policy, holiday, (lived, where, elsewhere, week, added) => {
      fc.pre(lived.length.unit === 'hours' || lived.length.unit === 'calendar_days');
      const due = dueOf(lived, { calendar: calendarIn(where), policy: week });
      expect(dueOf(lived, { calendar: calendarIn(where, [added]), policy: week })).toEqual(due);
      if (lived.length.unit === 'calendar_days') return;
      expect(dueOf(lived, { calendar: calendarIn(elsewhere), policy: week })).toEqual(due);
    }),
  );
});

test('one pause more never makes anything due earlier', () => {
  fc.assert(
    fc.property(history, zone, policy, (lived, where, week) => {
      const count = { calendar: calendarIn(where), policy: week };
      const dues = lived.pauses.map((_pause, index) =>
        dueOf({ ...lived, pauses: lived.pauses.slice(0, index) }, count),
      );
      const all = [...dues, dueOf(lived, count)].map((due) => due.dueAt);
      expect(all).toEqual(all.toSorted());
    }),
  );
});

test('a pause never makes anything due earlier, and a longer one never earlier than a shorter', () => {
  fc.assert(
    fc.property(
      instants,
      length,
      zone,
      policy,
      fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000)),
      (start, long, where, week, hours) => {
        const count = { calendar: calendarIn(where), policy: week };
        const due = dueAfter(start, long, count.calendar, week);
        const [from, short, longer] = hours.toSorted((a, b) => a - b).map((hour) => later(start, hour * 3_600_000));
        if (from === undefined || short === undefined || longer === undefined) throw new Error('three moments');
        const once = dueAfterPause(due, long.unit, { from, until: short }, count);
        expect(once.dueAt >= due.dueAt).toBe(true);
        expect(dueAfterPause(due, long.unit, { from, until: longer }, count).dueAt >= once.dueAt).toBe(true);
      },
    ),
  );
});

test('a pause in two parts gives what it gives in one', () => {
  fc.assert(
    fc.property(
      instants,
      zone,
      policy,
      fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)),
      (start, where, week, hours) => {
        const count = { calendar: calendarIn(where), policy: week };
        const due = dueAfter(start, { n: 20, unit: 'working_days' }, count.calendar, week);
        const [from, middle, until] = hours.toSorted((a, b) => a - b).map((hour) => later(start, hour * 3_600_000));
        if (from === undefined || middle === undefined || until === undefined) throw new Error('three moments');
        const first = dueAfterPause(due, 'working_days', { from, until: middle }, count);
        fc.pre(first.dueAt > middle && due.dueAt > later(from, 86_400_000 * 8));
        const second = dueAfterPause(first, 'working_days', { from: middle, until }, count);
        expect(second).toEqual(dueAfterPause(due, 'working_days', { from, until }, count));
      },
    ),
  );
});

test('a longer length never gives an earlier date, whatever the pauses', () => {
  fc.assert(
    fc.property(history, fc.nat(60), zone, policy, (lived, more, where, week) => {
      const count = { calendar: calendarIn(where), policy: week };
      const longer = { ...lived.length, n: lived.length.n + more };
      expect(dueOf({ ...lived, length: longer }, count).dueAt >= dueOf(lived, count).dueAt).toBe(true);
    }),
  );
});
