import type { ClockKind } from './clocks.ts';
import type { MoveName } from './move.ts';
import type { MeasuredClock } from './policy.ts';

/** What a move does to the clocks of its report. A clock that is not named runs on. */
export type ClockEffect = {
  /** It happened: kept when in time, late when not. */
  readonly stops?: readonly ClockKind[];
  /** The same, if the move carries words that the reporter can read. */
  readonly stopsWithWords?: readonly ClockKind[];
  /** There is nothing left to wait for. */
  readonly cancels?: readonly ClockKind[];
  /** Only what never ran before. */
  readonly starts?: readonly (MeasuredClock | 'answer')[];
  /** Every time anew. */
  readonly startsAgain?: readonly MeasuredClock[];
  readonly pauses?: readonly ClockKind[];
  readonly resumes?: readonly ClockKind[];
  /** As if it had not stopped, without the days the matter seemed settled. */
  readonly continues?: readonly (MeasuredClock | 'answer')[];
  /** An answer is owed again: what was found meanwhile to ask for information has the clock of that law. */
  readonly owesAgain?: true;
};

const pausedWhileAsking = ['verify', 'follow_up', 'answer', 'decision'] as const;
const toldByApproval = ['first_answer', 'follow_up', 'answer', 'decision', 'kip', 'validation', 'promise'] as const;
const undoneByReopening = ['answer', 'decision', 'kip'] as const;
const ofHandling = ['follow_up', 'answer', 'decision'] as const;

/** The clocks by moves. What ends a report (closed, rejected) cancels besides whatever still runs; see `clock-changes.ts`. */
export const clockEffects: { readonly [Move in MoveName]: ClockEffect } = {
  verify: { stops: ['verify', 'completeness'], starts: ofHandling },
  ask_reporter: { stops: ['first_answer', 'completeness'], pauses: pausedWhileAsking, startsAgain: ['completion'] },
  correct: {},
  provide_info: { stops: ['completion'], resumes: pausedWhileAsking },
  reject: { stops: ['first_answer', 'verify', 'completeness', 'decision', 'kip'], startsAgain: ['reply_window'] },
  assign: {},
  accept: { stopsWithWords: ['first_answer', 'follow_up'] },
  return_to_coordinator: {},
  postpone: { stopsWithWords: ['first_answer'] },
  extend: { stopsWithWords: ['first_answer'] },
  answer: { startsAgain: ['validation'] },
  send_back: { stops: ['validation'], continues: ['answer'] },
  approve: { stops: toldByApproval, startsAgain: ['reply_window'] },
  confirm: { stops: ['reply_window'] },
  expire: {},
  dispute: { stops: ['reply_window'], startsAgain: ['validation'] },
  reopen: {
    stops: ['validation'],
    stopsWithWords: ['first_answer'],
    continues: undoneByReopening,
    starts: ofHandling,
    owesAgain: true,
  },
  uphold: { stops: ['validation'], stopsWithWords: ['first_answer'], startsAgain: ['reply_window'] },
  withdraw: {},
  transfer: {
    stops: ['first_answer', 'verify', 'completeness'],
    cancels: ['follow_up', 'promise'],
    startsAgain: ['outside'],
  },
  return_from_transfer: {
    stops: ['outside'],
    stopsWithWords: ['first_answer'],
    starts: ofHandling,
    owesAgain: true,
  },
  close: {
    stops: ['outside', 'answer', 'decision', 'kip'],
    stopsWithWords: ['first_answer'],
    startsAgain: ['reply_window'],
  },
  merge: {},
  unmerge: {},
  reclassify: {},
  relocate: {},
  retitle: {},
  mask: {},
  note: {},
  message: { stopsWithWords: ['first_answer'] },
};
