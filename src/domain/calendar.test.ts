import { describe, expect, test } from 'vitest';

import {
  calendarFrom,
  daysBetween,
  daysLater,
  isDay,
  isWorkingDay,
  type HolidayKind,
  type HolidayRow,
} from './calendar.ts';
import { holidaysOfIndonesia } from './calendar-id.ts';

const office = { from: '08:00', until: '16:00' } as const;
const week = { saturdayWorks: false, jointLeaveWorks: true, office };

describe('the calendar of a city', () => {
  test('knows the decrees of three years', () => {
    const tally = (year: string, kind: string) =>
      holidaysOfIndonesia.filter((one) => one.day.startsWith(year) && one.kind === kind).length;
    expect(['2024', '2025', '2026'].map((year) => [tally(year, 'national'), tally(year, 'joint_leave')])).toEqual([
      [19, 10],
      [17, 11],
      [17, 8],
    ]);
    expect(new Set(holidaysOfIndonesia.map((one) => one.day)).size).toBe(82);
    expect(holidaysOfIndonesia.every((one) => isDay(one.day))).toBe(true);
  });

  test('works on joint leave where the city says so, but not when the day is a holiday as well', () => {
    const day = '2026-07-14';
    const leave = { day, kind: 'joint_leave' } as const;
    const regional = { day, kind: 'regional' } as const;
    expect(isWorkingDay(day, { calendar: calendarFrom('Asia/Jakarta', [leave]), policy: week })).toBe(true);
    for (const rows of [
      [leave, regional],
      [regional, leave],
    ]) {
      expect(isWorkingDay(day, { calendar: calendarFrom('Asia/Jakarta', rows), policy: week })).toBe(false);
    }
  });

  test('knows a year from ten national holidays on, not by regional ones, by joint leave or by one day twice', () => {
    const days = (year: number, kind: HolidayKind, count: number) =>
      Array.from({ length: count }, (_, n) => ({ day: daysLater(`${year}-03-01`, n), kind }));
    const yearsOf = (...rows: readonly HolidayRow[]) => [...calendarFrom('Asia/Jakarta', rows).yearsKnown];
    expect(yearsOf(...days(2026, 'national', 10), ...days(2027, 'national', 9))).toEqual([2026]);
    expect(yearsOf(...days(2027, 'regional', 12), ...days(2027, 'joint_leave', 12))).toEqual([]);
    expect(yearsOf(...days(2027, 'national', 9), ...days(2027, 'national', 1))).toEqual([]);
    expect([...calendarFrom('Asia/Jakarta', holidaysOfIndonesia).yearsKnown]).toEqual([2024, 2025, 2026]);
  });

  test('never works on a Sunday', () => {
    const count = {
      calendar: calendarFrom('Asia/Jakarta', []),
      policy: { saturdayWorks: true, jointLeaveWorks: true, office },
    };
    expect(['2026-07-04', '2026-07-05'].map((day) => isWorkingDay(day, count))).toEqual([true, false]);
  });
});

describe('days', () => {
  test('are counted over leap years', () => {
    expect(daysLater('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2024-02-28', '2025-02-28')).toBe(366);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });

  test('exist or do not', () => {
    expect(['2026-02-28', '2026-02-29', '2026-2-3', '2026-13-01', 'besok', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
