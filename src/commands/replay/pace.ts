import { setTimeout as pause } from 'node:timers/promises';

import type { Clock } from '../../platform/clock/clock.ts';

export type Pace = {
  /** How many are worked on at a time. */
  readonly atOnce: number;
  /** At most so many are begun a second. */
  readonly perSecond: number;
};

/** Does one piece of work for each item, in their order, several at a time. The first that throws ends it, after those that have begun. */
export const eachAtPace = async <Item>(
  items: readonly Item[],
  clock: Clock,
  { atOnce, perSecond }: Pace,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  const gapMs = 1_000 / perSecond;
  let next = clock.now().getTime();
  let isOver = false;
  const hand = async (): Promise<void> => {
    for (const item of queue) {
      if (isOver) return;
      const begin = Math.max(next, clock.now().getTime());
      next = begin + gapMs;
      await pause(Math.max(0, begin - clock.now().getTime()));
      await work(item);
    }
  };
  const hands = Array.from({ length: atOnce }, () =>
    hand().catch((error: unknown) => {
      isOver = true;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(hands)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};
