import type { EventKind } from './event.ts';

/** How the answer that was given last stands. */
export type AnswerStanding = {
  /** When it was disputed; null: it was not, or somebody above has examined that and upheld it. */
  readonly disputedAt: string | null;
  /** The dispute was right: the work has been taken up again, and the answer is one of before. */
  readonly isEarlier: boolean;
};

/** What it follows from. */
export const answerKinds = [
  'approved',
  'answer_shared',
  'disputed',
  'reopened',
  'upheld',
] as const satisfies readonly EventKind[];

type Happened = { readonly kind: EventKind; readonly at: string };

/** By what happened, in its order. What is disputed after the work was taken up again is another decision, and not this answer. */
export const answerStanding = (events: readonly Happened[]): AnswerStanding => events.reduce(standingAfter, stands);

const stands: AnswerStanding = { disputedAt: null, isEarlier: false };

const standingAfter = (before: AnswerStanding, { kind, at }: Happened): AnswerStanding => {
  if (kind === 'approved' || kind === 'answer_shared') return stands;
  if (before.isEarlier) return before;
  if (kind === 'disputed') return { disputedAt: at, isEarlier: false };
  if (kind === 'upheld') return stands;
  return kind === 'reopened' && before.disputedAt !== null ? { ...before, isEarlier: true } : before;
};
