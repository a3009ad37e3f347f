import { isRunning, type RunningClock } from '../clocks.ts';
import type { Made } from '../move-context.ts';
import type { ClosedReason, Report } from '../report.ts';
import type { Particulars } from './particulars.ts';
import { endedWork } from './work.ts';

/** The clock that lets a report in its state expire: no reply while resolved, nothing completed while asked, no objection to what is over. */
export const expiringClockOf = (report: Report, clockId: string): RunningClock | null => {
  const kind = report.state === 'needs_info' ? 'completion' : 'reply_window';
  return report.clocks.find((clock) => clock.id === clockId && clock.kind === kind && isRunning(clock)) ?? null;
};

/** When such a clock of it has run out by an instant: the report moves on as soon as somebody looks. Null: none has. */
export const expiredAt = (report: Report, at: string): string | null =>
  report.clocks.find(({ id, dueAt }) => dueAt <= at && expiringClockOf(report, id) !== null)?.dueAt ?? null;

/** Dated by the deadline, however late the sweep comes. What was over already stays as it is: only the offer to object has ended. */
export const expire = ({ report, command, context }: Made<'expire'>): Particulars => {
  const clock = expiringClockOf(report, command.clockId);
  if (clock === null) throw new Error('an expiry without its clock was let through');
  const lapse = {
    clocks: [{ do: 'stop', id: clock.id, stoppedAt: context.at, outcome: 'lapsed' }],
    payload: { clock: clock.kind, clockId: clock.id },
  } as const satisfies Particulars;
  const closedReason = reasonOf(report);
  if (closedReason === null) return { ...lapse, to: report.state, tellsReporter: false };
  return {
    ...lapse,
    to: 'closed',
    report: { closedReason },
    assignments: endedWork(report),
    payload: { ...lapse.payload, closedReason },
  };
};

const reasonOf = (report: Report): ClosedReason | null => {
  if (report.state === 'resolved') return 'no_reply';
  return report.state === 'needs_info' ? 'not_completed' : null;
};
