import type { EventKind } from '../../domain/event.ts';
import type { ReasonedMove } from '../../domain/reasons.ts';

/** What posts write for each other. The reporter does not even see that it happened. */
export const innerKinds: ReadonlySet<EventKind> = new Set<EventKind>([
  'noted',
  'reject_proposed',
  'escalated',
  'work_moved',
]);

/** The kinds whose words are the reporter's own, or are meant for the reporter. Those of all others never leave the database for this page. */
export const wordedKinds = [
  'filed',
  'corrected',
  'reporter_asked',
  'info_provided',
  'rejected',
  'accepted',
  'postponed',
  'extended',
  'answered',
  'answer_shared',
  'confirmed',
  'disputed',
  'reopened',
  'upheld',
  'withdrawn',
  'transferred',
  'returned_from_transfer',
  'handed_over',
  'message_sent',
] as const satisfies readonly EventKind[];

/** The move whose list an event's reason is from. */
export const reasonedKinds = {
  reporter_asked: 'ask_reporter',
  rejected: 'reject',
  postponed: 'postpone',
  disputed: 'dispute',
  reopened: 'reopen',
  upheld: 'uphold',
  transferred: 'transfer',
  returned_from_transfer: 'return_from_transfer',
  masked: 'mask',
  flagged: 'mask',
} as const satisfies Partial<Record<EventKind, ReasonedMove>>;
