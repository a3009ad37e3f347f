import type { RunningClock } from '../../domain/clocks.ts';
import type { ClockTold } from './clocks-told.ts';
import { isWithin, type Span } from './due-told.ts';

export type MatchedClocks = {
  readonly pairs: readonly (readonly [ClockTold, RunningClock])[];
  readonly missing: readonly ClockTold[];
  readonly added: readonly RunningClock[];
};

/**
 * The clocks of a report beside those that its history tells of, by kind and start. Of one kind two may have begun in the same millisecond: while the
 * machine's clock stands behind the history, every step is dated by the latest. Which of them is which is then told by when they are due: of those
 * told, the one due first takes the first that it may be (`dueTold`), and whoever finds none takes what the others left.
 */
export const matchClocks = (
  told: readonly ClockTold[],
  clocks: readonly RunningClock[],
  dueOf: (told: ClockTold, clock: RunningClock) => Span,
): MatchedClocks => {
  const groups = Map.groupBy(told, keyOf);
  const own = Map.groupBy(clocks, keyOf);
  const matched = [...groups].map(([key, group]) => matchGroup(group, own.get(key) ?? [], dueOf));
  return {
    pairs: matched.flatMap(({ pairs }) => pairs),
    missing: matched.flatMap(({ missing }) => missing),
    added: [...matched.flatMap(({ added }) => added), ...clocks.filter((clock) => !groups.has(keyOf(clock)))],
  };
};

const keyOf = ({ kind, startedAt }: { readonly kind: string; readonly startedAt: string }): string =>
  `${kind} ${startedAt}`;

/** The clocks of one kind and start. One of each needs no telling apart, and is nearly every one. */
const matchGroup = (
  told: readonly ClockTold[],
  clocks: readonly RunningClock[],
  dueOf: (told: ClockTold, clock: RunningClock) => Span,
): MatchedClocks => {
  const [first] = clocks;
  if (first === undefined) return { pairs: [], missing: told, added: [] };
  if (told.length === 1 && clocks.length === 1)
    return { pairs: told.map((one) => [one, first]), missing: [], added: [] };
  const pairs: (readonly [ClockTold, RunningClock])[] = [];
  const added = clocks.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const findingNone = (ones: readonly ClockTold[], mayBe: (one: ClockTold, clock: RunningClock) => boolean) =>
    ones.filter((one) => {
      const index = added.findIndex((clock) => mayBe(one, clock));
      const [clock] = index < 0 ? [] : added.splice(index, 1);
      if (clock !== undefined) pairs.push([one, clock]);
      return clock === undefined;
    });
  const inOrder = told.toSorted((a, b) => (dueOf(a, first).latest < dueOf(b, first).latest ? -1 : 1));
  const unfit = findingNone(inOrder, (one, clock) => isWithin(clock.dueAt, dueOf(one, clock)));
  return { pairs, missing: findingNone(unfit, () => true), added };
};
