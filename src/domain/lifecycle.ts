import type { Actor } from './actor.ts';
import { mayStillCorrect } from './correction.ts';
import { problemsOf, type Carried } from './carries.ts';
import type { Row } from './lifecycle-row.ts';
import type { MoveContext } from './move-context.ts';
import { outcomeOf } from './move-outcome.ts';
import { moveNames, type MoveCommand, type MoveName } from './move.ts';
import { expiredAt, expiringClockOf } from './moves/expiry.ts';
import { extendableClockOf } from './moves/extension.ts';
import type { Outcome } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import { mayStillObject } from './reply-window.ts';
import { reportStates, type Report, type ReportState } from './report.ts';
import { ok, refuse, type Result } from './result.ts';
import { refusalOfActor, type WhoContext } from './who.ts';

const open = reportStates.filter((state) => state !== 'rejected' && state !== 'closed');
const every = reportStates;
const beforeAnswer = ['received', 'verified', 'assigned', 'in_progress'] as const satisfies readonly ReportState[];
const inWork = ['verified', 'assigned', 'in_progress'] as const satisfies readonly ReportState[];
const reasoned = ['reason', 'message'] as const satisfies readonly Carried[];

/**
 * The life of a report, whole: every move, from where, to where, who may, what it must carry, what is written and whether the reporter is
 * told. `file` is before it (`filing.ts`); what each move does to the clocks is `clock-effects.ts`.
 */
// oxfmt-ignore
export const lifecycle: Readonly<Record<MoveName, Row>> = {
  verify:                { from: ['received'], to: ['verified', 'assigned'], who: ['verifier', 'coordinator'], must: ['class', 'category'], event: 'verified', tellsReporter: true },
  ask_reporter:          { from: beforeAnswer, to: 'needs_info', who: ['verifier_asking', 'coordinator', 'assigned_post_asking'], must: reasoned, event: 'reporter_asked', tellsReporter: true },
  correct:               { from: ['received'], to: 'unchanged', who: ['reporter'], must: ['description'], only: 'while_correctable', event: 'corrected', tellsReporter: false },
  provide_info:          { from: ['needs_info'], to: beforeAnswer, who: ['reporter', 'intake_operator'], must: ['message'], event: 'info_provided', tellsReporter: true },
  reject:                { from: ['received'], to: ['received', 'rejected'], who: ['verifier_rejecting', 'coordinator_confirming'], must: reasoned, event: 'rejected', tellsReporter: true },
  assign:                { from: inWork, to: 'assigned', who: ['rule', 'coordinator', 'head_of_assigned_agency'], must: ['post'], event: 'assigned', tellsReporter: true },
  accept:                { from: ['assigned'], besides: ['in_progress'], to: 'in_progress', who: ['offered_post'], must: [], event: 'accepted', tellsReporter: true },
  return_to_coordinator: { from: ['assigned', 'in_progress'], to: inWork, who: ['assigned_post_returning'], must: reasoned, event: 'returned', tellsReporter: false },
  postpone:              { from: ['in_progress'], besides: ['assigned'], to: 'unchanged', who: ['accepted_post'], must: ['reason', 'until'], event: 'postponed', tellsReporter: true },
  extend:                { from: ['verified', 'assigned', 'in_progress', 'answered'], to: 'unchanged', who: ['holder', 'coordinator'], must: ['message'], only: 'while_extendable', event: 'extended', tellsReporter: true },
  answer:                { from: ['in_progress'], besides: ['assigned'], to: ['answered', 'in_progress', 'assigned'], who: ['accepted_post'], must: ['message'], event: 'answered', tellsReporter: false },
  send_back:             { from: ['answered'], to: 'in_progress', who: ['validator_never_who_answered'], must: reasoned, event: 'sent_back', tellsReporter: false },
  approve:               { from: ['answered'], to: 'resolved', who: ['validator_never_who_answered'], must: [], event: 'approved', tellsReporter: true },
  confirm:               { from: ['resolved'], to: 'closed', who: ['reporter'], must: [], event: 'confirmed', tellsReporter: true },
  expire:                { from: ['resolved', 'needs_info', 'rejected', 'closed'], to: ['closed', 'rejected'], who: ['clock'], must: [], only: 'when_due', event: 'expired', tellsReporter: true },
  dispute:               { from: ['resolved', 'rejected', 'closed'], to: 'disputed', who: ['reporter'], must: reasoned, only: 'inside_reply_window', event: 'disputed', tellsReporter: true },
  reopen:                { from: ['disputed'], to: ['in_progress', 'verified'], who: ['above_who_answered'], must: reasoned, event: 'reopened', tellsReporter: true },
  uphold:                { from: ['disputed'], to: ['closed', 'rejected'], who: ['above_who_answered'], must: reasoned, event: 'upheld', tellsReporter: true },
  withdraw:              { from: open, to: 'closed', who: ['reporter'], must: [], event: 'withdrawn', tellsReporter: true },
  transfer:              { from: beforeAnswer, to: 'transferred', who: ['coordinator'], must: reasoned, event: 'transferred', tellsReporter: true },
  return_from_transfer:  { from: ['transferred'], to: 'verified', who: ['coordinator', 'authority'], must: ['reason'], event: 'returned_from_transfer', tellsReporter: true },
  close:                 { from: ['transferred'], to: 'closed', who: ['coordinator'], must: ['reference'], event: 'handed_over', tellsReporter: true },
  merge:                 { from: open, to: 'unchanged', who: ['verifier', 'coordinator'], must: ['primary'], only: 'while_not_merged', event: 'merged', tellsReporter: true },
  unmerge:               { from: open, to: 'unchanged', who: ['verifier', 'coordinator'], must: ['reason'], only: 'while_merged', event: 'unmerged', tellsReporter: true },
  reclassify:            { from: every, to: every, who: ['verifier', 'coordinator'], must: ['change'], event: 'reclassified', tellsReporter: false },
  relocate:              { from: every, to: 'unchanged', who: ['verifier', 'coordinator'], must: ['change'], event: 'relocated', tellsReporter: false },
  retitle:               { from: every, to: 'unchanged', who: ['verifier', 'coordinator'], must: ['title'], event: 'retitled', tellsReporter: false },
  mask:                  { from: every, to: 'unchanged', who: ['verifier', 'coordinator'], must: ['change'], event: 'masked', tellsReporter: true },
  note:                  { from: every, to: 'unchanged', who: ['who_sees_it'], must: ['message'], event: 'noted', tellsReporter: false },
  message:               { from: every, to: 'unchanged', who: ['who_sees_it', 'reporter'], must: ['message'], event: 'message_sent', tellsReporter: true },
};

/** What a move writes, or why it is not made: 409 by its state, 403 by who asks, 422 by what it carries. */
export const decide = (
  report: Report,
  actor: Actor,
  command: MoveCommand,
  context: MoveContext,
): Result<Outcome, Refusal> => {
  const row = lifecycle[command.move];
  const refusal = refusalOf(row, report, actor, context) ?? expiryRefusal(report, command, context);
  if (refusal !== null) return refuse(refusal);
  const problems = problemsOf({ report, actor, command, context }, row.must);
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });
  return ok(
    outcomeOf(row, { report, actor, command, context: { ...context, at: momentOf(report, command, context) } }),
  );
};

/** What an actor may do with a report as it stands now: the forms to show. Each still has to carry what its row demands. */
export const movesFor = (report: Report, actor: Actor, context: RowContext): readonly MoveName[] =>
  moveNames.filter((move) => refusalOf(lifecycle[move], report, actor, context) === null);

type RowContext = WhoContext & Pick<MoveContext, 'at'>;

const refusalOf = (row: Row, report: Report, actor: Actor, context: RowContext): Refusal | null => {
  const forbidden = { kind: 'state_forbids', state: report.state } as const;
  const isBeside = row.besides?.includes(report.state) ?? false;
  if (!isBeside && !row.from.includes(report.state)) return forbidden;
  const refusal = refusalOfActor(row.who, actor, report, context);
  if (refusal !== null) return refusal;
  return row.only === undefined || holds[row.only](report, context.at) ? null : forbidden;
};

const holds = {
  inside_reply_window: mayStillObject,
  when_due: (report, at) => expiredAt(report, at) !== null,
  while_correctable: mayStillCorrect,
  while_extendable: (report, at) => extendableClockOf(report, at) !== null,
  while_merged: (report) => report.mergedInto !== null,
  while_not_merged: (report) => report.mergedInto === null,
} as const satisfies Record<NonNullable<Row['only']>, (report: Report, at: string) => boolean>;

/** A sweep may come twice, or after the reporter: then the clock it names is not due, or not the one that counts. */
const expiryRefusal = (report: Report, command: MoveCommand, { at }: MoveContext): Refusal | null => {
  if (command.move !== 'expire') return null;
  const clock = expiringClockOf(report, command.clockId);
  return clock !== null && at >= clock.dueAt ? null : { kind: 'state_forbids', state: report.state };
};

/** An expiry is dated by its deadline, everything else by the moment it is made. */
const momentOf = (report: Report, command: MoveCommand, { at }: MoveContext): string =>
  command.move === 'expire' ? (expiringClockOf(report, command.clockId)?.dueAt ?? at) : at;
