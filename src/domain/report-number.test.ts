import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeNumber, parseNumber, showNumber } from './report-number.ts';

const fractions = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const numbers = fractions.map((fraction) => makeNumber(() => fraction));

describe('a report number', () => {
  test('has ten digits, the last of which checks the others', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^[1-9]\d{9}$/);
        expect(parseNumber(number)).toBe(number);
      }),
    );
    expect(makeNumber(() => 0)).toMatch(/^100000000\d$/);
    expect(makeNumber(() => 1 - Number.EPSILON)).toMatch(/^999999999\d$/);
  });

  test('has the check digit of the published example: 572 is followed by 4', () => {
    const padded = makeNumber(() => 0);
    expect(parseNumber(padded)).toBe(padded);
    expect(parseNumber('0000005724')).toBe('0000005724');
    expect(parseNumber('0000005723')).toBeNull();
  });

  test('read with one wrong digit is no number', () => {
    fc.assert(
      fc.property(numbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const wrong = [...number].map((digit, at) => (at === place ? (Number(digit) + shift) % 10 : digit)).join('');
        expect(parseNumber(wrong)).toBeNull();
      }),
    );
  });

  test('read with two neighbours swapped is no number', () => {
    fc.assert(
      fc.property(numbers, fc.nat(8), (number, place) => {
        const digits = [...number];
        const [a, b] = [digits[place], digits[place + 1]];
        fc.pre(a !== b);
        const swapped = digits
          .with(place, b ?? '')
          .with(place + 1, a ?? '')
          .join('');
        expect(parseNumber(swapped)).toBeNull();
      }),
    );
  });

  test('is shown 3-3-4 and read back however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const shown = showNumber(number);
        expect(shown).toMatch(/^\d{3}-\d{3}-\d{4}$/);
        for (const typed of [
          shown,
          ` ${shown.replaceAll('-', ' ')} `,
          shown.replaceAll('-', '\u2013'),
          shown.replaceAll('-', '.'),
        ]) {
          expect(parseNumber(typed)).toBe(number);
        }
      }),
    );
    expect(['', '123', 'laporan', '12345678901', '１２３４５６７８９０'].map(parseNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
