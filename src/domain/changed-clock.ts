import type { ClockChange, RunningClock } from './clocks.ts';
import type { Due } from './due.ts';

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
  pauses: [],
  stoppedAt: null,
  outcome: null,
  passedAt: null,
  extendedAt: null,
  reminder: null,
});

/** A clock as it is after a change. */
export const changedClock = (clock: RunningClock, change: ClockAlteration): RunningClock => ({
  ...clock,
  ...differenceOf(clock, change),
});

const differenceOf = (clock: RunningClock, change: ClockAlteration): Partial<RunningClock> => {
  const { pauses } = clock;
  switch (change.do) {
    case 'stop':
      return { stoppedAt: change.stoppedAt, outcome: change.outcome, pausedAt: null };
    case 'pause':
      return { pausedAt: change.at, pauses: [...pauses, { from: change.at, until: null, reason: change.reason }] };
    case 'resume': {
      const { pausedMs } = change;
      return { pausedAt: null, pausedMs, pauses: endedAt(pauses, change.at), ...dated(clock, change) };
    }
    case 'redue':
      return dated(clock, change);
    case 'extend':
      return { extendedAt: change.at, ...dated(clock, change) };
    case 'restart': {
      const { settled } = change;
      const since = settled === null ? pauses : [...pauses, { ...settled, reason: 'settled' }];
      return { stoppedAt: null, outcome: null, pauses: since, ...dated(clock, change) };
    }
    case 'pass':
      return { passedAt: change.at };
    case 'remind':
      return { reminder: { at: change.at, of: change.dueAt } };
    default:
      return change satisfies never;
  }
};

/** Another due date clears the mark that the old one had passed; the same one passes only once. */
const dated = (clock: RunningClock, { dueAt, provisional }: Due): Partial<RunningClock> => ({
  dueAt,
  provisional,
  passedAt: dueAt === clock.dueAt ? clock.passedAt : null,
});

const endedAt = (pauses: RunningClock['pauses'], at: string): RunningClock['pauses'] =>
  pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause));
