import { describe, expect, it } from 'vitest';

import { isUuid } from '../../platform/db/uuid7.ts';
import { addressOfRow, nonceOfRow, ratingOfRow } from './invented.ts';

describe('what a row does not say', () => {
  it('is the same in a second run, and another for another row or city', () => {
    expect(nonceOfRow('demo', 'SBY-00001')).toBe(nonceOfRow('demo', 'SBY-00001'));
    expect(
      new Set([nonceOfRow('demo', 'SBY-00001'), nonceOfRow('dua', 'SBY-00001'), nonceOfRow('demo', 'SBY-00002')]).size,
    ).toBe(3);
    expect(isUuid(nonceOfRow('demo', 'SBY-00001'))).toBe(true);
  });

  it('never leads to a person, and never to an objection', () => {
    expect(addressOfRow('SBY-00001')).toMatch(/@contoh\.invalid$/);
    const ratings = Array.from({ length: 50 }, (_, index) => ratingOfRow(`row ${index}`));
    expect(Math.min(...ratings)).toBe(3);
    expect(Math.max(...ratings)).toBe(5);
  });
});
