import type { Made } from '../move-context.ts';
import type { MoveName } from '../move.ts';
import { expire } from './expiry.ts';
import { askReporter, provideInfo, reject, verify } from './intake.ts';
import { approve, reopen, sendBack, uphold } from './judgement.ts';
import { close, returnFromTransfer, transfer } from './outside.ts';
import { extend } from './extension.ts';
import type { Particulars } from './particulars.ts';
import { mask, merge, reclassify, relocate, retitle, unmerge } from './record.ts';
import { confirm, correct, dispute, withdraw } from './reporter.ts';
import { message, note } from './words.ts';
import { accept, answer, assign, postpone, returnToCoordinator } from './work.ts';

const every: { readonly [Move in MoveName]: (made: Made<Move>) => Particulars } = {
  verify,
  ask_reporter: askReporter,
  correct,
  provide_info: provideInfo,
  reject,
  assign,
  accept,
  return_to_coordinator: returnToCoordinator,
  postpone,
  extend,
  answer,
  send_back: sendBack,
  approve,
  confirm,
  expire,
  dispute,
  reopen,
  uphold,
  withdraw,
  transfer,
  return_from_transfer: returnFromTransfer,
  close,
  merge,
  unmerge,
  reclassify,
  relocate,
  retitle,
  mask,
  note,
  message,
};

/** What one move adds to its row in the table. */
export const particularsOf = <Move extends MoveName>(move: Move, made: Made<Move>): Particulars => every[move](made);
