import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { backAtWork, quietUntil } from './quiet-hours.ts';
import { calendar, policy } from './testing/city.ts';
import { later } from './time.ts';

const rules = { policy, calendar };
const within = (from: string, until: string) => ({
  calendar,
  policy: { ...policy, notices: { ...policy.notices, quiet: { from, until } } },
});

describe('quiet hours', () => {
  test.each([
    ['at noon nothing waits', '2026-11-23T05:00:00.000Z', '2026-11-23T05:00:00.000Z'],
    ['at 19:59 neither', '2026-11-23T12:59:59.999Z', '2026-11-23T12:59:59.999Z'],
    ['from 20:00 on until the morning', '2026-11-23T13:00:00.000Z', '2026-11-23T23:00:00.000Z'],
    ['after midnight until the same morning', '2026-11-23T19:00:00.000Z', '2026-11-23T23:00:00.000Z'],
    ['at 06:00 no more', '2026-11-23T23:00:00.000Z', '2026-11-23T23:00:00.000Z'],
  ])('%s', (_says, now, then) => {
    expect(quietUntil(now, rules)).toBe(then);
  });

  test('may lie within one day, and are none when they end as they begin', () => {
    expect(quietUntil('2026-11-23T05:30:00.000Z', within('12:00', '13:00'))).toBe('2026-11-23T06:00:00.000Z');
    expect(quietUntil('2026-11-23T19:00:00.000Z', within('12:00', '13:00'))).toBe('2026-11-23T19:00:00.000Z');
    expect(quietUntil('2026-11-23T19:00:00.000Z', within('12:00', '12:00'))).toBe('2026-11-23T19:00:00.000Z');
  });

  test('only delay, by less than a day', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((of) => {
      const [hours, minutes] = [Math.floor(of / 60), of % 60].map((part) => String(part).padStart(2, '0'));
      return `${hours}:${minutes}`;
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), minute, minute, (at, from, until) => {
        const now = later('2026-01-01T00:00:00.000Z', at * 60_000);
        const told = quietUntil(now, within(from, until));
        expect(told >= now && told < later(now, 24 * 3_600_000)).toBe(true);
        expect(quietUntil(told, within(from, until))).toBe(told);
      }),
    );
  });
});

describe('people are at work again', () => {
  test.each([
    ['at once by day', '2026-11-23T05:00:00.000Z', '2026-11-23T05:00:00.000Z'],
    ['in the morning after a night', '2026-11-23T15:00:00.000Z', '2026-11-23T23:00:00.000Z'],
    ['on Monday when the offices open, from Saturday on', '2026-11-21T05:00:00.000Z', '2026-11-23T01:00:00.000Z'],
    ['on Monday, from Friday night on', '2026-11-20T15:00:00.000Z', '2026-11-23T01:00:00.000Z'],
    ['on Monday, from when the offices close on Friday', '2026-11-20T09:00:00.000Z', '2026-11-23T01:00:00.000Z'],
    ['at once on Friday while they are open', '2026-11-20T08:59:59.999Z', '2026-11-20T08:59:59.999Z'],
    ['at once on the evening before a working day', '2026-11-19T12:00:00.000Z', '2026-11-19T12:00:00.000Z'],
  ])('%s', (_says, now, back) => {
    expect(backAtWork(now, rules)).toBe(back);
  });
});
