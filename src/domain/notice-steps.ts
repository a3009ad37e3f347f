import type { ClockKind } from './clocks.ts';
import type { EventKind } from './event.ts';

/** Of which steps somebody wants letters: of each; of what needs or answers them; of the end alone. */
export const noticeSteps = ['all', 'needed', 'end'] as const;
export type NoticeSteps = (typeof noticeSteps)[number];

/** What happened, and of which clock, where it is about one. */
export type Step = { readonly kind: EventKind; readonly clock: ClockKind | null };

/** An answer or a decision, or that nothing more comes. */
const ends: readonly EventKind[] = [
  'approved',
  'answer_shared',
  'rejected',
  'upheld',
  'handed_over',
  'confirmed',
  'expired',
  'withdrawn',
];
/** Asks something, or says until when silence costs nothing. */
const needs: readonly EventKind[] = ['reporter_asked', 'message_sent', 'reminded'];
/** Whose time is the reporter's own. */
const ownTime: readonly ClockKind[] = ['completion', 'reply_window'];

/** Whether a step is among those that somebody chose. */
export const isAmong = (steps: NoticeSteps, step: Step): boolean => {
  switch (steps) {
    case 'all':
      return true;
    case 'needed':
      return matters(step);
    case 'end':
      return ends.includes(step.kind);
    default:
      return steps satisfies never;
  }
};

/** Whether it is more than a step on the way: a letter that tells of several is named by the last of these. */
export const matters = ({ kind, clock }: Step): boolean =>
  ends.includes(kind) || needs.includes(kind) || (kind === 'clock_moved' && clock !== null && ownTime.includes(clock));

/** Told at once: that it arrived, what somebody is asked, and the answer. */
export const isUrgentStep = (kind: EventKind): boolean =>
  kind === 'filed' || kind === 'reporter_asked' || kind === 'approved';
