import { changedClock, startedClock } from './changed-clock.ts';
import type { ClockChange } from './clocks.ts';
import { withChange } from './move-outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Report } from './report.ts';

/** A report as it is after an outcome; what the outcome adds to it has no id yet. */
export const afterOutcome = (before: Report, outcome: Outcome): Report => ({
  ...before,
  ...outcome.report,
  assignments: outcome.assignments.reduce(withChange, before.assignments),
  clocks: outcome.clocks.reduce(withClock(before), before.clocks),
  happened: [...before.happened, ...outcome.events.map(({ kind }) => kind)],
  mergedInto: outcome.merges.reduce(
    (into, merge) => (merge.do === 'merge' ? merge.primaryId : null),
    before.mergedInto,
  ),
});

const withClock =
  ({ policyVersion }: Report) =>
  (clocks: Report['clocks'], change: ClockChange): Report['clocks'] =>
    change.do === 'start'
      ? [...clocks, startedClock(change, { id: 'new', policyVersion })]
      : clocks.map((clock) => (clock.id === change.id ? changedClock(clock, change) : clock));
