import { expect, test } from 'vitest';

import { isUuid } from '../../platform/db/uuid7.ts';
import { nonceOfRow } from './nonce-of-row.ts';

test('the nonce of a row is the same in a second run, and another for another row or city', () => {
  expect(nonceOfRow('demo', 'SBY-00001')).toBe(nonceOfRow('demo', 'SBY-00001'));
  expect(
    new Set([nonceOfRow('demo', 'SBY-00001'), nonceOfRow('dua', 'SBY-00001'), nonceOfRow('demo', 'SBY-00002')]).size,
  ).toBe(3);
  expect(isUuid(nonceOfRow('demo', 'SBY-00001'))).toBe(true);
});
