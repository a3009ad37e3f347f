import { isOpenAssignment } from './assignment.ts';
import { hasAnswered } from './has-answered.ts';
import type { Desk } from './move-context.ts';
import type { Report } from './report.ts';

/** The post that must act next on a report in its state, or keeps watch over it; nobody holds what is over. */
export const holderOf = (report: Report, desk: Desk): string | null => {
  const isBerkadar = report.class === 'berkadar';
  switch (report.state) {
    case 'received':
      return isBerkadar ? desk.inspectoratePostId : secondPairOfEyes(report, desk);
    case 'verified':
    case 'transferred':
      return isBerkadar ? desk.inspectoratePostId : desk.coordinatorPostId;
    case 'assigned':
    case 'in_progress':
      return workingPost(report);
    case 'answered':
      return isBerkadar ? judgeOfBerkadar(report, desk) : desk.validatorPostId;
    case 'resolved':
      return isBerkadar ? desk.inspectoratePostId : keeperOf(report, desk);
    case 'disputed':
      return isBerkadar || report.answeredByPostId === desk.coordinatorPostId
        ? desk.leadershipPostId
        : desk.coordinatorPostId;
    case 'needs_info':
      return report.holderPostId;
    case 'rejected':
    case 'closed':
      return null;
    default:
      return report.state satisfies never;
  }
};

/** A proposed rejection waits for somebody else. */
const secondPairOfEyes = (report: Report, desk: Desk): string =>
  report.rejectProposedByPostId === desk.verifierPostId ? desk.coordinatorPostId : desk.verifierPostId;

/** Who answered keeps watch. Who answered only the report this one is merged into has no part in it, and reads no more of it than before. */
const keeperOf = (report: Report, desk: Desk): string | null => {
  const hasPart = report.assignments.some((one) => one.state === 'done' && one.postId === report.answeredByPostId);
  return hasPart ? report.answeredByPostId : desk.coordinatorPostId;
};

/** The inspectorate judges what others answered; what it answered itself, the leadership. Nobody else reads it. */
const judgeOfBerkadar = (report: Report, desk: Desk): string =>
  hasAnswered(desk.inspectoratePostId, report) ? desk.leadershipPostId : desk.inspectoratePostId;

/** Among several who work at once, who holds it keeps it while there is something left to do. */
const workingPost = (report: Report): string | null => {
  const posts = report.assignments.filter(isOpenAssignment).map((assignment) => assignment.postId);
  return posts.find((postId) => postId === report.holderPostId) ?? posts[0] ?? report.holderPostId;
};
