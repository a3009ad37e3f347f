import type { Actor } from './actor.ts';
import { isOpenAssignment } from './assignment.ts';
import type { EventKind } from './event.ts';
import type { Desk } from './move-context.ts';
import { seesReport } from './permission.ts';
import { isFinal, type Report } from './report.ts';
import type { Post } from './role.ts';

export const postNoticeKinds = [
  'new_work',
  'returned',
  'info_provided',
  'disputed',
  'sent_back',
  'reopened',
  'due_soon',
  'due_today',
  'overdue',
  'escalated',
] as const;
export type PostNoticeKind = (typeof postNoticeKinds)[number];

/** What one post is told: `aboutId` is the event or the clock, `at` the moment it is of. */
export type PostNotice = {
  readonly postId: string;
  readonly kind: PostNoticeKind;
  readonly aboutId: string;
  readonly at: string;
};

/** Who works in the city, and who takes what nobody else does. */
export type Staff = { readonly posts: readonly Post[]; readonly desk: Desk };

/** An event as it was written. */
export type ToldEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type Happened = {
  readonly before: Report;
  readonly after: Report;
  readonly actor: Actor;
  readonly events: readonly ToldEvent[];
};

/**
 * What posts are told of a move: whoever has something to do now that it did not have before. Never who made the move, nor who may not read the
 * report; of a report that is merged, nobody: the work is at the other one. A post is told once of a move.
 */
export const noticesOfMove = (happened: Happened, staff: Staff): readonly PostNotice[] => {
  const { after, actor, events } = happened;
  if (after.mergedInto !== null) return [];
  const own = actor.kind === 'post' ? actor.post.id : null;
  const told = new Map<string, PostNotice>();
  for (const event of events)
    for (const { postId, kind } of addressees(event, happened, staff))
      if (postId !== own && maySee(postId, after, staff) && !told.has(postId))
        told.set(postId, { postId, kind, aboutId: event.id, at: event.at });
  return [...told.values()];
};

/** Every post that works on a report now. */
export const workersOn = ({
  holderPostId,
  assignments,
}: Pick<Report, 'holderPostId' | 'assignments'>): readonly string[] => [
  ...new Set([
    ...(holderPostId === null ? [] : [holderPostId]),
    ...assignments.filter(isOpenAssignment).map(({ postId }) => postId),
  ]),
];

type Work = Pick<Report, 'state' | 'holderPostId' | 'assignments'>;

/** Whether a post has something to do about a report now; of what is over, nobody has. */
export const isAtWork = (postId: string, report: Work): boolean =>
  !isFinal(report.state) && workersOn(report).includes(postId);

type ToldOf = {
  readonly kind: PostNoticeKind;
  readonly postId: string;
  /** Of the one clock it is of; null: it is of an event, or the clock runs on. */
  readonly stoppedAt: Date | null;
  /** The post is told because it is on duty, and what could not wait is still to be done: see `isStillUrgent`. */
  readonly isUrgent: boolean;
};

/** Whether what a post was told asks nothing of it any more: the work went on to somebody else, or what was to be due is done. */
export const isSettled = ({ kind, postId, stoppedAt, isUrgent }: ToldOf, report: Work): boolean => {
  if (kind === 'new_work') return !isUrgent && !isAtWork(postId, report);
  return (kind === 'due_soon' || kind === 'due_today') && stoppedAt !== null;
};

export const maySee = (postId: string, report: Report, { posts }: Staff): boolean => {
  const post = posts.find(({ id }) => id === postId);
  return post !== undefined && seesReport(post, report);
};

type Addressed = { readonly postId: string; readonly kind: PostNoticeKind };

/** Whoever keeps watch over an answer, or over what another authority does, has nothing to do yet. */
const watching: readonly Report['state'][] = ['resolved', 'transferred'];

const addressees = (event: ToldEvent, { before, after }: Happened, { desk }: Staff): readonly Addressed[] => {
  const all = (posts: readonly string[], kind: PostNoticeKind) => posts.map((postId) => ({ postId, kind }));
  switch (event.kind) {
    case 'assigned':
      return all([String(event.payload['postId'])], 'new_work');
    case 'returned':
      return all([after.class === 'berkadar' ? desk.inspectoratePostId : desk.coordinatorPostId], 'returned');
    case 'info_provided':
    case 'disputed':
    case 'sent_back':
    case 'reopened':
      return all(workersOn(after), event.kind);
    case 'unmerged':
      return all(workersOn(after), 'new_work');
    default:
      return watching.includes(after.state) ? [] : all(newHolder(before, after, event), 'new_work');
  }
};

const newHolder = (before: Report, after: Report, { kind }: ToldEvent): readonly string[] =>
  after.holderPostId !== null && (kind === 'filed' || after.holderPostId !== before.holderPostId)
    ? [after.holderPostId]
    : [];
