import { expect, it } from 'vitest';

import { lateMs } from './late.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const hourAgo = new Date('2026-11-24T09:00:00.000Z');

it('counts from the first instant that is too late', () => {
  expect(lateMs({ next_clock: 'answer', next_due_at: hourAgo }, now)).toBe(3_600_000);
  expect(lateMs({ next_clock: 'answer', next_due_at: now }, now)).toBe(0);
  expect(lateMs({ next_clock: 'answer', next_due_at: now }, hourAgo)).toBeNull();
  expect(lateMs({ next_clock: null, next_due_at: null }, now)).toBeNull();
});

it('says of nobody that they are late with what the reporter may do', () => {
  for (const next_clock of ['reply_window', 'completion'] as const)
    expect(lateMs({ next_clock, next_due_at: hourAgo }, now)).toBeNull();
});
