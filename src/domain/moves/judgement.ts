import { mayBePublic, publicAnswerOf, publicPhotosOf } from '../publication.ts';
import type { Made } from '../move-context.ts';
import { wordsOf, type Particulars } from './particulars.ts';
import { reopenedWork } from './work.ts';

/** The validator is not satisfied: as if it had never been answered. */
export const sendBack = ({ report, command }: Made<'send_back'>): Particulars => ({
  assignments: reopenedWork(report),
  payload: { reason: command.reason },
  secrets: wordsOf({ message: command.message }),
});

/** From here on the reporter, and where it may be everyone, reads the answer; with the pictures that prove it, where they were looked at. */
export const approve = ({ report, command, context }: Made<'approve'>): Particulars => {
  const photos = mayBePublic(report) ? publicPhotosOf(report.publication, command.photos ?? []) : [];
  return {
    report: { publicAnswer: publicAnswerOf(report, context.answerWords) },
    ...(photos.length === 0 ? {} : { photos: { also: photos } }),
    payload: { checks: [...new Set(command.checks)], ...(command.photos === undefined ? {} : { photos }) },
  };
};

/** The objection is right: who answered goes on; where nobody did, the coordinator finds somebody. */
export const reopen = ({ report, command }: Made<'reopen'>): Particulars => {
  const assignments = reopenedWork(report);
  return {
    to: assignments.length === 0 ? 'verified' : 'in_progress',
    report: { closedReason: null },
    assignments,
    payload: { reason: command.reason },
    secrets: wordsOf({ message: command.message }),
  };
};

/** The answer stands. A rejection that stands stays one. */
export const uphold = ({ report, command }: Made<'uphold'>): Particulars => {
  const secrets = wordsOf({ message: command.message });
  const { reason } = command;
  if (report.stateBefore === 'rejected') return { to: 'rejected', payload: { reason }, secrets };
  return { to: 'closed', report: { closedReason: 'upheld' }, payload: { reason, closedReason: 'upheld' }, secrets };
};
