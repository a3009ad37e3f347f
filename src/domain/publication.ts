import { hasVisibleWords } from './limits.ts';
import type { Outcome } from './outcome.ts';
import type { ToPublish } from './move.ts';
import type { Publication, Report, ReportClass } from './report.ts';

type Private = { readonly isSecret: boolean; readonly class: ReportClass | null };

/** Secret and berkadar are never public, whatever a move carries. */
export const mayBePublic = (report: Private): boolean => !report.isSecret && report.class !== 'berkadar';

/** Whether everyone may read something of it. */
export const isShown = (publication: Publication): boolean => publication === 'public' || publication === 'title_only';

/** Whether somebody has looked at it and said what it is: nothing that nobody has looked at is shown. */
export const isVerified = (report: Pick<Report, 'class' | 'state' | 'stateBefore'>): boolean =>
  report.class !== null && report.state !== 'received' && report.stateBefore !== 'received';

/** What `verify` publishes: words make it public, a title alone `title_only`, nothing leaves it hidden. */
export const publicationOf = (
  report: Private,
  publish: ToPublish,
): Outcome['report'] & { readonly publication: Publication } => {
  const title = publicWordsOf(publish.title);
  const description = publicWordsOf(publish.description);
  if (!mayBePublic(report) || (title ?? description) === null) return hidden;
  return {
    publication: description === null ? 'title_only' : 'public',
    publicTitle: title,
    publicDescription: description,
  };
};

/** Pictures are seen where the words are, and nowhere else: what shows its title alone, or nothing, shows no picture. */
export const publicPhotosOf = (publication: Publication, photos: readonly string[]): readonly string[] =>
  publication === 'public' ? photos : [];

/** Whether the answer that it has was approved: one that is given after it was reopened waits for that again, while everyone still reads the first. */
export const isAnswerApproved = ({ state, closedReason }: Pick<Report, 'state' | 'closedReason'>): boolean =>
  state === 'resolved' ||
  state === 'disputed' ||
  (state === 'closed' && closedReason !== null && ['confirmed', 'no_reply', 'upheld'].includes(closedReason));

/** The answer that everyone may read once it is approved. */
export const publicAnswerOf = (report: Pick<Report, 'isSecret' | 'class'>, words: string | null): string | null =>
  mayBePublic(report) ? publicWordsOf(words) : null;

/** Nothing of it stays where the public could read it. */
export const hidden = {
  publication: 'hidden',
  publicTitle: null,
  publicDescription: null,
  publicAnswer: null,
} as const;

/**
 * Words as everyone reads them: none when nothing of them can be seen, and without the signs that turn the direction of writing, which would show
 * another order than is written and reach into the page around them. What was said stays in the record as it was said.
 */
export const publicWordsOf = (words: string | null | undefined): string | null => {
  const shown = (words ?? '').replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return hasVisibleWords(shown) ? shown : null;
};
