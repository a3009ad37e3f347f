import type { RunningClock } from '../domain/clocks.ts';
import type { AssignmentChange, MergeChange, Outcome } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Change, ReportChange } from './change.ts';
import { columnsAfter } from './report-columns.ts';
import { appendEvents, type WrittenEvent } from './report-event.ts';
import { momentFor, type StoredReport } from './report.ts';
import { publishPhotos } from './publish-photos.ts';
import { writeClocks } from './report-clock.ts';
import { changesSearch, writeSearchTerms } from './search-terms.ts';
import type { Tx } from './tx.ts';

/**
 * Writes one outcome of the rules: events, clocks, assignments, merges, and the report's own row with its next date. Adds nothing of its own.
 * The report is locked by the caller (`lockReport`). Gives the events as written; the report's version is the number of the last one.
 */
export const applyOutcome = async (
  tx: Tx,
  stored: StoredReport,
  outcome: Outcome,
  change: ReportChange,
): Promise<readonly WrittenEvent[]> => {
  const { report } = stored;
  const at = momentFor(stored, change.at);
  const writing = { ...change, at, reportId: report.id, lastSeq: report.version, lastHash: stored.lastHash };
  const events = await appendEvents(tx, writing, outcome.events);
  // An expiry is dated by its deadline, and so is all it does.
  const dated = { ...change, at: events[0]?.writtenAt ?? at };
  const clocks = await writeClocks(tx, report.clocks, outcome.clocks, {
    ...dated,
    reportId: report.id,
    policyVersion: report.policyVersion,
  });
  for (const assignment of outcome.assignments) await applyAssignment(tx, report.id, assignment, dated);
  for (const merge of outcome.merges) await applyMerge(tx, report.id, merge, dated);
  if (outcome.photos !== undefined)
    await publishPhotos(tx, { tenantId: dated.tenantId, reportId: report.id }, outcome.photos);
  await updateReport(tx, report, outcome.report, { ...dated, version: report.version + events.length, clocks });
  return events;
};

const applyAssignment = async (
  tx: Tx,
  reportId: string,
  assignment: AssignmentChange,
  { tenantId, at }: Change,
): Promise<void> => {
  if (assignment.do === 'offer') {
    const row = {
      tenant_id: tenantId,
      id: uuid7(at),
      report_id: reportId,
      agency_id: assignment.agencyId,
      post_id: assignment.postId,
      state: 'offered',
      offered_at: at,
      accepted_at: null,
      closed_at: null,
    };
    await tx.insertInto('assignment').values(row).execute();
    return;
  }
  const assignmentOf = tx.updateTable('assignment').where('tenant_id', '=', tenantId).where('id', '=', assignment.id);
  if (assignment.do === 'move') {
    await assignmentOf.set({ post_id: assignment.postId, agency_id: assignment.agencyId }).execute();
    return;
  }
  const moment = {
    offered: {},
    accepted: { accepted_at: at, closed_at: null },
    done: { closed_at: at },
    returned: { closed_at: at },
  }[assignment.state];
  await assignmentOf.set({ state: assignment.state, ...moment }).execute();
};

const applyMerge = async (tx: Tx, reportId: string, merge: MergeChange, { tenantId, at }: Change): Promise<void> => {
  if (merge.do === 'merge') {
    await tx
      .insertInto('report_merge')
      .values({
        tenant_id: tenantId,
        id: uuid7(at),
        report_id: reportId,
        primary_id: merge.primaryId,
        merged_at: at,
        ended_at: null,
      })
      .execute();
    return;
  }
  await tx
    .updateTable('report_merge')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('ended_at', 'is', null)
    .execute();
};

type Next = Change & { readonly version: number; readonly clocks: readonly RunningClock[] };

const updateReport = async (tx: Tx, report: Report, patch: Outcome['report'], next: Next): Promise<void> => {
  await tx
    .updateTable('report')
    .set(columnsAfter(report, patch, next))
    .where('tenant_id', '=', next.tenantId)
    .where('id', '=', report.id)
    .execute();
  if (changesSearch(patch)) await writeSearchTerms(tx, next.tenantId, report.id);
};
