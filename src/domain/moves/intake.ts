import type { Made } from '../move-context.ts';
import type { AssignmentChange, NewEvent } from '../outcome.ts';
import { publicationOf, publicPhotosOf } from '../publication.ts';
import { given, wordsOf, type Particulars } from './particulars.ts';

/** What it is, where, and what everyone may read of it. Where a rule says so the report goes to its agency at once. */
export const verify = ({ report, command, context }: Made<'verify'>): Particulars => {
  const { categoryId, publish } = command;
  const villageCode = command.villageCode ?? report.villageCode;
  const verified = { ...report, class: command.class };
  const published = publicationOf(verified, publish);
  const photos = publicPhotosOf(published.publication, publish.photos);
  const rule = command.class === 'berkadar' ? null : context.rule;
  return {
    to: rule?.assignsAtOnce ? 'assigned' : 'verified',
    report: { class: command.class, categoryId, villageCode, rejectProposedByPostId: null, ...published },
    photos: { only: photos },
    payload: {
      to: 'verified',
      ...given({ class: command.class, categoryId, villageCode }),
      publication: published.publication,
      photos,
    },
    secrets: wordsOf({
      title: published.publicTitle ?? undefined,
      description: published.publicDescription ?? undefined,
    }),
    ...(rule?.assignsAtOnce ? atOnce(rule) : {}),
  };
};

const atOnce = ({ postId, agencyId }: { readonly postId: string; readonly agencyId: string }) => ({
  assignments: [{ do: 'offer', postId, agencyId }] satisfies AssignmentChange[],
  following: [
    {
      kind: 'assigned',
      payload: { from: 'verified', to: 'assigned', postId, agencyId },
      secrets: {},
      tellsReporter: true,
      byRule: true,
    },
  ] satisfies NewEvent[],
});

/** The report waits for its reporter in the hands of who asked. */
export const askReporter = ({ report, actor, command }: Made<'ask_reporter'>): Particulars => {
  const questionsAsked = report.questionsAsked + 1;
  return {
    report: {
      questionsAsked,
      rejectProposedByPostId: null,
      ...(actor.kind === 'post' ? { holderPostId: actor.post.id } : {}),
    },
    payload: { reason: command.reason, count: questionsAsked },
    secrets: wordsOf({ message: command.message }),
  };
};

export const provideInfo = ({ report, command }: Made<'provide_info'>): Particulars => ({
  to: report.stateBefore ?? 'received',
  secrets: wordsOf({ message: command.message }),
});

/** Two pairs of eyes: the first proposes, which the reporter does not hear of; the second rejects. */
export const reject = ({ report, actor, command, context }: Made<'reject'>): Particulars => {
  const postId = actor.kind === 'post' ? actor.post.id : null;
  const secrets = wordsOf({ message: command.message });
  if (context.policy.rejectNeedsSecond && report.rejectProposedByPostId === null) {
    return {
      to: 'received',
      event: 'reject_proposed',
      report: { rejectProposedByPostId: postId },
      payload: { reason: command.reason },
      secrets,
      tellsReporter: false,
    };
  }
  return { to: 'rejected', report: { answeredByPostId: postId }, payload: { reason: command.reason }, secrets };
};
