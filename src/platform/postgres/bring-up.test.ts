import { expect, it } from 'vitest';

import { backOffMs } from './bring-up.ts';

it('a server that could not start is tried again within two seconds, however often it could not: room on a full disk is used at once', () => {
  const pauses = Array.from({ length: 200 }, (_, attempt) => backOffMs(attempt));
  expect(pauses.slice(0, 5)).toEqual([0, 500, 1_000, 2_000, 2_000]);
  expect(Math.max(...pauses)).toBe(2_000);
});
