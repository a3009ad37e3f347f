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

/** What turns out to be no request was never owed under this law, late or not. */
const kipChanges = (before: Report, after: Report, context: Counting): readonly ClockChange[] => {
  if (!asksForInformation(after))
    return openOf(before.clocks, ['kip']).map(({ id }) => ({
      do: 'stop',
      id,
      stoppedAt: context.at,
      outcome: 'cancelled',
    }));
  const isOwed = openOf(before.clocks, ['verify', 'answer']).length > 0;
  return isOwed ? kipFromFiling(before, after, context) : [];
};

/**
 * Dealt with again after it was settled, or back from another authority: what was found meanwhile to ask for information is owed an answer only now.
 * A clock that runs on, or that an answer had ended, needs no other.
 */
export const owedAgain = (before: Report, after: Report, context: Counting): readonly ClockChange[] => {
  const last = lastOf(before.clocks, 'kip');
  const runsOrEnded = last !== undefined && last.outcome !== 'cancelled';
  return runsOrEnded || !asksForInformation(after) ? [] : kipFromFiling(before, after, context);
};

/** Whether the law on requests for information (UU 14/2008) holds for it. */
export const asksForInformation = (report: Report): boolean => classOf(report) === 'information_request';

/** Since the day it was filed; found to be a request once more, it has the clock it had, with what it was given and what was given besides. */
const kipFromFiling = (before: Report, after: Report, context: Counting): readonly ClockChange[] => {
  const { policy, calendar } = context;
  const last = lastOf(before.clocks, 'kip');
  if (last !== undefined) return isOpen(last) ? [] : [takenUpAgain(last, after, context)];
  const due = dueAfter(before.filedAt, policy.clocks.kip, calendar, policy);
  return [{ do: 'start', kind: 'kip', startedAt: before.filedAt, ...due }];
};

const takenUpAgain = (clock: RunningClock, after: Report, context: Counting): ClockChange => ({
  do: 'restart',
  id: clock.id,
  settled: null,
  ...dueOfClock(after, clock, context),
});
