import { dueOfClock, type Counting } from './clock-due.ts';
import { toldOf } from './clock-passed.ts';
import { isOpen, isRunning, type RunningClock } from './clocks.ts';
import type { Due } from './due.ts';
import type { NewEvent, Outcome } from './outcome.ts';
import type { Report } from './report.ts';

/** A clock with the date it has when it is counted again. */
export type Recount = { readonly clock: RunningClock; readonly due: Due };

type Counted = Pick<Report, 'state' | 'kind' | 'class' | 'clocks'>;

/**
 * The open clocks of a report that are due at another instant under this calendar, or whose date has become certain or uncertain. One that stands
 * still is counted too, by the pauses that are over: its date is the date of its history at any time. What has stopped keeps the date it had.
 */
export const recountsOf = (report: Counted, counting: Counting): readonly Recount[] =>
  report.clocks
    .filter(isOpen)
    .map((clock) => ({ clock, due: dueOfClock(report, clock, counting) }))
    .filter(({ clock, due }) => clock.dueAt !== due.dueAt || clock.provisional !== due.provisional);

/** What a changed calendar does to a report: one event for each clock that it moves. Null when it moves none. */
export const recounted = (report: Counted, changeId: string, counting: Counting): Outcome | null => {
  const recounts = recountsOf(report, counting);
  if (recounts.length === 0) return null;
  return {
    report: {},
    events: recounts.map((recount) => moved(recount, changeId)),
    clocks: recounts.map(({ clock, due }) => ({ do: 'redue', id: clock.id, ...due })),
    assignments: [],
    merges: [],
  };
};

/**
 * The reporter hears of the dates that were promised to them, not of one that only has become certain, nor of one that stands still and moves again
 * when it goes on.
 */
const moved = ({ clock, due }: Recount, changeId: string): NewEvent => ({
  kind: 'clock_moved',
  payload: {
    clock: clock.kind,
    clockId: clock.id,
    before: clock.dueAt,
    dueAt: due.dueAt,
    provisional: due.provisional,
    changeId,
  },
  secrets: {},
  tellsReporter: toldOf.includes(clock.kind) && isRunning(clock) && due.dueAt !== clock.dueAt,
});
