import { sql } from 'kysely';

import type { Assignment } from '../domain/assignment.ts';
import type { Report } from '../domain/report.ts';
import { clockFrom, clocksOfReport, type ClockRow } from './report-clock-row.ts';
import type { Tx } from './tx.ts';

/** A report with what only the store needs to write its next event. */
export type StoredReport = {
  readonly report: Report;
  /** The hash of its newest event, whose number is the report's version. */
  readonly lastHash: Buffer;
  /** When the latest of what happened to it happened. */
  readonly latestAt: Date;
  readonly reporterId: string | null;
  readonly claimHash: Buffer;
  readonly claimGeneration: number;
};

/**
 * Locks one report and reads it whole. Everything that changes a report comes through here, so two hands on one report follow each other, and the
 * second one sees what the first one did. Null: no such report in this tenant.
 */
export const lockReport = async (
  tx: Tx,
  tenantId: string,
  by: { readonly number: string } | { readonly id: string },
): Promise<StoredReport | null> => {
  const first = await readLocked(tx, tenantId, by);
  if (first === null) return null;
  const row = isStale(first) ? await readLocked(tx, tenantId, by) : first;
  if (row === null || row.last_hash === null || row.latest_at === null)
    throw new Error(`report ${first.number} has no event ${first.version}: its history was changed from outside`);
  return {
    report: reportFrom(row),
    lastHash: row.last_hash,
    latestAt: row.latest_at,
    reporterId: row.reporter_id,
    claimHash: row.claim_hash,
    claimGeneration: row.claim_generation,
  };
};

/** How what is done to a report now is dated: its history never goes back, though the machine's clock may have gone back since. */
export const momentFor = ({ latestAt }: StoredReport, at: Date): Date => (at < latestAt ? latestAt : at);

/**
 * A statement that had to wait for the lock gives the report's row as it is now, but everything beside it as it was when the statement began:
 * then the event of the row's version is not there yet. Asked again under the lock, all is of one moment.
 */
const isStale = (row: LockedRow): boolean => row.last_hash === null;

const readLocked = async (
  tx: Tx,
  tenantId: string,
  by: { readonly number: string } | { readonly id: string },
): Promise<LockedRow | null> => {
  const which = 'number' in by ? sql`r.number = ${by.number}` : sql`r.id = ${by.id}`;
  const { rows } = await sql<LockedRow>`
    select r.*,
      (select coalesce(json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'agencyId', a.agency_id, 'state', a.state) order by a.offered_at, a.id), '[]')
        from laksa.assignment a where a.tenant_id = r.tenant_id and a.report_id = r.id) as assignments,
      ${clocksOfReport} as clocks, ${happenedTo} as happened,
      (select m.primary_id from laksa.report_merge m where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null) as merged_into,
      (select e.hash from laksa.report_event e where e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = r.version) as last_hash,
      (select max(e.at) from laksa.report_event e where e.tenant_id = r.tenant_id and e.report_id = r.id) as latest_at
    from laksa.report r where r.tenant_id = ${tenantId} and ${which} for update of r`.execute(tx);
  return rows[0] ?? null;
};

/** The kinds of the events of the report `r`, in their order. */
export const happenedTo = sql<readonly string[]>`array(select h.kind from laksa.report_event h
  where h.tenant_id = r.tenant_id and h.report_id = r.id order by h.seq)`;

/** The columns that the rules look at, and what belongs to a report beside its row, as PostgreSQL gives them. */
export type ReportRow = Pick<Report, 'id' | 'number' | 'kind' | 'class' | 'state' | 'publication' | 'version'> & {
  readonly state_before: Report['stateBefore'];
  readonly closed_reason: Report['closedReason'];
  readonly is_anonymous: boolean;
  readonly is_secret: boolean;
  readonly category_id: string | null;
  readonly village_code: string | null;
  readonly holder_post_id: string | null;
  readonly answered_by_post_id: string | null;
  readonly reject_proposed_by_post_id: string | null;
  readonly questions_asked: number;
  readonly times_returned: number;
  readonly policy_version: number;
  readonly filed_at: Date;
  readonly assignments: readonly Assignment[];
  readonly clocks: readonly ClockRow[];
  readonly happened: readonly string[];
  readonly merged_into: string | null;
};

type LockedRow = ReportRow & {
  readonly reporter_id: string | null;
  readonly claim_hash: Buffer;
  readonly claim_generation: number;
  readonly last_hash: Buffer | null;
  readonly latest_at: Date | null;
};

/** The same in the words of the rules. */
export const reportFrom = (row: ReportRow): Report => ({
  id: row.id,
  number: row.number,
  version: row.version,
  kind: row.kind,
  class: row.class,
  state: row.state,
  stateBefore: row.state_before,
  closedReason: row.closed_reason,
  publication: row.publication,
  isAnonymous: row.is_anonymous,
  isSecret: row.is_secret,
  categoryId: row.category_id,
  villageCode: row.village_code,
  holderPostId: row.holder_post_id,
  answeredByPostId: row.answered_by_post_id,
  rejectProposedByPostId: row.reject_proposed_by_post_id,
  questionsAsked: row.questions_asked,
  timesReturned: row.times_returned,
  policyVersion: row.policy_version,
  filedAt: row.filed_at.toISOString(),
  assignments: row.assignments,
  clocks: row.clocks.map(clockFrom),
  happened: row.happened,
  mergedInto: row.merged_into,
});
