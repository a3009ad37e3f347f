import { expect, test } from 'vitest';

import { isUuid, leastUuid7, uuid7 } from './uuid7.ts';

const at = new Date('2026-11-21T03:04:05.678Z');

test('ids of one process grow, also within a millisecond', () => {
  const ids = Array.from({ length: 1_000 }, () => uuid7(at));
  expect(ids).toEqual(ids.toSorted());
  expect(ids.every(isUuid)).toBe(true);
});

test('the least id of an instant lies between those before it and those from it on', () => {
  const least = leastUuid7(at);
  expect(isUuid(least)).toBe(true);
  expect(uuid7(new Date(at.getTime() - 1)) < least).toBe(true);
  expect(uuid7(at) >= least).toBe(true);
  expect(isUuid(leastUuid7(new Date(-1))) && isUuid(leastUuid7(new Date(8.64e15)))).toBe(true);
});
