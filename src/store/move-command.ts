import type { CommandOf, MoveCommand, MoveName } from '../domain/move.ts';
import type { FieldProblem, Refusal } from '../domain/refusal.ts';
import { publications, reportClasses } from '../domain/report.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { City } from './city.ts';
import type { MoveFields } from './move-fields.ts';
import {
  agencyIn,
  assigneeIn,
  categoryIn,
  dayIn,
  maybeUploadsIn,
  primaryIn,
  publishIn,
  ratingIn,
  reading,
  uploadsIn,
  villageIn,
  type Reading,
} from './move-reading.ts';

/** What somebody can ask for; an expiry is made by the clock alone. */
export type AskedMove = Exclude<MoveName, 'expire'>;

/**
 * The move that these fields mean in this city: slugs become ids, what is on no list is refused with its field. What is missing or too long is not
 * looked at here: the rules say so themselves when they decide.
 */
export const moveFromFields = (move: AskedMove, fields: MoveFields, city: City): Result<MoveCommand, Refusal> => {
  const problems: FieldProblem[] = [];
  const command = readers[move](reading(fields, city, problems));
  return problems.length === 0 ? ok(command) : refuse({ kind: 'incomplete', problems });
};

const reasoned = ({ text }: Reading) => ({ reason: text('reason'), message: text('message') });

const readers: { readonly [Move in AskedMove]: (read: Reading) => CommandOf<Move> } = {
  verify: (read) => ({
    move: 'verify',
    class: read.neededOneOf('class', reportClasses),
    categoryId: categoryIn(read) ?? '',
    villageCode: villageIn(read),
    publish: publishIn(read),
  }),
  ask_reporter: (read) => ({ move: 'ask_reporter', ...reasoned(read) }),
  correct: (read) => ({
    move: 'correct',
    title: read.maybe('title'),
    description: read.text('description'),
    place: read.maybe('place'),
  }),
  provide_info: (read) => ({ move: 'provide_info', message: read.text('message') }),
  reject: (read) => ({ move: 'reject', ...reasoned(read) }),
  assign: (read) => ({ move: 'assign', ...assigneeIn(read) }),
  accept: (read) => ({ move: 'accept', message: read.maybe('message') }),
  return_to_coordinator: (read) => ({
    move: 'return_to_coordinator',
    ...reasoned(read),
    proposedAgencyId: agencyIn(read, 'proposed_agency')?.id,
  }),
  postpone: (read) => ({
    move: 'postpone',
    reason: read.text('reason'),
    until: dayIn(read.text('until')),
    message: read.maybe('message'),
  }),
  extend: (read) => ({ move: 'extend', message: read.text('message') }),
  answer: (read) => ({ move: 'answer', message: read.text('message'), proof: uploadsIn(read, 'proof') }),
  send_back: (read) => ({ move: 'send_back', ...reasoned(read) }),
  approve: (read) => ({ move: 'approve', checks: read.fields.checks, photos: maybeUploadsIn(read, 'photos') }),
  confirm: (read) => ({ move: 'confirm', rating: ratingIn(read), message: read.maybe('message') }),
  dispute: (read) => ({ move: 'dispute', ...reasoned(read), rating: ratingIn(read) }),
  reopen: (read) => ({ move: 'reopen', ...reasoned(read) }),
  uphold: (read) => ({ move: 'uphold', ...reasoned(read) }),
  withdraw: (read) => ({ move: 'withdraw', message: read.maybe('message') }),
  transfer: (read) => ({
    move: 'transfer',
    ...reasoned(read),
    authority: read.maybe('authority'),
    letter: read.maybe('letter'),
    contact: read.maybe('contact'),
  }),
  return_from_transfer: (read) => ({
    move: 'return_from_transfer',
    reason: read.text('reason'),
    message: read.maybe('message'),
  }),
  close: (read) => ({ move: 'close', reference: read.text('reference'), message: read.maybe('message') }),
  merge: (read) => ({ move: 'merge', primaryId: primaryIn(read) }),
  unmerge: (read) => ({ move: 'unmerge', reason: read.text('reason'), message: read.maybe('message') }),
  reclassify: (read) => ({
    move: 'reclassify',
    class: read.oneOf('class', reportClasses),
    categoryId: categoryIn(read),
  }),
  relocate: (read) => ({ move: 'relocate', villageCode: villageIn(read), place: read.maybe('place') }),
  retitle: (read) => ({ move: 'retitle', title: read.text('title') }),
  mask: (read) => ({
    move: 'mask',
    description: read.maybe('description'),
    publication: read.oneOf('publication', publications),
    reason: read.maybe('reason'),
    photos: maybeUploadsIn(read, 'photos'),
  }),
  note: (read) => ({ move: 'note', message: read.text('message') }),
  message: (read) => ({ move: 'message', message: read.text('message') }),
};
