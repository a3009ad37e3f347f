import { clockChangesOf } from './clock-changes.ts';
import { holderOf } from './holder.ts';
import type { Row } from './lifecycle-row.ts';
import type { Made } from './move-context.ts';
import type { MoveName } from './move.ts';
import { particularsOf } from './moves/every.ts';
import type { Particulars } from './moves/particulars.ts';
import type { AssignmentChange, NewEvent, Outcome } from './outcome.ts';
import type { Report, ReportState } from './report.ts';

/** Puts together what the row of a move says and what the move itself adds. */
export const outcomeOf = (row: Row, made: Made<MoveName>): Outcome => {
  const { report, context } = made;
  const particulars = particularsOf(made.command.move, made);
  const after = reportAfter(row, report, particulars);
  const holderPostId = holderOf(after, context.desk);
  return {
    report: { ...particulars.report, ...changesOf(report, { ...after, holderPostId }) },
    ...(particulars.photos === undefined ? {} : { photos: particulars.photos }),
    events: [eventOf(row, made, particulars, after.state), ...(particulars.following ?? [])],
    clocks: clockChangesOf({
      move: made.command.move,
      before: report,
      after,
      hasWords: made.actor.kind === 'post' && (particulars.secrets?.['message'] ?? '') !== '',
      reason: 'reason' in made.command ? (made.command.reason ?? '') : '',
      own: particulars.clocks ?? [],
      context,
    }),
    assignments: particulars.assignments ?? [],
    merges: particulars.merges ?? [],
  };
};

const reportAfter = (row: Row, report: Report, particulars: Particulars): Report => {
  const state = stateAfter(row, report, particulars);
  const assignments = (particulars.assignments ?? []).reduce(withChange, report.assignments);
  return { ...report, stateBefore: stateBefore(report, state), ...particulars.report, state, assignments };
};

const stateAfter = (row: Row, report: Report, { to }: Particulars): ReportState => {
  if (row.to === 'unchanged') return report.state;
  if (typeof row.to === 'string') return row.to;
  if (to === undefined || !row.to.includes(to))
    throw new Error(`the table does not lead from ${report.state} to ${to} by ${row.event}`);
  return to;
};

/** Kept while the report waits for its reporter or for a decision on an objection. */
const stateBefore = (report: Report, to: ReportState): ReportState | null => {
  if (to === report.state) return report.stateBefore;
  return to === 'needs_info' || to === 'disputed' ? report.state : null;
};

/** The assignments of a report after a change of one of them; a new one has no id yet. */
export const withChange = (assignments: Report['assignments'], change: AssignmentChange): Report['assignments'] => {
  if (change.do === 'set')
    return assignments.map((one) => (one.id === change.id ? { ...one, state: change.state } : one));
  const { postId, agencyId } = change;
  if (change.do === 'move')
    return assignments.map((one) => (one.id === change.id ? { ...one, postId, agencyId } : one));
  return [...assignments, { id: 'new', postId, agencyId, state: 'offered' }];
};

/** Only what differs is written. */
export const changesOf = (before: Report, after: Report): Outcome['report'] => ({
  ...(after.state === before.state ? {} : { state: after.state }),
  ...(after.stateBefore === before.stateBefore ? {} : { stateBefore: after.stateBefore }),
  ...(after.holderPostId === before.holderPostId ? {} : { holderPostId: after.holderPostId }),
});

const eventOf = (
  row: Row,
  { report, command, context }: Made<MoveName>,
  particulars: Particulars,
  to: ReportState,
): NewEvent => {
  const staysOnTheWay = row.to === 'unchanged' || particulars.event !== undefined;
  return {
    kind: particulars.event ?? row.event,
    payload: { ...(staysOnTheWay ? {} : { from: report.state, to }), ...particulars.payload },
    secrets: particulars.secrets ?? {},
    tellsReporter: particulars.tellsReporter ?? row.tellsReporter,
    ...(command.move === 'expire' ? { at: context.at } : {}),
  };
};
