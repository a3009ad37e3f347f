import { lengthIn } from './clock-due.ts';
import { isRunning, type RunningClock } from './clocks.ts';
import type { DayCount } from './calendar.ts';
import type { Policy } from './policy.ts';
import { backAtWork } from './quiet-hours.ts';
import { isFinal, type Report } from './report.ts';

type Measured = Pick<Report, 'state' | 'kind' | 'class'>;

/** The moment that somebody is to be told of, when that is done, and which clocks it is about. */
export type Telling = { readonly at: string; readonly now: string; readonly clocks: readonly RunningClock[] };

export type UrgentRules = { readonly policy: Policy; readonly calendar: DayCount['calendar'] };

/**
 * Whether it would be too late in the morning: one of the clocks is counted in hours and runs out before people are at work again. What is late already
 * can wait as well as anything.
 */
export const cannotWait = (report: Measured, { at, now, clocks }: Telling, rules: UrgentRules): boolean => {
  const back = backAtWork(now, rules);
  if (back === now) return false;
  return hurried(report, { at, clocks }, rules.policy).some(({ dueAt }) => dueAt <= back);
};

/** Whether what could not wait when somebody was told (`now`) is still to be done; `clocks`: as they are since. */
export const isStillUrgent = (report: Measured, { at, now, clocks }: Telling, policy: Policy): boolean =>
  !isFinal(report.state) && hurried(report, { at, clocks }, policy).some(({ startedAt }) => startedAt <= now);

/** Clocks counted in hours that run, and were not late at the moment that was to be told of. */
const hurried = (report: Measured, { at, clocks }: Omit<Telling, 'now'>, policy: Policy): readonly RunningClock[] =>
  clocks.filter((clock) => isRunning(clock) && isInHours(report, clock, policy) && at <= clock.dueAt);

const isInHours = (report: Measured, { kind }: RunningClock, policy: Policy): boolean =>
  lengthIn(report, kind, policy)?.unit.endsWith('hours') === true;
