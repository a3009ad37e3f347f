import { describe, expect, test } from 'vitest';

import { changedClock, startedClock } from './changed-clock.ts';

const due = { dueAt: '2026-12-01T17:00:00.000Z', provisional: false };
const clock = startedClock(
  { do: 'start', kind: 'answer', startedAt: '2026-11-23T02:00:00.000Z', ...due },
  { id: 'a', policyVersion: 1 },
);
const passed = changedClock(clock, { do: 'pass', id: 'a', at: due.dueAt });
const other = { dueAt: '2026-12-02T17:00:00.000Z', provisional: false };

describe('a clock whose due date has passed', () => {
  const changes = (to: typeof due) =>
    [
      { do: 'resume', id: 'a', at: '2026-12-05T02:00:00.000Z', pausedMs: 1, ...to },
      { do: 'redue', id: 'a', ...to },
      { do: 'restart', id: 'a', settled: null, ...to },
    ] as const;

  test.each(changes(due))('keeps its mark when $do leaves the date as it was: it is late once', (change) => {
    expect(changedClock(passed, change).passedAt).toBe(due.dueAt);
  });

  test.each(changes(other))('loses its mark when $do gives it another date', (change) => {
    expect(changedClock(passed, change)).toMatchObject({ ...other, passedAt: null });
  });
});
