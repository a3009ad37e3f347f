import { isOpenAssignment, type Assignment } from '../assignment.ts';
import { promiseChanges } from '../clock-changes.ts';
import type { Made } from '../move-context.ts';
import type { AssignmentChange } from '../outcome.ts';
import { replacedWork } from '../replaced-work.ts';
import type { Report } from '../report.ts';
import { given, wordsOf, type Particulars } from './particulars.ts';

/** One more post works on it, or one in the place of others. */
export const assign = ({ report, actor, command, context }: Made<'assign'>): Particulars => {
  const { postId, agencyId } = command;
  const replaced = replacedWork(report, actor, command, context.policy);
  return {
    assignments: [...set(replaced, 'returned'), { do: 'offer', postId, agencyId }],
    payload: { postId, agencyId },
  };
};

export const accept = (made: Made<'accept'>): Particulars => ({
  assignments: set(own(made, 'offered'), 'accepted'),
  secrets: wordsOf({ message: made.command.message }),
});

/** The report goes back to the desk only when nobody else works on it. */
export const returnToCoordinator = (made: Made<'return_to_coordinator'>): Particulars => {
  const { report, command } = made;
  const returned = own(made);
  const others = openIn(report, (one) => !returned.includes(one));
  const timesReturned = report.timesReturned + 1;
  return {
    to: others.length === 0 ? 'verified' : stateWith(report, others),
    report: { timesReturned },
    assignments: set(returned, 'returned'),
    payload: { reason: command.reason, count: timesReturned, ...given({ proposedAgencyId: command.proposedAgencyId }) },
    secrets: wordsOf({ message: command.message }),
  };
};

/** A promised date beside the legal clocks: it moves none of them. */
export const postpone = ({ report, command, context }: Made<'postpone'>): Particulars => ({
  payload: { reason: command.reason, until: command.until },
  secrets: wordsOf({ message: command.message }),
  clocks: promiseChanges(report, command.until, context),
});

/** One agency's part of the answer; the report is answered when all are done. */
export const answer = (made: Made<'answer'>): Particulars => {
  const { report, actor, command } = made;
  const done = own(made, 'accepted');
  const others = openIn(report, (one) => !done.includes(one));
  return {
    to: others.length === 0 ? 'answered' : report.state,
    report: actor.kind === 'post' ? { answeredByPostId: actor.post.id } : {},
    assignments: set(done, 'done'),
    payload: { proof: command.proof },
    secrets: wordsOf({ message: command.message }),
  };
};

/** The answer was one answer: each who has a part in it works on. */
export const reopenedWork = (report: Report): readonly AssignmentChange[] =>
  set(
    report.assignments.filter((one) => one.state === 'done'),
    'accepted',
  );

/** Work that ends without an answer is taken back from who had it. */
export const endedWork = (report: Report): readonly AssignmentChange[] =>
  set(
    openIn(report, () => true),
    'returned',
  );

/** Nobody keeps a part in it, not even who has answered. */
export const takenWork = (report: Report): readonly AssignmentChange[] =>
  set(
    report.assignments.filter((one) => one.state !== 'returned'),
    'returned',
  );

/** The actor's own open assignments, in one state or in any. */
const own = (
  { report, actor }: Pick<Made<'accept'>, 'report' | 'actor'>,
  state?: Assignment['state'],
): readonly Assignment[] =>
  openIn(report, (one) => actor.kind === 'post' && one.postId === actor.post.id && (state ?? one.state) === one.state);

const openIn = (report: Report, matches: (one: Assignment) => boolean): readonly Assignment[] =>
  report.assignments.filter((one) => isOpenAssignment(one) && matches(one));

const set = (assignments: readonly Assignment[], state: Assignment['state']): readonly AssignmentChange[] =>
  assignments.map((one) => ({ do: 'set', id: one.id, state }));

/** Others who have begun are not held up by one who gave back. */
const stateWith = (report: Report, others: readonly Assignment[]): Report['state'] =>
  others.every((one) => one.state === 'accepted') ? 'in_progress' : report.state;
