import type { Assignment } from '../../domain/assignment.ts';
import type { ClockKind, ClockOutcome, RunningClock } from '../../domain/clocks.ts';
import type { Report } from '../../domain/report.ts';

/** A report as the database has it, with what the rules look at. */
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
  readonly merged_into: string | null;
  readonly assignments: readonly Assignment[];
  readonly clocks: readonly ClockRow[];
};

export type ClockRow = {
  readonly id: string;
  readonly kind: ClockKind;
  readonly policy_version: number;
  readonly started_at: string;
  readonly due_at: string;
  readonly provisional: boolean;
  readonly paused_at: string | null;
  readonly paused_ms: number;
  readonly stopped_at: string | null;
  readonly outcome: ClockOutcome | null;
  readonly passed_at: string | null;
};

/** The same in the words of the rules. */
export const ownReport = (row: ReportRow): Report => ({
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
  clocks: row.clocks.map(clockOf),
  mergedInto: row.merged_into,
});

const clockOf = (row: ClockRow): RunningClock => ({
  id: row.id,
  kind: row.kind,
  policyVersion: row.policy_version,
  startedAt: instant(row.started_at),
  dueAt: instant(row.due_at),
  provisional: row.provisional,
  pausedAt: row.paused_at === null ? null : instant(row.paused_at),
  pausedMs: row.paused_ms,
  stoppedAt: row.stopped_at === null ? null : instant(row.stopped_at),
  outcome: row.outcome,
  passedAt: row.passed_at === null ? null : instant(row.passed_at),
});

/** PostgreSQL's JSON writes instants with an offset; the rules compare texts in UTC with three decimals. */
const instant = (text: string): string => new Date(text).toISOString();
