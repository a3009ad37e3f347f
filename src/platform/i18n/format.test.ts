import { expect, test } from 'vitest';
import {
  formatDate,
  formatDeadline,
  formatDeadlineStamp,
  formatMoment,
  formatNumber,
  formatRemaining,
  formatStamp,
} from './format.ts';

const afternoon = '2026-11-24T07:00:00.000Z';
const midnight = '2026-11-24T17:00:00.000Z'; // Wednesday 00:00 in Jakarta
const now = '2026-11-23T02:00:00.000Z';
const endOfYear = '2026-12-31T17:00:00.000Z';

test('a moment is told in words, in the zone of the city', () => {
  expect(formatMoment(afternoon, 'Asia/Jakarta', 'id', now)).toBe('Selasa 24 November pukul 14.00');
  expect(formatMoment(afternoon, 'Asia/Jayapura', 'id', now)).toBe('Selasa 24 November pukul 16.00');
  expect(formatMoment(afternoon, 'Asia/Jakarta', 'en', now)).toBe('Tuesday 24 November, 14:00');
});

test('a deadline at midnight is the end of the day before, also at the end of a year', () => {
  expect(formatDeadline(midnight, 'Asia/Jakarta', 'id', now)).toBe('Selasa 24 November pukul 24.00');
  expect(formatDeadline(midnight, 'Asia/Makassar', 'id', now)).toBe('Rabu 25 November pukul 01.00');
  expect(formatDeadline(endOfYear, 'Asia/Jakarta', 'en', now)).toBe('Thursday 31 December, 24:00');
  expect(formatDeadline(afternoon, 'Asia/Jakarta', 'id', now)).toBe('Selasa 24 November pukul 14.00');
});

test('the year stands there only where it is another than the one of now, as the city counts it', () => {
  const nextYear = '2027-01-20T07:00:00.000Z';
  expect(formatMoment(nextYear, 'Asia/Jakarta', 'id', now)).toBe('Rabu 20 Januari 2027 pukul 14.00');
  expect(formatMoment(nextYear, 'Asia/Jakarta', 'en', now)).toBe('Wednesday 20 January 2027, 14:00');
  expect(formatMoment(afternoon, 'Asia/Jakarta', 'id', nextYear)).toBe('Selasa 24 November 2026 pukul 14.00');
  expect(formatMoment(nextYear, 'Asia/Jakarta', 'id', nextYear)).toBe('Rabu 20 Januari pukul 14.00');
  // 17:00 of 31 December in Greenwich is the next year in Jakarta: for the moment, and for now.
  expect(formatMoment(endOfYear, 'Asia/Jakarta', 'id', now)).toBe('Jumat 1 Januari 2027 pukul 00.00');
  expect(formatMoment(afternoon, 'Asia/Jakarta', 'id', endOfYear)).toBe('Selasa 24 November 2026 pukul 14.00');
  expect(formatDeadline(endOfYear, 'Asia/Jakarta', 'id', endOfYear)).toBe('Kamis 31 Desember 2026 pukul 24.00');
});

test('a deadline on paper carries year and zone, and ends its day at 24:00', () => {
  expect(formatDeadlineStamp(endOfYear, 'Asia/Jakarta', 'id')).toBe('31 Desember 2026 pukul 24.00 WIB');
  expect(formatDeadlineStamp(afternoon, 'Asia/Jakarta', 'en')).toBe('24 November 2026, 14:00 WIB');
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
