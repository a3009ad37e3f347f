import type { ClockChange, RunningClock } from './clocks.ts';

export type ClockStart = Extract<ClockChange, { readonly do: 'start' }>;
export type ClockAlteration = Exclude<ClockChange, ClockStart>;

/** A clock as it is when it starts. */
export const startedClock = (
  { kind, startedAt, dueAt, provisional }: ClockStart,
  { id, policyVersion }: Pick<RunningClock, 'id' | 'policyVersion'>,
): RunningClock => ({
  id,
  kind,
  policyVersion,
  startedAt,
  dueAt,
  provisional,
  pausedAt: null,
  pausedMs: 0,
  stoppedAt: null,
  outcome: null,
  passedAt: null,
});

/** A clock as it is after a change. */
export const changedClock = (clock: RunningClock, change: ClockAlteration): RunningClock => ({
  ...clock,
  ...differenceOf(change),
});

/** A new due date clears the mark that the old one had passed. */
const differenceOf = (change: ClockAlteration): Partial<RunningClock> => {
  switch (change.do) {
    case 'stop':
      return { stoppedAt: change.stoppedAt, outcome: change.outcome, pausedAt: null };
    case 'pause':
      return { pausedAt: change.at };
    case 'resume': {
      const { pausedMs, dueAt, provisional } = change;
      return { pausedAt: null, pausedMs, dueAt, provisional, passedAt: null };
    }
    case 'redue':
      return { dueAt: change.dueAt, provisional: change.provisional, passedAt: null };
    case 'restart':
      return { stoppedAt: null, outcome: null, dueAt: change.dueAt, provisional: change.provisional, passedAt: null };
    case 'pass':
      return { passedAt: change.at };
    default:
      return change satisfies never;
  }
};
