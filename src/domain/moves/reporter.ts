import type { Made } from '../move-context.ts';
import { given, wordsOf, type Particulars } from './particulars.ts';
import { endedWork } from './work.ts';

export const confirm = ({ command }: Made<'confirm'>): Particulars => ({
  report: { closedReason: 'confirmed', ...(command.rating === undefined ? {} : { rating: command.rating }) },
  payload: { closedReason: 'confirmed', ...given({ rating: command.rating }) },
  secrets: wordsOf({ message: command.message }),
});

export const dispute = ({ report, command }: Made<'dispute'>): Particulars => ({
  report: report.closedReason === null ? {} : { closedReason: null },
  payload: { reason: command.reason },
  secrets: wordsOf({ message: command.message }),
});

export const withdraw = ({ report, command }: Made<'withdraw'>): Particulars => ({
  report: { closedReason: 'withdrawn', rejectProposedByPostId: null },
  assignments: endedWork(report),
  payload: { closedReason: 'withdrawn' },
  secrets: wordsOf({ message: command.message }),
});
