/** The clocks of a report: rows that say what is promised until when. What a move does to them is in `clock-changes.ts`. */
export const clockKinds = [
  'first_answer',
  'verify',
  'completeness',
  'follow_up',
  'answer',
  'decision',
  'kip',
  'validation',
  'completion',
  'reply_window',
  'promise',
  'outside',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/**
 * How a clock ended. `kept` and `late`: what it waited for happened, before its due date or not. `moved`: a promise that gave way to
 * another date before it was due. `lapsed`: an offer to the reporter that ran out. `cancelled`: there was nothing left to wait for.
 */
export const clockOutcomes = ['kept', 'late', 'moved', 'lapsed', 'cancelled'] as const;
export type ClockOutcome = (typeof clockOutcomes)[number];

/** A listed reason of a question to the reporter; `settled`: the matter seemed settled, until an objection that held. */
export type ClockPause = { readonly from: string; readonly until: string | null; readonly reason: string };

/** Instants are ISO 8601 in UTC with three decimals; `dueAt` is the first instant that is too late (half-open). */
export type RunningClock = {
  readonly id: string;
  readonly kind: ClockKind;
  readonly policyVersion: number;
  readonly startedAt: string;
  readonly dueAt: string;
  /** The due date lies in, or was counted across, a year whose holidays are not decreed yet. */
  readonly provisional: boolean;
  readonly pausedAt: string | null;
  readonly pausedMs: number;
  /** What has moved its due date since the start, in order; the last one may go on. */
  readonly pauses: readonly ClockPause[];
  readonly stoppedAt: string | null;
  readonly outcome: ClockOutcome | null;
  readonly passedAt: string | null;
  /** When it was made longer, as the law allows once for an answer to a request for information. */
  readonly extendedAt: string | null;
  /** When the reporter was last reminded of its end, and of which. */
  readonly reminder: { readonly at: string; readonly of: string } | null;
};

/** `resume`, `redue`, `extend` and `restart` give a due date: where it is another, the mark that the old one had passed is cleared. */
export type ClockChange =
  | {
      readonly do: 'start';
      readonly kind: ClockKind;
      readonly startedAt: string;
      readonly dueAt: string;
      readonly provisional: boolean;
    }
  | { readonly do: 'stop'; readonly id: string; readonly stoppedAt: string; readonly outcome: ClockOutcome }
  | { readonly do: 'pause'; readonly id: string; readonly at: string; readonly reason: string }
  | {
      readonly do: 'resume';
      readonly id: string;
      readonly at: string;
      readonly dueAt: string;
      readonly provisional: boolean;
      /** All pauses of this clock together. */
      readonly pausedMs: number;
    }
  /** Another class, or another holiday: the same start, another due date. */
  | { readonly do: 'redue'; readonly id: string; readonly dueAt: string; readonly provisional: boolean }
  /** Longer, for a written reason. */
  | {
      readonly do: 'extend';
      readonly id: string;
      readonly at: string;
      readonly dueAt: string;
      readonly provisional: boolean;
    }
  /** As if it had not stopped, without the time in which the matter seemed settled; null: there was none. */
  | {
      readonly do: 'restart';
      readonly id: string;
      readonly dueAt: string;
      readonly provisional: boolean;
      readonly settled: { readonly from: string; readonly until: string } | null;
    }
  /** Due and not stopped: marked by the sweep. */
  | { readonly do: 'pass'; readonly id: string; readonly at: string }
  /** About to run out: the reporter is told until when there is time. */
  | { readonly do: 'remind'; readonly id: string; readonly at: string; readonly dueAt: string };

/** These two offer the reporter a time to act; when it runs out, the report moves on. All others are promises, which can only be late. */
export const expiringClocks = ['reply_window', 'completion'] as const satisfies readonly ClockKind[];

export const isOpen = (clock: RunningClock): boolean => clock.stoppedAt === null;

export const isRunning = (clock: RunningClock): boolean => isOpen(clock) && clock.pausedAt === null;

export const openOf = (clocks: readonly RunningClock[], kinds: readonly ClockKind[]): readonly RunningClock[] =>
  clocks.filter((clock) => isOpen(clock) && kinds.includes(clock.kind));

/** The clock of a kind that started last: a report may have had several promises, questions or disputes. */
export const lastOf = (clocks: readonly RunningClock[], kind: ClockKind): RunningClock | undefined =>
  clocks
    .filter((clock) => clock.kind === kind)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .at(-1);

/** The earliest running clock: what the citizen and the staff are shown as the next date. A clock that is late still runs. */
export const nextClock = (clocks: readonly RunningClock[]): RunningClock | null =>
  clocks.filter(isRunning).toSorted(byDueDate)[0] ?? null;

/** Two clocks due at one instant: in the order of the kinds, so that every reader shows the same one. */
const byDueDate = (a: RunningClock, b: RunningClock): number =>
  a.dueAt === b.dueAt ? clockKinds.indexOf(a.kind) - clockKinds.indexOf(b.kind) : a.dueAt < b.dueAt ? -1 : 1;
