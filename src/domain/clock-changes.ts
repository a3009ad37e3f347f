import { asksForInformation, classChanges, owedAgain } from './class-clocks.ts';
import { clockEffects, type ClockEffect } from './clock-effects.ts';
import { changedClock } from './changed-clock.ts';
import { dueOfClock } from './clock-due.ts';
import { cancelled, gaveWay, stopped } from './clock-ends.ts';
import { isOpen, lastOf, openOf, type ClockChange, type ClockKind, type RunningClock } from './clocks.ts';
import { dueAfter, type Pause } from './due.ts';
import { endOfDay } from './last-day.ts';
import type { MoveContext } from './move-context.ts';
import type { MoveName } from './move.ts';
import { lengthOf, type MeasuredClock } from './policy.ts';
import { classOf, isFinal, type Report } from './report.ts';
import { elapsed } from './time.ts';

/** One report on its way through one move, seen by its clocks. */
export type Passage = {
  readonly move: MoveName;
  readonly before: Report;
  readonly after: Report;
  /** Words of a post that the reporter can read. */
  readonly hasWords: boolean;
  /** The listed reason, for a pause. */
  readonly reason: string;
  /** What only this move could know of clocks: a promised date, a clock that ran out. */
  readonly own: readonly ClockChange[];
  readonly context: Pick<MoveContext, 'at' | 'policy' | 'calendar'>;
};

/** Everything a move does to clocks by the table, by a change of class, and by ending the report. */
export const clockChangesOf = (passage: Passage): readonly ClockChange[] => {
  const effect = effectOf(passage);
  const byTable = [
    ...passage.own,
    ...stops(passage, [...(effect.stops ?? []), ...(passage.hasWords ? (effect.stopsWithWords ?? []) : [])]),
    ...cancellations(passage, effect.cancels ?? []),
    ...pauses(passage, effect.pauses ?? []),
    ...resumptions(passage, effect.resumes ?? []),
    ...continuations(passage, effect.continues ?? []),
    ...starts(passage, [...neverRan(passage, effect.starts ?? []), ...(effect.startsAgain ?? [])]),
  ];
  return [...byTable, ...byClass(passage, effect), ...endings(passage, byTable)];
};

const byClass = ({ before, after, context }: Passage, { owesAgain }: ClockEffect): readonly ClockChange[] => [
  ...classChanges(before, after, context),
  ...(owesAgain === true ? owedAgain(before, after, context) : []),
];

/**
 * The date a post promised; the one promised before gives way and is counted as moved. So it is for an earlier date too: whoever read the old one
 * plans anew either way. Whether the new date is kept is counted by itself. A date that had passed was missed, and stays so.
 */
export const promiseChanges = (
  report: Report,
  until: string,
  { at, calendar }: Passage['context'],
): readonly ClockChange[] => [
  ...openOf(report.clocks, ['promise']).map((clock) => gaveWay(clock, at)),
  { do: 'start', kind: 'promise', startedAt: at, dueAt: endOfDay(until, calendar.zone), provisional: false },
];

/** An answer waits for its validation when every agency has given its part; a rejection counts when it is confirmed. */
const effectOf = ({ move, after }: Passage): ClockEffect => {
  if (move === 'answer' && after.state !== 'answered') return {};
  return move === 'reject' && after.state !== 'rejected' ? {} : clockEffects[move];
};

const stops = (passage: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(passage.before.clocks, kinds).flatMap((clock) => endsOf(passage, clock, stopped));

/** There is nothing left to wait for by clocks of these kinds. */
export const cancellations = (passage: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(passage.before.clocks, kinds).flatMap((clock) => endsOf(passage, clock, cancelled));

/** What is paused has its days back before it ends, so that late means the same for every clock: it ended when it was due, or after. */
const endsOf = (passage: Passage, clock: RunningClock, end: typeof stopped): readonly ClockChange[] => {
  const { at } = passage.context;
  if (clock.pausedAt === null) return [end(clock, at)];
  const resume = resumption(passage, clock, clock.pausedAt);
  return [resume, end(changedClock(clock, resume), at)];
};

const pauses = ({ before, reason, context }: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(before.clocks, kinds).map((clock) => ({ do: 'pause', id: clock.id, at: context.at, reason }));

const resumptions = (passage: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(passage.before.clocks, kinds).flatMap((clock) =>
    clock.pausedAt === null ? [] : [resumption(passage, clock, clock.pausedAt)],
  );

const resumption = ({ after, context }: Passage, clock: RunningClock, pausedAt: string) => {
  const { at } = context;
  const pausedMs = clock.pausedMs + elapsed(pausedAt, at);
  const resume = {
    do: 'resume',
    id: clock.id,
    at,
    pausedMs,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
  } as const;
  return { ...resume, ...dueOfClock(after, changedClock(clock, resume), context) };
};

/** From the day of the dispute on: until then the matter seemed settled. What asks for information no more is not taken up under its law. */
const continuations = (passage: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  kinds.flatMap((kind) => {
    if (kind === 'kip' && !asksForInformation(passage.after)) return [];
    const clock = lastOf(passage.before.clocks, kind);
    if (clock === undefined || clock.stoppedAt === null || clock.outcome === 'cancelled') return [];
    const until = passage.move === 'reopen' ? disputedAt(passage) : clock.stoppedAt;
    return [continuation(passage, clock, { from: clock.stoppedAt, until })];
  });

const continuation = ({ after, context }: Passage, clock: RunningClock, settled: Pause): ClockChange => {
  const { dueAt, provisional } = clock;
  const lost = settled.until > settled.from ? settled : null;
  const restart = { do: 'restart', id: clock.id, dueAt, provisional, settled: lost } as const;
  return { ...restart, ...dueOfClock(after, changedClock(clock, restart), context) };
};

const disputedAt = ({ before, context }: Passage): string =>
  openOf(before.clocks, ['validation'])[0]?.startedAt ?? context.at;

const neverRan = ({ before }: Passage, kinds: readonly (MeasuredClock | 'answer')[]) =>
  kinds.filter((kind) => lastOf(before.clocks, kind) === undefined);

const starts = (
  { move, after, context }: Passage,
  kinds: readonly (MeasuredClock | 'answer')[],
): readonly ClockChange[] =>
  kinds.map((kind) => {
    const length =
      move === 'dispute' && kind === 'validation'
        ? context.policy.dispute
        : lengthOf(context.policy, kind, classOf(after));
    return {
      do: 'start',
      kind,
      startedAt: context.at,
      ...dueAfter(context.at, length, context.calendar, context.policy),
    };
  });

/** What is over waits for nothing: only the reply window, which the ending itself may have opened, goes on. */
const endings = (passage: Passage, byTable: readonly ClockChange[]): readonly ClockChange[] => {
  const { before, after } = passage;
  if (!isFinal(after.state) || isFinal(before.state)) return [];
  const touched = new Set(byTable.flatMap((change) => (change.do === 'start' ? [] : [change.id])));
  return before.clocks
    .filter((clock) => isOpen(clock) && !touched.has(clock.id))
    .flatMap((clock) => endsOf(passage, clock, cancelled));
};
