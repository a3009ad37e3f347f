import { describe, expect, test } from 'vitest';

import { startedClock } from './changed-clock.ts';
import type { ClockKind, RunningClock } from './clocks.ts';
import { calendar, idOf, policy } from './testing/city.ts';
import { cannotWait, isStillUrgent } from './urgent.ts';

const report = { state: 'received', kind: 'complaint', class: null } as const;
const saturday = '2026-11-28T15:00:00.000Z'; // ten in the evening in Jakarta

const clock = (kind: ClockKind, dueAt: string, startedAt = saturday): RunningClock =>
  startedClock(
    { do: 'start', kind, startedAt, dueAt, provisional: false },
    { id: idOf(3000), policyVersion: policy.version },
  );
const answer = clock('first_answer', '2026-11-29T15:00:00.000Z');
const late = clock('first_answer', '2026-11-28T14:59:59.999Z', '2026-11-27T14:59:59.999Z');
const inDays = clock('verify', '2026-12-02T17:00:00.000Z');

test('what runs out in hours before people are at work again cannot wait; days can, and so can what is late', () => {
  const waits = (clocks: readonly RunningClock[], now = saturday) =>
    !cannotWait(report, { at: now, now, clocks }, { policy, calendar });
  expect(waits([answer, inDays])).toBe(false);
  expect(waits([inDays])).toBe(true);
  expect(waits([late])).toBe(true);
  expect(waits([answer], '2026-11-27T03:00:00.000Z')).toBe(true);
});

describe('what could not wait', () => {
  const stands = (clocks: readonly RunningClock[], more: Partial<Parameters<typeof isStillUrgent>[0]> = {}) =>
    isStillUrgent({ ...report, ...more }, { at: saturday, now: saturday, clocks }, policy);

  test.each<[string, readonly RunningClock[], boolean]>([
    ['is still to be done while its clock runs', [inDays, answer], true],
    ['is done when its clock has stopped', [inDays, { ...answer, stoppedAt: saturday }], false],
    ['is nothing to do while its clock stands still', [{ ...answer, pausedAt: saturday }], false],
    ['was never what was late already', [late], false],
    ['is not what began later', [clock('first_answer', '2026-11-30T15:00:00.000Z', '2026-11-29T15:00:00.000Z')], false],
  ])('%s', (_says, clocks, isUrgent) => {
    expect(stands(clocks)).toBe(isUrgent);
  });

  test('is still to be done when it has become late since', () => {
    expect(stands([{ ...answer, passedAt: '2026-11-29T15:00:00.000Z' }])).toBe(true);
  });

  test('is over with the report', () => {
    expect(stands([answer], { state: 'closed' })).toBe(false);
  });
});
