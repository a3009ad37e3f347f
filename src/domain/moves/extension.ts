import { changedClock } from '../changed-clock.ts';
import { dueOfClock } from '../clock-due.ts';
import { isRunning, type RunningClock } from '../clocks.ts';
import type { Made } from '../move-context.ts';
import type { Report } from '../report.ts';
import { wordsOf, type Particulars } from './particulars.ts';

/** The clock of a request for information, while it runs, is not due yet and was never made longer: what is late already cannot be put off. */
export const extendableClockOf = (report: Report, at: string): RunningClock | null =>
  report.clocks.find(
    (clock) => clock.kind === 'kip' && isRunning(clock) && clock.extendedAt === null && at < clock.dueAt,
  ) ?? null;

/** The one legal clock that an office may make longer: once, by what the policy says, for a reason that the reporter reads. */
export const extend = ({ report, command, context }: Made<'extend'>): Particulars => {
  const { at } = context;
  const clock = extendableClockOf(report, at);
  if (clock === null) throw new Error('an extension without its clock was let through');
  const { id, kind, dueAt, provisional } = clock;
  const change = { do: 'extend', id, at, dueAt, provisional } as const;
  const due = dueOfClock(report, changedClock(clock, change), context);
  return {
    clocks: [{ ...change, ...due }],
    payload: { clock: kind, clockId: id, before: dueAt, ...due },
    secrets: wordsOf({ message: command.message }),
  };
};
