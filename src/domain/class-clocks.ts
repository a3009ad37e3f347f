import { isOpen, lastOf, openOf, type ClockChange, type RunningClock } from './clocks.ts';
import { dueOfClock } from './clock-due.ts';
import { dueAfter } from './due.ts';
import type { MoveContext } from './move-context.ts';
import { classOf, type Report } from './report.ts';

type Counting = Pick<MoveContext, 'at' | 'policy' | 'calendar'>;

/** Another class keeps the start of the answer clock and changes its length; an information request has a clock of its own besides. */
export const classChanges = (before: Report, after: Report, context: Counting): readonly ClockChange[] => {
  const [was, is] = [classOf(before), classOf(after)];
  if (was === is) return [];
  return [...answerChanges(before, after, context), ...kipChanges(before, after, context)];
};

const answerChanges = (before: Report, after: Report, context: Counting): readonly ClockChange[] =>
  openOf(before.clocks, ['answer']).map((clock) => ({
    do: 'redue',
    id: clock.id,
    ...dueOfClock(after, clock, context),
  }));

/**
 * From the day it was filed, while an answer is still owed. What turns out to be no request was never owed under this law, late or not; found to be one
 * after all, it has the clock it had, with what it was given and what was given besides.
 */
const kipChanges = (before: Report, after: Report, context: Counting): readonly ClockChange[] => {
  const { at, policy, calendar } = context;
  if (classOf(after) !== 'information_request')
    return openOf(before.clocks, ['kip']).map(({ id }) => ({ do: 'stop', id, stoppedAt: at, outcome: 'cancelled' }));
  const isOwed = openOf(before.clocks, ['verify', 'answer']).length > 0;
  const last = lastOf(before.clocks, 'kip');
  if (!isOwed || (last !== undefined && isOpen(last))) return [];
  if (last !== undefined) return [takenUpAgain(last, after, context)];
  const due = dueAfter(before.filedAt, policy.clocks.kip, calendar, policy);
  return [{ do: 'start', kind: 'kip', startedAt: before.filedAt, ...due }];
};

const takenUpAgain = (clock: RunningClock, after: Report, context: Counting): ClockChange => ({
  do: 'restart',
  id: clock.id,
  settled: null,
  ...dueOfClock(after, clock, context),
});
