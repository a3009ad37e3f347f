import type { MoveName } from './move.ts';

/**
 * The reasons a move may give, as codes; the words shown are texts. A rejection has no "other" and no "not our authority": what another
 * authority must do is transferred, never refused.
 */
export const reasons = {
  ask_reporter: ['place_unclear', 'time_unclear', 'matter_unclear', 'evidence_needed', 'other'],
  reject: [
    'too_general',
    'not_about_public_service',
    'before_a_court',
    'crime_for_the_police',
    'already_answered',
    'insult_only',
    'prank',
  ],
  return_to_coordinator: ['not_our_task', 'another_agency_first', 'wrong_area', 'other'],
  postpone: ['weather', 'material', 'budget', 'procurement', 'another_agency', 'survey_needed', 'other'],
  send_back: [
    'question_not_answered',
    'work_not_done',
    'proof_missing',
    'proof_unclear',
    'words_unclear',
    'personal_data',
    'other',
  ],
  dispute: ['not_done', 'partly_done', 'came_back', 'wrong_place', 'answer_unclear', 'not_agreed', 'other'],
  reopen: ['reporter_is_right', 'new_facts', 'check_on_site', 'other'],
  uphold: ['answer_is_right', 'no_new_facts', 'not_in_our_power', 'other'],
  transfer: ['ministry', 'province', 'another_region', 'state_enterprise', 'police', 'court', 'legislature', 'other'],
  return_from_transfer: ['not_their_task', 'no_answer', 'incomplete', 'other'],
  unmerge: ['not_the_same', 'needs_own_answer', 'other'],
  mask: ['personal_data', 'danger_to_reporter', 'insult', 'court_order', 'published_by_mistake', 'flagged', 'other'],
} as const satisfies Partial<Record<MoveName, readonly string[]>>;

/** What a validator can say to have seen before approving. */
export const approvalChecks = [
  'question_answered',
  'proof_shows_it',
  'place_is_right',
  'words_are_clear',
  'no_personal_data',
] as const;

export type ReasonedMove = keyof typeof reasons;

/** Of the list of `mask`, but given by a rule alone: enough people have asked for it, and nobody has looked yet. */
export const flaggedReason = 'flagged' satisfies (typeof reasons.mask)[number];

/** What who makes a move may give as its reason; empty for a move that gives none. */
export const reasonsOf = (move: MoveName): readonly string[] =>
  isReasoned(move) ? reasons[move].filter((reason) => reason !== flaggedReason) : [];

const isReasoned = (move: MoveName): move is ReasonedMove => Object.hasOwn(reasons, move);
