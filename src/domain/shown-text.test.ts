import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { withoutTricks } from './shown-text.ts';

describe('a text beside others', () => {
  test.each([
    ['lampu \u202Epadam\u202C di sini', 'lampu padam di sini'],
    ['\u2066Ani\u2069', 'Ani'],
    ['bel\u0007 dan \u001b[31mwarna', 'bel dan [31mwarna'],
    ['baris\nbaris\tkolom', 'baris\nbaris\tkolom'],
    ['👨‍👩‍👧 مسجد النور\u200f', '👨‍👩‍👧 مسجد النور\u200f'],
  ])('loses what would turn it around: %j', (text, shown) => expect(withoutTricks(text)).toBe(shown));

  test('loses nothing twice, and only what nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = withoutTricks(text);
        expect(withoutTricks(shown)).toBe(shown);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
