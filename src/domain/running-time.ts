import type { RunningClock } from './clocks.ts';
import { elapsed, later } from './time.ts';

type Timed = Pick<RunningClock, 'startedAt' | 'pauses'>;

/** For how many milliseconds a clock had run by an instant. A pause that goes on is not known to be one yet: it has moved nothing. */
export const ranUntil = ({ startedAt, pauses }: Timed, instant: string): number => {
  let ran = 0;
  let since = startedAt;
  for (const { from, until } of inOrder(pauses)) {
    if (until === null || from >= instant) continue;
    ran += Math.max(0, elapsed(since, from));
    if (until > since) since = until;
  }
  return ran + Math.max(0, elapsed(since, instant));
};

/** The instant at which a clock has run for so many milliseconds: never while it stands still, but when that is over. null: it stands still now. */
export const hasRunAt = ({ startedAt, pauses }: Timed, ms: number): string | null => {
  let left = ms;
  let since = startedAt;
  for (const { from, until } of inOrder(pauses)) {
    const ran = Math.max(0, elapsed(since, from));
    if (left < ran) break;
    if (until === null) return null;
    left -= ran;
    if (until > since) since = until;
  }
  return later(since, left);
};

/** The same instant, or the end of the time in which the clock stands still then. null: that is not over. */
export const whenItRuns = ({ pauses }: Timed, instant: string): string | null => {
  let at = instant;
  for (const { from, until } of inOrder(pauses)) {
    if (from > at) break;
    if (until === null) return null;
    if (until > at) at = until;
  }
  return at;
};

const inOrder = (pauses: RunningClock['pauses']): RunningClock['pauses'] =>
  pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1));
