import type { StepFacts } from './letter-facts.ts';
import type { Happened } from './tellings.ts';

/** The steps of a letter by how they are told. */
export type Arranged = {
  /** A question that waits for an answer, or an answer that stands: first in the letter, whatever came beside it. */
  readonly lead: StepFacts | null;
  /** What is over: that it happened, in one line each. */
  readonly before: readonly StepFacts[];
  /** In full: the last step, and what an officer wrote on the way, which stands nowhere else in the letter. */
  readonly full: readonly StepFacts[];
};

export const arrangeSteps = (steps: readonly StepFacts[]): Arranged => {
  const lead = leadOf(steps);
  const rest = steps.filter((step) => step !== lead);
  const isFull = (step: StepFacts): boolean => step === steps.at(-1) || step.kind === 'message_sent';
  return { lead, before: rest.filter((step) => !isFull(step)), full: rest.filter(isFull) };
};

const leads: readonly Happened[] = ['reporter_asked', 'approved', 'answer_shared'];
/** They leave a question asked, and an answer given. */
const beside: readonly Happened[] = [
  'message_sent',
  'clock_moved',
  'clock_passed',
  'extended',
  'masked',
  'flagged',
  'reminded',
];

const leadOf = (steps: readonly StepFacts[]): StepFacts | null => {
  const turn = steps.findLast(({ kind }) => !beside.includes(kind));
  return turn !== undefined && leads.includes(turn.kind) ? turn : null;
};
