import { cancellations, clockChangesOf } from './clock-changes.ts';
import type { ClockChange } from './clocks.ts';
import { holderOf } from './holder.ts';
import type { MoveContext } from './move-context.ts';
import { changesOf } from './move-outcome.ts';
import type { MoveName } from './move.ts';
import { unmergedByRule, wordsOf } from './moves/particulars.ts';
import { endedWork } from './moves/work.ts';
import type { NewEvent, Outcome } from './outcome.ts';
import { mayBePublic, publicAnswerOf } from './publication.ts';
import { isFinal, type Report, type ReportState } from './report.ts';

/**
 * What the reports merged into one, its voices, hear when that one moves: its answer; that it is over without one, and they are handled by themselves
 * again; that it has become confidential, and they part whatever their state; or nothing.
 */
export type Hearing = 'answer' | 'over' | 'confidential' | null;

export const hearingOf = (
  move: MoveName,
  before: Pick<Report, 'state' | 'class' | 'isSecret'>,
  after: Pick<Report, 'state' | 'class'>,
): Hearing => {
  if (after.class === 'berkadar') return before.class === 'berkadar' ? null : 'confidential';
  if (move === 'approve') return mayBePublic(before) ? 'answer' : 'confidential';
  return isFinal(after.state) && !isFinal(before.state) ? 'over' : null;
};

export type SharedAnswer = {
  readonly primaryId: string;
  /** A dispute of a voice is heard above this post, as if it had answered the voice itself. */
  readonly answeredByPostId: string | null;
  readonly words: string | null;
  /** What of it everyone may read: nothing where the primary itself is not public. */
  readonly publicWords: string | null;
};

type Ground = Pick<MoveContext, 'at' | 'policy' | 'calendar' | 'desk'>;

/**
 * The answer of the primary reaches a voice that is open. Where it waits for an answer, this is its answer: its clocks stop, its own work ends, and
 * its reporter may confirm, dispute and rate for themselves. Where it has one already, or is with another authority, the words alone arrive.
 */
export const shareAnswer = (voice: Report, answer: SharedAnswer, ground: Ground): Outcome | null => {
  if (isFinal(voice.state)) return null;
  if (!waiting.includes(voice.state)) return { ...nothing, events: [shared(answer, {})] };
  const { answeredByPostId } = answer;
  const resolved = { ...voice, state: 'resolved', stateBefore: null, answeredByPostId } as const;
  const after = { ...resolved, holderPostId: holderOf(resolved, ground.desk) };
  return {
    report: {
      ...changesOf(voice, after),
      answeredByPostId,
      publicAnswer: publicAnswerOf(voice, answer.publicWords),
    },
    events: [shared(answer, { from: voice.state, to: after.state })],
    clocks: clocksOf(voice, after, ground),
    assignments: endedWork(voice),
    merges: [],
  };
};

/** A voice that still waited for an answer is handled by itself again, and so is every one whose primary has become confidential. */
export const releaseVoice = (voice: Report, primaryId: string, why: 'over' | 'confidential'): Outcome | null => {
  const isAnswered = voice.state === 'resolved' || voice.state === 'disputed';
  if (isFinal(voice.state) || (isAnswered && why === 'over')) return null;
  const reason = why === 'over' ? 'primary_ended' : 'needs_own_answer';
  return { ...nothing, events: [unmergedByRule(primaryId, reason)], merges: [{ do: 'unmerge' }] };
};

const waiting: readonly ReportState[] = ['received', 'needs_info', 'verified', 'assigned', 'in_progress'];
const nothing = { report: {}, events: [], clocks: [], assignments: [], merges: [] } as const satisfies Outcome;

const shared = ({ primaryId, words }: SharedAnswer, way: Readonly<Record<string, string>>): NewEvent => ({
  kind: 'answer_shared',
  payload: { ...way, primaryId },
  secrets: wordsOf({ message: words ?? '' }),
  tellsReporter: true,
  byRule: true,
});

/** As by an approval of its own; what it has not come to, or asked its reporter for, has nothing left to wait for. */
const clocksOf = (before: Report, after: Report, context: Ground): readonly ClockChange[] => {
  const passage = { move: 'approve', before, after, hasWords: false, reason: '', own: [], context } as const;
  return [...clockChangesOf(passage), ...cancellations(passage, ['verify', 'completeness', 'completion'])];
};
