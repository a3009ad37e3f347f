import { isOpenAssignment } from './assignment.ts';
import type { AssignmentChange, Outcome } from './outcome.ts';
import { permissionsOf } from './permission.ts';
import { isFinal, type Report } from './report.ts';
import type { Post } from './role.ts';

/** All the work of one post goes to another. */
export type Handover = {
  readonly id: string;
  readonly from: Pick<Post, 'id'>;
  readonly to: Pick<Post, 'id' | 'agencyId'>;
};

type Successor = Pick<Post, 'id' | 'roles' | 'agencyId'>;

/** Whether a post can go on with all that another does: it has each role by which the other handles reports, and an agency where the other has one. */
export const canSucceed = (from: Successor, to: Successor): boolean =>
  from.id !== to.id &&
  (from.agencyId === null || to.agencyId !== null) &&
  from.roles.filter((role) => permissionsOf(role).includes('see_queue')).every((role) => to.roles.includes(role));

/**
 * A report in which one post stands where another stood, as far as that one had come: with what it has answered, so that nobody judges an answer that
 * is now their own, and with what it proposed. No clock moves. Null: it is over, or the post has no part in it.
 */
export const handedOver = (report: Report, handover: Handover): Outcome | null => {
  const changed = replacedPosts(report, handover);
  const assignments = movedWork(report, handover);
  if (isFinal(report.state) || (Object.keys(changed).length === 0 && assignments.length === 0)) return null;
  const payload = { fromPostId: handover.from.id, postId: handover.to.id, handoverId: handover.id };
  return {
    report: changed,
    events: [{ kind: 'work_moved', payload, secrets: {}, tellsReporter: false }],
    clocks: [],
    assignments,
    merges: [],
  };
};

const replacedPosts = (report: Report, { from, to }: Handover): Outcome['report'] => ({
  ...(report.holderPostId === from.id ? { holderPostId: to.id } : {}),
  ...(report.answeredByPostId === from.id ? { answeredByPostId: to.id } : {}),
  ...(report.rejectProposedByPostId === from.id ? { rejectProposedByPostId: to.id } : {}),
});

/** Whoever works on it already is not asked twice. What was given back stays with who gave it back. */
const movedWork = (report: Report, { from, to }: Handover): readonly AssignmentChange[] => {
  const isAtWork = report.assignments.some((one) => one.postId === to.id && isOpenAssignment(one));
  return report.assignments
    .filter((one) => one.postId === from.id && one.state !== 'returned')
    .map((one) =>
      isAtWork && isOpenAssignment(one)
        ? { do: 'set', id: one.id, state: 'returned' }
        : { do: 'move', id: one.id, postId: to.id, agencyId: to.agencyId ?? one.agencyId },
    );
};
