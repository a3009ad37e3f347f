import { expect, test } from 'vitest';
import { formatDate, formatDeadline, formatMoment, formatNumber, formatRemaining, formatStamp } from './format.ts';

const afternoon = '2026-11-24T07:00:00.000Z';
const midnight = '2026-11-24T17:00:00.000Z'; // Wednesday 00:00 in Jakarta

test('a moment is told in words, in the zone of the city', () => {
  expect(formatMoment(afternoon, 'Asia/Jakarta', 'id')).toBe('Selasa 24 November pukul 14.00');
  expect(formatMoment(afternoon, 'Asia/Jayapura', 'id')).toBe('Selasa 24 November pukul 16.00');
  expect(formatMoment(afternoon, 'Asia/Jakarta', 'en')).toBe('Tuesday 24 November, 14:00');
});

test('a deadline at midnight is the end of the day before, also at the end of a year', () => {
  expect(formatDeadline(midnight, 'Asia/Jakarta', 'id')).toBe('Selasa 24 November pukul 24.00');
  expect(formatDeadline(midnight, 'Asia/Makassar', 'id')).toBe('Rabu 25 November pukul 01.00');
  expect(formatDeadline('2026-12-31T17:00:00.000Z', 'Asia/Jakarta', 'en')).toBe('Thursday 31 December, 24:00');
  expect(formatDeadline(afternoon, 'Asia/Jakarta', 'id')).toBe('Selasa 24 November pukul 14.00');
});

test('a date is the date of the city, not of Greenwich', () => {
  expect(formatDate('2026-12-31T16:59:59.999Z', 'Asia/Jakarta', 'id')).toBe('31 Desember 2026');
  expect(formatDate('2026-12-31T17:00:00.000Z', 'Asia/Jakarta', 'id')).toBe('1 Januari 2027');
});

test('what is printed carries year and zone, which Indonesians call WIB, WITA and WIT in either language', () => {
  expect(formatStamp(afternoon, 'Asia/Jakarta', 'id')).toBe('24 November 2026 pukul 14.00 WIB');
  expect(formatStamp(afternoon, 'Asia/Makassar', 'en')).toBe('24 November 2026, 15:00 WITA');
  expect(formatStamp(afternoon, 'Asia/Jayapura', 'id')).toBe('24 November 2026 pukul 16.00 WIT');
});

test('numbers have the separators of their language', () => {
  expect(formatNumber(1_234_567.5, 'id')).toBe('1.234.567,5');
  expect(formatNumber(1_234_567.5, 'en')).toBe('1,234,567.5');
});

test('what remains is never said to be more than it is', () => {
  const words = (dueIn: number) =>
    formatRemaining(
      new Date(dueIn * 60_000).toISOString(),
      '1970-01-01T00:00:00.000Z',
      (key, values) => `${key} ${values?.['count']}`,
    );
  expect(words(0.5)).toBe('general.remaining.left.minutes 1');
  expect(words(59.9)).toBe('general.remaining.left.minutes 59');
  expect(words(60)).toBe('general.remaining.left.hours 1');
  expect(words(47 * 60 + 59)).toBe('general.remaining.left.hours 47');
  expect(words(72 * 60 - 1)).toBe('general.remaining.left.days 2');
  expect(words(-61)).toBe('general.remaining.past.hours 1');
  expect(words(-49 * 60)).toBe('general.remaining.past.days 2');
});
