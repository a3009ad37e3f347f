import type { Assignment } from './assignment.ts';
import type { RunningClock } from './clocks.ts';

export const reportStates = [
  'received',
  'needs_info',
  'verified',
  'assigned',
  'in_progress',
  'answered',
  'resolved',
  'disputed',
  'transferred',
  'rejected',
  'closed',
] as const;
export type ReportState = (typeof reportStates)[number];

/** What the citizen says it is. */
export const reportKinds = ['complaint', 'aspiration', 'information_request', 'information'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What the verifier says it is; `berkadar`: a complaint about abuse of authority, which goes to the inspectorate (Permendagri 8/2023 art. 1). */
export const reportClasses = ['complaint', 'berkadar', 'aspiration', 'information_request', 'information'] as const;
export type ReportClass = (typeof reportClasses)[number];

export const closedReasons = ['confirmed', 'no_reply', 'upheld', 'handed_over', 'withdrawn', 'not_completed'] as const;
export type ClosedReason = (typeof closedReasons)[number];

export const publications = ['hidden', 'public', 'title_only', 'withdrawn_from_public'] as const;
export type Publication = (typeof publications)[number];

/** All that the rules need to know of a report to decide a move. Instants are ISO 8601 in UTC with three decimals. */
export type Report = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kind: ReportKind;
  readonly class: ReportClass | null;
  readonly state: ReportState;
  /** The state before `needs_info` or `disputed`. */
  readonly stateBefore: ReportState | null;
  readonly closedReason: ClosedReason | null;
  readonly publication: Publication;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly categoryId: string | null;
  readonly villageCode: string | null;
  readonly holderPostId: string | null;
  readonly answeredByPostId: string | null;
  readonly rejectProposedByPostId: string | null;
  readonly questionsAsked: number;
  readonly timesReturned: number;
  readonly policyVersion: number;
  readonly filedAt: string;
  readonly assignments: readonly Assignment[];
  readonly clocks: readonly RunningClock[];
  /** The kinds of its events, in their order. */
  readonly happened: readonly string[];
  /** The report this one is merged into, while it is. */
  readonly mergedInto: string | null;
};

/** Until a verifier has said what it is, a report is what the citizen said. */
export const classOf = (report: Pick<Report, 'class' | 'kind'>): ReportClass => report.class ?? report.kind;

export const isFinal = (state: ReportState): boolean => state === 'rejected' || state === 'closed';
