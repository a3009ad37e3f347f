import { expect, it } from 'vitest';

import { lastDigest } from './digest.ts';

it.each([
  ['2026-11-24T00:30:00.000Z', '2026-11-24T00:30:00.000Z'],
  ['2026-11-24T00:29:59.999Z', '2026-11-23T00:30:00.000Z'],
  ['2026-11-24T16:59:59.999Z', '2026-11-24T00:30:00.000Z'],
  ['2026-11-24T17:00:00.000Z', '2026-11-24T00:30:00.000Z'],
])('at %s the summaries of Jakarta last went at %s', (now, last) => {
  expect(lastDigest(now, '07:30', 'Asia/Jakarta')).toBe(last);
});
