import type { Actor } from './actor.ts';
import { isOpenAssignment } from './assignment.ts';
import { daysLater, isDay } from './calendar.ts';
import { openOf } from './clocks.ts';
import { endOfDay } from './last-day.ts';
import { isId } from './event.ts';
import { hasVisibleWords, longestLine, longestWords } from './limits.ts';
import type { MoveContext } from './move-context.ts';
import type { CommandOf, MoveCommand } from './move.ts';
import { changesPublicSide, maskProblems } from './mask-problems.ts';
import { approvalChecks, reasonsOf } from './reasons.ts';
import type { FieldProblem, Problem } from './refusal.ts';
import { primaryProblem } from './primary-problem.ts';
import { replacedWork } from './replaced-work.ts';
import { arePhotosUnseen } from './shown-photos.ts';
import { reportClasses, type Report } from './report.ts';
import { localDay } from './time.ts';
import { sitsAtDesk } from './who.ts';

/** What a row of the table can demand of a command. The names are those of the outside contract, so that a form can show them. */
export type Carried = keyof typeof membersOf;

/** A move that somebody who may make it wants to make. */
export type Attempt = {
  readonly report: Report;
  readonly actor: Actor;
  readonly command: MoveCommand;
  readonly context: MoveContext;
};

/** What is missing or makes no sense, by field; empty when the move carries what its row demands. */
export const problemsOf = (attempt: Attempt, must: readonly Carried[]): readonly FieldProblem[] => [
  ...must.flatMap((field) => asked(field, missingIn(attempt, field))),
  ...Object.entries(longest).flatMap(([field, limit]) => asked(field, tooLong(textIn(attempt.command, field), limit))),
  ...asked('reason', unlisted(attempt.command)),
  ...particularProblems(attempt),
];

const longest = {
  message: longestWords,
  description: longestWords,
  title: longestLine,
  reference: longestWords,
  place: longestLine,
  authority: longestLine,
  letter: longestLine,
  contact: longestLine,
};

/** Where a field of the contract has another name in the command, or several of which one will do. */
const membersOf = {
  message: ['message'],
  reason: ['reason'],
  class: ['class'],
  category: ['categoryId'],
  post: ['postId'],
  until: ['until'],
  title: ['title'],
  description: ['description'],
  reference: ['reference'],
  primary: ['primaryId'],
  change: ['class', 'categoryId', 'villageCode', 'place'],
} as const satisfies Record<string, readonly string[]>;

const asked = (field: string, problem: Problem | null): readonly FieldProblem[] =>
  problem === null ? [] : [{ field, problem }];

const missingIn = ({ command, context }: Attempt, field: Carried): Problem | null => {
  const isThere =
    command.move === 'mask'
      ? changesPublicSide(command, context)
      : membersOf[field].some((member) => hasVisibleWords(textIn(command, member)));
  return isThere ? null : 'required';
};

const textIn = (command: MoveCommand, member: string): string => {
  const value = Object.entries(command).find(([name]) => name === member)?.[1];
  return typeof value === 'string' ? value : '';
};

const tooLong = (words: string, limit: number): Problem | null => (words.length > limit ? 'too_long' : null);

const unlisted = (command: MoveCommand): Problem | null => {
  const reason = textIn(command, 'reason');
  return reason === '' || reasonsOf(command.move).includes(reason) ? null : 'unknown';
};

const particularProblems = ({ report, actor, command, context }: Attempt): readonly FieldProblem[] => {
  switch (command.move) {
    case 'verify':
      return [
        ...asked('class', oneOf(reportClasses, command.class)),
        ...asked('title', tooLong(command.publish.title ?? '', longestLine)),
        ...asked('description', tooLong(command.publish.description ?? '', longestWords)),
        ...asked('photos', photosProblem(command, command.publish.photos, report)),
      ];
    case 'assign':
      return asked('post', assignProblem(command, report, actor, context));
    case 'postpone':
      return asked('until', dateProblem(command.until, context) ?? promisedAlready(command.until, report, context));
    case 'answer':
      return asked(
        'proof',
        context.category?.needsProof && command.proof.length === 0 ? 'required' : strangers(command.proof),
      );
    case 'approve':
      return [
        ...asked('checks', (command.checks ?? []).every(isApprovalCheck) ? null : 'unknown'),
        ...asked('photos', photosProblem(command, command.photos, report)),
      ];
    case 'confirm':
    case 'dispute':
      return asked('rating', ratingProblem(command.rating));
    case 'merge':
      return asked('primary', primaryProblem(report, context));
    case 'reclassify':
      return asked('class', command.class === undefined ? null : oneOf(reportClasses, command.class));
    case 'mask':
      return [...asked('photos', photosProblem(command, command.photos, report)), ...maskProblems(command, report)];
    default:
      return [];
  }
};

/** Files are named by their ids: anything else would stand in the history for ever. */
const strangers = (files: readonly string[]): Problem | null => (files.every(isId) ? null : 'unknown');

const photosProblem = (command: MoveCommand, photos: readonly string[] | undefined, report: Report): Problem | null =>
  strangers(photos ?? []) ?? (arePhotosUnseen(command, report) ? 'not_allowed' : null);

/** Nothing else, an empty word no more than another, may stand in the history. */
const isApprovalCheck = (check: string): boolean => approvalChecks.some((known) => known === check);

const oneOf = (list: readonly string[], value: string): Problem | null =>
  value === '' || list.includes(value) ? null : 'unknown';

/** Whoever is not the coordinator assigns inside the own agency. */
const assignProblem = (
  command: CommandOf<'assign'>,
  report: Report,
  actor: Actor,
  { policy }: MoveContext,
): Problem | null => {
  const { postId, agencyId } = command;
  const isInside = actor.kind === 'post' && !sitsAtDesk(actor.post, 'coordinator', report);
  if (isInside && actor.post.agencyId !== agencyId) return 'not_allowed';
  const parts = report.assignments.filter((assignment) => assignment.state !== 'returned');
  if (parts.some((part) => part.postId === postId && isOpenAssignment(part))) return 'not_allowed';
  const staying = parts.length - replacedWork(report, actor, command, policy).length;
  return staying >= policy.maxAssignments ? 'too_many' : null;
};

const dateProblem = (until: string, { at, calendar }: MoveContext): Problem | null => {
  if (until === '') return null;
  // A promise ends with the day after it: the last day that can be written has none.
  if (!isDay(until) || !isDay(daysLater(until, 1))) return 'not_a_date';
  const today = localDay(at, calendar.zone);
  if (until < today) return 'in_the_past';
  return until > lastPromisedDay(today) ? 'too_far_ahead' : null;
};

/** The date that holds already is no new promise. An earlier one than that is, and a later one. */
const promisedAlready = (until: string, { clocks }: Report, { calendar }: MoveContext): Problem | null =>
  until !== '' && openOf(clocks, ['promise']).some(({ dueAt }) => dueAt === endOfDay(until, calendar.zone))
    ? 'not_allowed'
    : null;

const longestPromiseDays = 365;

/**
 * The last day that can be promised on a day, `YYYY-MM-DD` both. Source: own. No law limits a promise beside the legal clocks; what lies more than a
 * year ahead is a slip of the finger, or no promise.
 */
export const lastPromisedDay = (today: string): string => daysLater(today, longestPromiseDays);

const ratingProblem = (rating: number | undefined): Problem | null =>
  rating === undefined || (Number.isInteger(rating) && rating >= 1 && rating <= 5) ? null : 'unknown';
