import fc from 'fast-check';
import { expect, test } from 'vitest';

import { makeClaimCode, parseClaimCode, showClaimCode } from './claim-code.ts';

test('a claim code has eight digits and is read back however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (random) => {
      const code = makeClaimCode(random);
      const shown = showClaimCode(code);
      expect(shown).toMatch(/^\d{4}-\d{4}$/);
      for (const typed of [code, shown, ` ${shown.replace('-', ' ')} `]) expect(parseClaimCode(typed)).toBe(code);
    }),
  );
});

test('a claim code keeps its leading zeros', () => {
  expect(makeClaimCode(new Uint8Array([0, 0, 0, 0, 0, 0, 1, 2]))).toBe('00000258');
});

test('what has not eight digits is no claim code', () => {
  expect(['', '1234567', '123456789', 'abcdefgh'].map(parseClaimCode)).toEqual([null, null, null, null]);
  expect(() => makeClaimCode(new Uint8Array(7))).toThrow(RangeError);
});
