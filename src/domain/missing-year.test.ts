import { expect, it } from 'vitest';

import { calendarFrom } from './calendar.ts';
import { missingYear } from './missing-year.ts';

const known = (zone: string, ...years: readonly number[]) =>
  calendarFrom(
    zone,
    years.map((year) => ({ day: `${year}-01-01`, kind: 'national' as const })),
  );

it('warns of next year once a clock started today may reach it', () => {
  const calendar = known('Asia/Jakarta', 2026);
  expect(missingYear(calendar, '2026-09-02T05:00:00.000Z')).toBeNull();
  expect(missingYear(calendar, '2026-09-03T05:00:00.000Z')).toBe(2027);
  expect(missingYear(calendar, '2026-11-22T05:00:00.000Z')).toBe(2027);
});

it('is quiet when the year has come, or its holidays have', () => {
  expect(missingYear(known('Asia/Jakarta', 2026, 2027), '2026-12-31T05:00:00.000Z')).toBeNull();
  expect(missingYear(known('Asia/Jakarta', 2026, 2027), '2027-06-01T05:00:00.000Z')).toBeNull();
});

it('names this year first when even that is missing, by the day of the city', () => {
  expect(missingYear(known('Asia/Jakarta', 2026), '2026-12-31T16:59:59.999Z')).toBe(2027);
  expect(missingYear(known('Asia/Jakarta', 2025), '2026-02-01T00:00:00.000Z')).toBe(2026);
  expect(missingYear(known('Asia/Jayapura', 2025), '2025-12-31T15:00:00.000Z')).toBe(2026);
});

it('does not take regional days for a calendar', () => {
  const regional = calendarFrom('Asia/Jakarta', [
    { day: '2026-01-01', kind: 'national' },
    { day: '2027-02-28', kind: 'regional' },
  ]);
  expect(missingYear(regional, '2026-12-01T00:00:00.000Z')).toBe(2027);
});
