import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { canonicalJson, type Json } from './jcs.ts';

describe('canonical JSON', () => {
  test('gives the published example of RFC 8785', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts names by their UTF-16 units', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smile',
      '\u0080': 'Control',
      '\u00f6': 'o',
    };
    expect([...canonicalJson(value).matchAll(/:"(\w+)"/g)].map((match) => match[1])).toEqual([
      'CR',
      'One',
      'Control',
      'o',
      'Euro',
      'Smile',
      'Dalet',
    ]);
  });

  test('says the same of the same, in whatever order it was made', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json: Json = JSON.parse(JSON.stringify(value));
        const shuffled: Json = JSON.parse(
          JSON.stringify(value, (_name, part) =>
            isPlain(part) ? Object.fromEntries(Object.entries(part).toReversed()) : part,
          ),
        );
        expect(canonicalJson(shuffled)).toBe(canonicalJson(json));
        expect(JSON.parse(canonicalJson(json))).toEqual(json);
      }),
    );
  });

  test('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson([Number.NaN])).toThrow(RangeError);
    expect(() => canonicalJson({ text: '\ud800' })).toThrow(RangeError);
    expect(() => canonicalJson({ '\udead': 1 })).toThrow(RangeError);
  });
});

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
