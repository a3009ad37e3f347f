import type { ClockChange, RunningClock } from './clocks.ts';

/** What it waited for has happened, in time or not. */
export const stopped = (clock: RunningClock, at: string): ClockChange => ended(clock, at, 'kept');

/** There is nothing left to wait for; what was late already stays late in the books. */
export const cancelled = (clock: RunningClock, at: string): ClockChange => ended(clock, at, 'cancelled');

/** It gives way to another date; given after the old one was missed, another date makes nothing good. */
export const gaveWay = (clock: RunningClock, at: string): ClockChange => ended(clock, at, 'moved');

const ended = (clock: RunningClock, at: string, inTime: 'kept' | 'cancelled' | 'moved'): ClockChange => ({
  do: 'stop',
  id: clock.id,
  stoppedAt: at,
  outcome: isLate(clock, at) ? 'late' : inTime,
});

/** Due dates are half-open: at the due instant it is too late. */
const isLate = (clock: RunningClock, at: string): boolean => at >= clock.dueAt;
