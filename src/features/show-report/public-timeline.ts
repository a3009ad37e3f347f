import type { EventKind } from '../../domain/event.ts';

/** What everyone may see happening. What posts say among themselves, or do to the words, is theirs. */
const publicKinds: ReadonlySet<EventKind> = new Set<EventKind>([
  'filed',
  'verified',
  'reporter_asked',
  'info_provided',
  'rejected',
  'assigned',
  'accepted',
  'returned',
  'postponed',
  'answered',
  'approved',
  'confirmed',
  'expired',
  'disputed',
  'reopened',
  'upheld',
  'withdrawn',
  'transferred',
  'returned_from_transfer',
  'handed_over',
  'merged',
  'unmerged',
  'answer_shared',
  'clock_passed',
]);

export const isPublicEvent = (kind: EventKind): boolean => publicKinds.has(kind);
