import type { StaffingProblem } from '../domain/staffing.ts';

/** Why an office stays as it is. Every `kind` has its words. */
export type OfficeRefusal =
  | StaffingProblem
  | { readonly kind: 'not_found' }
  /** Since the page was shown. */
  | { readonly kind: 'changed_meanwhile' }
  /** Reports that wait for the post, and categories whose reports come to it. */
  | { readonly kind: 'holds_work'; readonly reports: number; readonly categories: number }
  /** Its posts that are open, by name. */
  | { readonly kind: 'has_posts'; readonly posts: readonly string[] }
  | { readonly kind: 'agency_closed' }
  | { readonly kind: 'post_closed' }
  /** The same person is in the same post then. */
  | { readonly kind: 'overlaps' }
  /** Only who administers the platform gives its role. */
  | { readonly kind: 'platform_alone' }
  /** Newer events have touched these fields. */
  | { readonly kind: 'touched_since'; readonly fields: readonly string[] }
  | { readonly kind: 'not_undoable' };

/** The HTTP status of a refusal. */
export const officeStatus = ({ kind }: OfficeRefusal): number => statuses[kind];

const statuses = {
  not_found: 404,
  changed_meanwhile: 412,
  last_administrator: 409,
  role_left_empty: 409,
  holds_work: 409,
  has_posts: 409,
  agency_closed: 409,
  post_closed: 409,
  overlaps: 409,
  platform_alone: 403,
  touched_since: 409,
  not_undoable: 409,
} as const satisfies Record<OfficeRefusal['kind'], number>;
