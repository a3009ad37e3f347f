import type { MoveContext } from './move-context.ts';
import { mayBePublic } from './publication.ts';
import type { Problem } from './refusal.ts';
import { isFinal, type Report } from './report.ts';

/**
 * A primary is itself no part of another, and what others are merged into is merged into nothing: no chain and no circle can arise. One that is over,
 * or whose answer has gone out already, brings nobody an answer any more. What is secret or berkadar is answered by itself: an answer to several would
 * carry it to others. So many voices and no more: an approval answers them all at once.
 */
export const primaryProblem = (report: Report, { primary, hasVoices, policy }: MoveContext): Problem | null => {
  if (primary === null) return 'unknown';
  const isOver = isFinal(primary.state) || primary.state === 'resolved';
  const isAlone = !mayBePublic(report) || !mayBePublic(primary);
  const isNone = hasVoices || primary.id === report.id || primary.mergedInto !== null;
  if (isOver || isAlone || isNone) return 'not_allowed';
  return primary.voices >= policy.maxVoices ? 'too_many' : null;
};
