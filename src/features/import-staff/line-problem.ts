import type { Column } from './read-list.ts';

export type CheckProblem =
  | 'required'
  | 'too_long'
  | 'not_an_email'
  | 'unknown_post'
  | 'unknown_role'
  | 'unknown_area'
  | 'other_agency'
  | 'other_role'
  | 'not_a_date'
  | 'not_after'
  | 'in_the_past'
  | 'twice';

export type LineProblem = { readonly column: Column; readonly problem: CheckProblem };
