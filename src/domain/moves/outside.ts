import type { Made } from '../move-context.ts';
import { wordsOf, type Particulars } from './particulars.ts';
import { endedWork } from './work.ts';

/** Another authority must do it; the coordinator keeps watch. Which one, by what letter and whom to ask there are words. */
export const transfer = ({ report, command }: Made<'transfer'>): Particulars => ({
  report: { rejectProposedByPostId: null },
  assignments: endedWork(report),
  payload: { reason: command.reason },
  secrets: wordsOf({
    message: command.message,
    authority: command.authority,
    letter: command.letter,
    contact: command.contact,
  }),
});

export const returnFromTransfer = ({ command }: Made<'return_from_transfer'>): Particulars => ({
  payload: { reason: command.reason },
  secrets: wordsOf({ message: command.message }),
});

/** The authority has answered: what it said, or where to find it. */
export const close = ({ actor, command }: Made<'close'>): Particulars => ({
  report: { closedReason: 'handed_over', ...(actor.kind === 'post' ? { answeredByPostId: actor.post.id } : {}) },
  payload: { closedReason: 'handed_over' },
  secrets: wordsOf({ reference: command.reference, message: command.message }),
});
