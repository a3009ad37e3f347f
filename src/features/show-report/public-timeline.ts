import type { EventKind } from '../../domain/event.ts';

/** What everyone may see happening. What posts say among themselves, or do to the words, is theirs and never leaves the database for a public page. */
export const publicKinds = [
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
] as const satisfies readonly EventKind[];
