import { expect, test } from 'vitest';

import { endOfDay, lastDayOf, lastMoment } from './last-day.ts';

test('a day is whole: it ends where the next begins', () => {
  expect(endOfDay('2026-07-10', 'Asia/Makassar')).toBe('2026-07-10T16:00:00.000Z');
  expect(endOfDay('2026-12-31', 'Asia/Jayapura')).toBe('2026-12-31T15:00:00.000Z');
});

test('a zone that skips midnight begins its day when the clocks allow', () => {
  expect(endOfDay('2026-04-23', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
});

test('the last day of a span is the one that its end follows', () => {
  for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Africa/Cairo', 'America/Lima'])
    for (const day of ['2026-04-23', '2026-10-29', '2026-12-31', '2028-02-29'])
      expect(lastDayOf(endOfDay(day, zone), zone)).toBe(day);
});

test('the end within a day belongs to that day, as a date or as text', () => {
  const end = '2026-07-10T03:00:00.000Z';
  expect(lastMoment(end)).toBe('2026-07-10T02:59:59.999Z');
  expect(lastMoment(new Date(end))).toBe(lastMoment(end));
  expect(lastDayOf(new Date(end), 'Asia/Jakarta')).toBe('2026-07-10');
});
