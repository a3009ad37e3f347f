/** Why something asked for was not done. Every `kind` is a key of the message catalogue and has one HTTP status. */
export type Refusal =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'state_forbids'; readonly state: string }
  | { readonly kind: 'post_may_not' }
  | { readonly kind: 'same_hands' }
  | { readonly kind: 'returns_used_up' }
  | { readonly kind: 'changed_meanwhile'; readonly version: number }
  | { readonly kind: 'incomplete'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'wrong_code' }
  | { readonly kind: 'too_many_tries'; readonly retryAfterSeconds: number };

export type FieldProblem = { readonly field: string; readonly problem: Problem };

export type Problem =
  | 'required'
  | 'too_long'
  | 'unknown'
  | 'not_a_date'
  | 'in_the_future'
  | 'in_the_past'
  | 'too_far_ahead'
  | 'not_an_email'
  | 'not_a_phone'
  | 'not_a_number'
  | 'too_many'
  | 'not_allowed';

/** The HTTP status of a refusal (contract: 404, 409, 403, 412, 422, 429). */
export const statusOf = (refusal: Refusal): number => statuses[refusal.kind];

const statuses = {
  not_found: 404,
  state_forbids: 409,
  post_may_not: 403,
  same_hands: 403,
  returns_used_up: 403,
  changed_meanwhile: 412,
  incomplete: 422,
  wrong_code: 403,
  too_many_tries: 429,
} as const satisfies Record<Refusal['kind'], number>;
