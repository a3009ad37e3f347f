import { expiringClocks, isRunning, type ClockKind, type RunningClock } from './clocks.ts';
import type { Outcome } from './outcome.ts';
import type { Report } from './report.ts';

/** The clocks of whose passing, and of whose other date, the reporter is told: what the law or the city promised to them, not how the offices divide the work. */
export const toldOf: readonly ClockKind[] = ['answer', 'decision', 'kip', 'promise'];

/**
 * Marks that a promise was not kept in time, dated by its due date however late the sweep comes. Null when there is nothing to mark: it has
 * stopped, is paused, was marked before, is not due, or is one that expires instead (`expire`).
 */
export const clockPassed = (report: Report, clockId: string, at: string): Outcome | null => {
  const clock = report.clocks.find((one) => one.id === clockId);
  if (clock === undefined || !isRunning(clock) || clock.passedAt !== null || at < clock.dueAt) return null;
  return expires(clock) ? null : passed(clock);
};

const expires = (clock: RunningClock): boolean => expiringClocks.some((kind) => kind === clock.kind);

const passed = ({ id, kind, dueAt }: RunningClock): Outcome => ({
  report: {},
  events: [
    {
      kind: 'clock_passed',
      payload: { clock: kind, clockId: id, dueAt },
      secrets: {},
      tellsReporter: toldOf.includes(kind),
      at: dueAt,
    },
  ],
  clocks: [{ do: 'pass', id, at: dueAt }],
  assignments: [],
  merges: [],
});
