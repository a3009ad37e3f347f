import { nextClock, type RunningClock } from '../domain/clocks.ts';
import type { AssignmentChange, MergeChange, Outcome } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Change } from './change.ts';
import { appendEvents, type WrittenEvent } from './report-event.ts';
import type { StoredReport } from './report.ts';
import { writeClocks } from './report-clock.ts';
import type { Tx } from './tx.ts';

/**
 * Writes one outcome of the rules: events, clocks, assignments, merges, and the report's own row with its next date. Adds nothing of its own.
 * The report is locked by the caller (`lockReport`). Gives the events as written; the report's version is the number of the last one.
 */
export const applyOutcome = async (
  tx: Tx,
  stored: StoredReport,
  outcome: Outcome,
  change: Change,
): Promise<readonly WrittenEvent[]> => {
  const { report } = stored;
  const writing = { ...change, reportId: report.id, lastSeq: report.version, lastHash: stored.lastHash };
  const events = await appendEvents(tx, writing, outcome.events);
  const clocks = await writeClocks(tx, report.clocks, outcome.clocks, {
    ...change,
    reportId: report.id,
    policyVersion: report.policyVersion,
  });
  for (const assignment of outcome.assignments) await applyAssignment(tx, report.id, assignment, change);
  for (const merge of outcome.merges) await applyMerge(tx, report.id, merge, change);
  await updateReport(tx, report, outcome.report, { ...change, version: report.version + events.length, clocks });
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
  const moment = {
    offered: {},
    accepted: { accepted_at: at, closed_at: null },
    done: { closed_at: at },
    returned: { closed_at: at },
  }[assignment.state];
  await tx
    .updateTable('assignment')
    .set({ state: assignment.state, ...moment })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', assignment.id)
    .execute();
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
  const clock = nextClock(next.clocks);
  const columns = {
    ...renamed(patch),
    ...(patch.state !== undefined && patch.state !== report.state ? { state_since: next.at } : {}),
    version: next.version,
    next_due_at: clock === null ? null : new Date(clock.dueAt),
    next_clock: clock?.kind ?? null,
  };
  await tx
    .updateTable('report')
    .set(columns)
    .where('tenant_id', '=', next.tenantId)
    .where('id', '=', report.id)
    .execute();
};

const columnOf = {
  class: 'class',
  state: 'state',
  stateBefore: 'state_before',
  closedReason: 'closed_reason',
  publication: 'publication',
  categoryId: 'category_id',
  villageCode: 'village_code',
  holderPostId: 'holder_post_id',
  answeredByPostId: 'answered_by_post_id',
  rejectProposedByPostId: 'reject_proposed_by_post_id',
  questionsAsked: 'questions_asked',
  timesReturned: 'times_returned',
  publicTitle: 'public_title',
  publicDescription: 'public_description',
  publicAnswer: 'public_answer',
  publicationReason: 'publication_reason',
  rating: 'rating',
} as const satisfies Record<keyof Outcome['report'], string>;

/** Only what the outcome names is written; a column it does not name keeps its value. */
const renamed = (patch: Outcome['report']): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(
    Object.entries(patch).flatMap(([name, value]) =>
      value === undefined ? [] : [[columnOf[name as keyof typeof columnOf], value]],
    ),
  );
