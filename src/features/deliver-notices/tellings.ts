import type { ClockKind } from '../../domain/clocks.ts';
import type { EventKind } from '../../domain/event.ts';
import { toldToFollowers } from '../../store/tell-followers.ts';
import type { notice } from '../../ui/texts/id/notice.ts';

export type Happened = keyof typeof notice.happened;
/** The others need no clock that runs. */
export type Next = Exclude<keyof typeof notice.next, 'over' | 'later' | 'objection_still' | 'first'>;

/** How an event is told: what stands beneath it, and which clock says by when. The first clock that runs is named. */
export type Telling = {
  /** The words of an officer, or the answer that was approved. */
  readonly words?: 'message' | 'answer';
  readonly next?: readonly { readonly clock: ClockKind; readonly says: Next }[];
  readonly namesOmbudsman?: boolean;
  /** Says what everyone sees from here on, and where it was hidden, how to object. */
  readonly saysPublication?: boolean;
  /** Nothing more comes after it. */
  readonly isEnd?: boolean;
  /** Nothing more comes once no date runs after it. */
  readonly isOverInTime?: boolean;
  /** The reporter may come back to it as long as their time to object would still run; see `mayStillObject`. */
  readonly mayObject?: boolean;
};

const answerDue = { clock: 'answer', says: 'answer' } as const;
const checkDue = { clock: 'verify', says: 'verify' } as const;
const objectUntil = { clock: 'reply_window', says: 'objection' } as const;

/** Every event that a reporter can be told of. */
export const tellings: Readonly<Record<Happened, Telling>> = {
  filed: { next: [{ clock: 'first_answer', says: 'first_answer' }] },
  verified: { next: [answerDue] },
  assigned: { next: [answerDue] },
  accepted: { words: 'message', next: [answerDue] },
  postponed: { words: 'message', next: [answerDue] },
  extended: { words: 'message', next: [{ clock: 'kip', says: 'answer' }, answerDue] },
  reporter_asked: { words: 'message', next: [{ clock: 'completion', says: 'completion' }] },
  info_provided: { next: [answerDue, checkDue] },
  rejected: { words: 'message', next: [objectUntil], namesOmbudsman: true },
  approved: { words: 'answer', next: [{ clock: 'reply_window', says: 'confirm' }] },
  clock_passed: { next: [answerDue, checkDue] },
  clock_moved: { next: [answerDue, checkDue] },
  reminded: {
    next: [
      { clock: 'completion', says: 'reminded_completion' },
      { clock: 'reply_window', says: 'reminded_reply_window' },
    ],
  },
  confirmed: { isEnd: true, mayObject: true },
  expired: { isEnd: true },
  disputed: { next: [{ clock: 'validation', says: 'validation' }] },
  reopened: { words: 'message', next: [answerDue] },
  upheld: {
    words: 'message',
    next: [{ clock: 'reply_window', says: 'objection_again' }],
    namesOmbudsman: true,
    isOverInTime: true,
  },
  withdrawn: { isEnd: true },
  transferred: { words: 'message', next: [{ clock: 'outside', says: 'outside' }] },
  returned_from_transfer: { next: [answerDue, checkDue] },
  handed_over: { words: 'message', next: [objectUntil] },
  merged: { next: [answerDue, checkDue] },
  answer_shared: { words: 'message', next: [{ clock: 'reply_window', says: 'confirm' }] },
  unmerged: { next: [answerDue, checkDue] },
  message_sent: { words: 'message', next: [answerDue, checkDue] },
  masked: { saysPublication: true, next: [answerDue, checkDue] },
  flagged: { saysPublication: true, next: [answerDue, checkDue] },
};

export const isTold = (kind: EventKind): kind is EventKind & Happened => Object.hasOwn(tellings, kind);

/** What a follower hears of: the steps that the public page shows (`toldToFollowers`), in words for whose report it is not. */
export type ToldToFollower = keyof typeof notice.followed.happened;

export const isToldToFollower = (kind: EventKind): kind is EventKind & ToldToFollower =>
  toldToFollowers.some((one) => one === kind);
