import type { Made } from '../move-context.ts';
import type { Outcome } from '../outcome.ts';
import { takesAway } from '../mask-problems.ts';
import { hidden, isShown, mayBePublic, publicWordsOf } from '../publication.ts';
import type { Publication, Report, ReportState } from '../report.ts';
import { given, unmergedByRule, wordsOf, type Particulars } from './particulars.ts';
import { takenWork } from './work.ts';

/** A relation, not a state: the report keeps everything it has. */
export const merge = ({ command }: Made<'merge'>): Particulars => ({
  merges: [{ do: 'merge', primaryId: command.primaryId }],
  payload: { primaryId: command.primaryId },
});

export const unmerge = ({ report, command }: Made<'unmerge'>): Particulars => ({
  merges: [{ do: 'unmerge' }],
  payload: { primaryId: report.mergedInto, reason: command.reason },
  secrets: wordsOf({ message: command.message }),
});

/**
 * Another class or category. What turns out berkadar is hidden at once and taken from the agencies that had it, which may be the accused:
 * the one case in which this moves the report.
 */
export const reclassify = ({ report, command, context }: Made<'reclassify'>): Particulars => {
  const isNowBerkadar = command.class === 'berkadar' && report.class !== 'berkadar';
  const categoryId = command.categoryId ?? report.categoryId;
  return {
    to: isNowBerkadar ? outOfTheirHands(report.state) : report.state,
    report: {
      ...(command.class === undefined ? {} : { class: command.class }),
      ...(command.categoryId === undefined ? {} : { categoryId: command.categoryId }),
      ...(isNowBerkadar ? { ...hidden, ...questionOutOfTheirHands(report, context.desk.inspectoratePostId) } : {}),
    },
    ...(isNowBerkadar ? { photos: { only: [] } } : {}),
    assignments: isNowBerkadar ? takenWork(report) : [],
    ...(isNowBerkadar && report.mergedInto !== null ? parted(report.mergedInto) : {}),
    payload: {
      ...given({ classBefore: report.class, categoryBefore: report.categoryId, categoryId }),
      ...given({ class: command.class ?? report.class }),
      publication: isNowBerkadar ? hidden.publication : report.publication,
    },
  };
};

/** What turns out berkadar is answered in its own line, never by an answer to others. */
const parted = (primaryId: string): Particulars => ({
  merges: [{ do: 'unmerge' }],
  following: [unmergedByRule(primaryId, 'needs_own_answer')],
});

const withAgencies: readonly (ReportState | null)[] = ['assigned', 'in_progress', 'answered'];

const outOfTheirHands = (state: ReportState): ReportState => (withAgencies.includes(state) ? 'verified' : state);

/** A question that is open goes on, but its answer comes to the inspectorate and never back to an agency. */
const questionOutOfTheirHands = (report: Report, holderPostId: string): Outcome['report'] => {
  if (report.state !== 'needs_info') return {};
  return withAgencies.includes(report.stateBefore) ? { stateBefore: 'verified', holderPostId } : { holderPostId };
};

export const relocate = ({ report, command }: Made<'relocate'>): Particulars => ({
  report: command.villageCode === undefined ? {} : { villageCode: command.villageCode },
  payload: given({ villageBefore: report.villageCode, villageCode: command.villageCode ?? report.villageCode }),
  secrets: wordsOf({ place: command.place }),
});

/** The title everyone reads; a report that may not be public keeps it in its history alone. */
export const retitle = ({ report, command }: Made<'retitle'>): Particulars => {
  const title = publicWordsOf(command.title);
  return {
    report: mayBePublic(report) ? { publicTitle: title } : {},
    secrets: wordsOf({ title: title ?? undefined }),
  };
};

/**
 * Other public words or pictures, or another publication, which for a withdrawal has a listed reason that everyone may read. What is taken from the
 * public takes its pictures along: shown again, each has to be looked at again. Who filed it is told when it disappears and when it is back.
 */
export const mask = ({ report, command }: Made<'mask'>): Particulars => {
  const publication = command.publication ?? report.publication;
  const description = publicWordsOf(command.description);
  const isOpen = publication === 'public' && mayBePublic(report);
  const photos = isOpen ? command.photos : [];
  return {
    report: {
      publication,
      ...(command.publication === undefined ? {} : { publicationReason: command.reason ?? null }),
      ...(description === null || !mayBePublic(report) ? {} : { publicDescription: description }),
    },
    ...(photos === undefined ? {} : { photos: { only: photos } }),
    payload: { publication, ...given({ reason: command.reason, photos }) },
    secrets: wordsOf({ description: description ?? undefined }),
    tellsReporter: command.publication !== undefined && concernsReporter(report.publication, command.publication),
  };
};

const concernsReporter = (before: Publication, after: Publication): boolean =>
  takesAway(before, after) || (before === 'withdrawn_from_public' && isShown(after));
