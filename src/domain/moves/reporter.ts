import type { Made } from '../move-context.ts';
import { given, wordsOf, type Particulars } from './particulars.ts';
import { endedWork } from './work.ts';

/** All words anew: those of the filing stay in the history, and who reads the report reads these. */
export const correct = ({ command }: Made<'correct'>): Particulars => ({
  secrets: wordsOf({ title: command.title, description: command.description, place: command.place }),
});

export const confirm = ({ command }: Made<'confirm'>): Particulars => ({
  report: { closedReason: 'confirmed', ...rated(command) },
  payload: { closedReason: 'confirmed', ...given({ rating: command.rating }) },
  secrets: wordsOf({ message: command.message }),
});

export const dispute = ({ report, command }: Made<'dispute'>): Particulars => ({
  report: { ...(report.closedReason === null ? {} : { closedReason: null }), ...rated(command) },
  payload: { reason: command.reason, ...given({ rating: command.rating }) },
  secrets: wordsOf({ message: command.message }),
});

/** A rating once given stays until another is given: who disputes need not give one. */
const rated = ({ rating }: { readonly rating?: number | undefined }) => (rating === undefined ? {} : { rating });

export const withdraw = ({ report, command }: Made<'withdraw'>): Particulars => ({
  report: { closedReason: 'withdrawn', rejectProposedByPostId: null },
  assignments: endedWork(report),
  payload: { closedReason: 'withdrawn' },
  secrets: wordsOf({ message: command.message }),
});
