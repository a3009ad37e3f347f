import { expiringClocks, type ClockKind } from './clocks.ts';

type Waiting = { readonly next_clock: ClockKind | null; readonly next_due_at: Date | null };

/** By how many milliseconds the city is late; null: it is not. What the reporter lets pass makes nobody late. */
export const lateMs = ({ next_clock, next_due_at }: Waiting, now: Date): number | null =>
  next_due_at === null || next_due_at > now || expiringClocks.some((own) => own === next_clock)
    ? null
    : now.getTime() - next_due_at.getTime();
