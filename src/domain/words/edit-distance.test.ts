import fc from 'fast-check';
import { expect, test } from 'vitest';

import { distanceToBeginning } from './edit-distance.ts';

test.each([
  ['', 'karawaci', 0],
  ['kara', 'karawaci', 0],
  ['karawaci', 'karawaci', 0],
  ['karwaci', 'karawaci', 1],
  ['karavaci', 'karawaci', 1],
  ['kraawaci', 'karawaci', 1],
  ['karawacii', 'karawaci', 1],
  ['nerogtok', 'neroktog', 2],
  ['xyz', '', 3],
])('%s is a beginning of %s but for %i', (typed, word, distance) => {
  expect(distanceToBeginning(typed, word)).toBe(distance);
});

test('a beginning is 0 away, and nothing is further away than it is long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(distanceToBeginning(one, one + other)).toBe(0);
      expect(distanceToBeginning(one, other)).toBeLessThanOrEqual([...one].length);
    }),
  );
});
