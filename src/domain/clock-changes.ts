import { clockEffects, type ClockEffect } from './clock-effects.ts';
import { isOpen, type ClockChange, type ClockKind, type RunningClock } from './clocks.ts';
import { dueAfter, dueAfterPause, dueWithLength, endOfDay, type Pause } from './due.ts';
import type { MoveContext } from './move-context.ts';
import type { MoveName } from './move.ts';
import { lengthOf, type MeasuredClock, type Policy } from './policy.ts';
import { classOf, isFinal, type Report, type ReportClass } from './report.ts';
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
  return [...byTable, ...classChanges(passage), ...endings(passage, byTable)];
};

/** The date a post promised; the one it promised before gives way. */
export const promiseChanges = (
  report: Report,
  until: string,
  { at, calendar }: Passage['context'],
): readonly ClockChange[] => [
  ...openOf(report, ['promise']).map(
    (clock) => ({ do: 'stop', id: clock.id, stoppedAt: at, outcome: 'moved' }) as const,
  ),
  { do: 'start', kind: 'promise', startedAt: at, dueAt: endOfDay(until, calendar.zone), provisional: false },
];

/** An answer waits for its validation when every agency has given its part; a rejection counts when it is confirmed. */
const effectOf = ({ move, after }: Passage): ClockEffect => {
  if (move === 'answer' && after.state !== 'answered') return {};
  return move === 'reject' && after.state !== 'rejected' ? {} : clockEffects[move];
};

const openOf = (report: Report, kinds: readonly ClockKind[]): readonly RunningClock[] =>
  report.clocks.filter((clock) => isOpen(clock) && kinds.includes(clock.kind));

const lastOf = (report: Report, kind: ClockKind): RunningClock | undefined =>
  report.clocks
    .filter((clock) => clock.kind === kind)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .at(-1);

const stops = ({ before, context }: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(before, kinds).map((clock) => ({
    do: 'stop',
    id: clock.id,
    stoppedAt: context.at,
    outcome: isLate(clock, context.at) ? 'late' : 'kept',
  }));

/** Due dates are half-open: at the due instant it is too late. While paused a clock does not come nearer to it. */
const isLate = (clock: RunningClock, at: string): boolean => (clock.pausedAt ?? at) >= clock.dueAt;

/** What was late already stays late in the books. */
const cancellations = ({ before, context }: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(before, kinds).map((clock) => cancelled(clock, context.at));

const cancelled = (clock: RunningClock, at: string): ClockChange => ({
  do: 'stop',
  id: clock.id,
  stoppedAt: at,
  outcome: isLate(clock, at) ? 'late' : 'cancelled',
});

const pauses = ({ before, reason, context }: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(before, kinds).map((clock) => ({ do: 'pause', id: clock.id, at: context.at, reason }));

const resumptions = (passage: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  openOf(passage.before, kinds).flatMap((clock) => {
    if (clock.pausedAt === null) return [];
    const { at } = passage.context;
    const pausedMs = clock.pausedMs + elapsed(clock.pausedAt, at);
    return [
      { do: 'resume', id: clock.id, at, pausedMs, ...shifted(passage, clock, { from: clock.pausedAt, until: at }) },
    ];
  });

/** From the day of the dispute on: until then the matter seemed settled. */
const continuations = (passage: Passage, kinds: readonly ClockKind[]): readonly ClockChange[] =>
  kinds.flatMap((kind) => {
    const clock = lastOf(passage.before, kind);
    if (clock === undefined || clock.stoppedAt === null || clock.outcome === 'cancelled') return [];
    const until = passage.move === 'reopen' ? disputedAt(passage) : clock.stoppedAt;
    return [{ do: 'restart', id: clock.id, ...shifted(passage, clock, { from: clock.stoppedAt, until }) }];
  });

const disputedAt = ({ before, context }: Passage): string => openOf(before, ['validation'])[0]?.startedAt ?? context.at;

const shifted = ({ after, context }: Passage, clock: RunningClock, pause: Pause) => {
  const { unit } = isMeasured(clock.kind, context.policy)
    ? lengthOf(context.policy, clock.kind, classOf(after))
    : ({ unit: 'calendar_days' } as const);
  return dueAfterPause({ dueAt: clock.dueAt, provisional: clock.provisional }, unit, pause, context);
};

const isMeasured = (kind: ClockKind, policy: Policy): kind is MeasuredClock | 'answer' =>
  kind === 'answer' || Object.hasOwn(policy.clocks, kind);

const neverRan = ({ before }: Passage, kinds: readonly (MeasuredClock | 'answer')[]) =>
  kinds.filter((kind) => lastOf(before, kind) === undefined);

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

/** Another class keeps the start and changes the length; an information request has a clock of its own from the day it was filed. */
const classChanges = ({ before, after, context }: Passage): readonly ClockChange[] => {
  const [was, is] = [classOf(before), classOf(after)];
  if (was === is) return [];
  return [...redues(before, [was, is], context), ...kipChanges(before, is, context)];
};

const redues = (
  before: Report,
  [was, is]: readonly [ReportClass, ReportClass],
  context: Passage['context'],
): readonly ClockChange[] =>
  openOf(before, ['answer']).map((clock) => ({
    do: 'redue',
    id: clock.id,
    ...dueWithLength(clock, context.policy.answer[was], context.policy.answer[is], context),
  }));

const kipChanges = (
  before: Report,
  is: ReportClass,
  { at, policy, calendar }: Passage['context'],
): readonly ClockChange[] => {
  const [running] = openOf(before, ['kip']);
  if (is !== 'information_request') return running === undefined ? [] : [cancelled(running, at)];
  if (running !== undefined || isFinal(before.state)) return [];
  return [
    {
      do: 'start',
      kind: 'kip',
      startedAt: before.filedAt,
      ...dueAfter(before.filedAt, policy.clocks.kip, calendar, policy),
    },
  ];
};

/** What is over waits for nothing: only the reply window, which the ending itself may have opened, goes on. */
const endings = ({ before, after, context }: Passage, byTable: readonly ClockChange[]): readonly ClockChange[] => {
  if (!isFinal(after.state) || isFinal(before.state)) return [];
  const touched = new Set(byTable.flatMap((change) => (change.do === 'start' ? [] : [change.id])));
  return before.clocks
    .filter((clock) => isOpen(clock) && !touched.has(clock.id))
    .map((clock) => cancelled(clock, context.at));
};
