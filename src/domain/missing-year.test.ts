import { expect, it } from 'vitest';

import { calendarFrom, daysLater } from './calendar.ts';
import { missingYear } from './missing-year.ts';

const nationalsOf = (year: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ day: daysLater(`${year}-01-01`, n), kind: 'national' as const }));

const known = (zone: string, ...years: readonly number[]) =>
  calendarFrom(
    zone,
    years.flatMap((year) => nationalsOf(year, 10)),
  );

it('warns of next year as long as it is missing', () => {
  const calendar = known('Asia/Jakarta', 2026);
  expect(missingYear(calendar, '2026-01-02T05:00:00.000Z')).toBe(2027);
  expect(missingYear(calendar, '2026-11-22T05:00:00.000Z')).toBe(2027);
});

it('is quiet when this year and the next are known', () => {
  expect(missingYear(known('Asia/Jakarta', 2026, 2027), '2026-12-31T05:00:00.000Z')).toBeNull();
  expect(missingYear(known('Asia/Jakarta', 2026, 2027), '2026-01-01T05:00:00.000Z')).toBeNull();
});

it('names this year first when even that is missing, by the day of the city', () => {
  expect(missingYear(known('Asia/Jakarta', 2026), '2026-12-31T16:59:59.999Z')).toBe(2027);
  expect(missingYear(known('Asia/Jakarta', 2025), '2026-02-01T00:00:00.000Z')).toBe(2026);
  expect(missingYear(known('Asia/Jayapura', 2025), '2025-12-31T15:00:00.000Z')).toBe(2026);
});

it('does not take a year that was only begun for one that is known', () => {
  const begun = (count: number) =>
    calendarFrom('Asia/Jakarta', [...nationalsOf(2026, 10), ...nationalsOf(2027, count)]);
  expect(missingYear(begun(9), '2026-12-01T00:00:00.000Z')).toBe(2027);
  expect(missingYear(begun(10), '2026-12-01T00:00:00.000Z')).toBeNull();
});

it('does not take regional days for a calendar', () => {
  const regional = calendarFrom('Asia/Jakarta', [...nationalsOf(2026, 10), { day: '2027-02-28', kind: 'regional' }]);
  expect(missingYear(regional, '2026-12-01T00:00:00.000Z')).toBe(2027);
});
