import type { DayCount } from './calendar.ts';
import type { ClockKind, RunningClock } from './clocks.ts';
import { dueOf, type Due, type Length } from './due.ts';
import { lengthOf, type MeasuredClock, type Policy } from './policy.ts';
import { classOf, type Report } from './report.ts';

/** What the length of a clock depends on. */
type Measured = Pick<Report, 'state' | 'kind' | 'class'>;

export type Counting = { readonly policy: Policy; readonly calendar: DayCount['calendar'] };

/**
 * When a clock of a report is due by all that has happened to it, counted from its start. Under the calendar of the last count this is the date it
 * has. A promise keeps the date that somebody gave.
 */
export const dueOfClock = (report: Measured, clock: RunningClock, counting: Counting): Due => {
  const length = lengthIn(report, clock.kind, counting.policy);
  if (length === null) return { dueAt: clock.dueAt, provisional: clock.provisional };
  const { startedAt, extendedAt, pauses } = clock;
  const extension = extendedAt === null ? null : counting.policy.kipExtension;
  return dueOf({ startedAt, length, extension, pauses }, counting);
};

/** The length of a clock that runs in this report as it is; null for a promise. In a dispute it is the dispute that is validated. */
export const lengthIn = (report: Measured, kind: ClockKind, policy: Policy): Length | null => {
  if (kind === 'validation' && report.state === 'disputed') return policy.dispute;
  return isMeasured(kind, policy) ? lengthOf(policy, kind, classOf(report)) : null;
};

const isMeasured = (kind: ClockKind, policy: Policy): kind is MeasuredClock | 'answer' =>
  kind === 'answer' || Object.hasOwn(policy.clocks, kind);
