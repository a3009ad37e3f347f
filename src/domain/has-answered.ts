import type { Report } from './report.ts';

/** Everyone whose words are in the answer, not only who gave the last of them. */
export const hasAnswered = (postId: string, report: Pick<Report, 'answeredByPostId' | 'assignments'>): boolean =>
  report.answeredByPostId === postId ||
  report.assignments.some((assignment) => assignment.state === 'done' && assignment.postId === postId);
