import { sql } from 'kysely';

import type { Actor } from '../domain/actor.ts';
import { decide } from '../domain/lifecycle.ts';
import type { MoveContext } from '../domain/move-context.ts';
import type { MoveCommand, MoveName } from '../domain/move.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Report, ReportState } from '../domain/report.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import type { City } from './city.ts';
import { markCorrected } from './corrected-likeness.ts';
import { readMoveContext } from './move-context.ts';
import { attachProof, filesProblem } from './move-files.ts';
import { tellReporter } from './notice.ts';
import { applyOutcome } from './report-change.ts';
import { settleFlags } from './report-flag.ts';
import { lockReport, momentFor, type StoredReport } from './report.ts';
import { mayName } from './seen-primary.ts';
import { tellFollowers } from './tell-followers.ts';
import { tellPostsOfMove } from './tell-posts-of-move.ts';
import type { Tx } from './tx.ts';
import { tellVoices } from './voices.ts';

export type MoveRequest = {
  readonly tenantId: string;
  readonly city: City;
  readonly report: { readonly number: string } | { readonly id: string };
  readonly actor: Actor;
  readonly command: MoveCommand;
  /** The version the actor saw; undefined: whatever it is now. */
  readonly version?: number | undefined;
  readonly at: Date;
  /** For a correction it marks the words that now count, for an answer it tells the proof that waits for it: without one there is none. */
  readonly keyring?: Pick<Keyring, 'derive'>;
  /** What must hold of the stored report before anything is decided (a claim code, a post's view). */
  readonly admit?: (stored: StoredReport) => Promise<Refusal | null>;
};

export type MoveMade = {
  readonly reportId: string;
  readonly number: string;
  readonly state: ReportState;
  readonly version: number;
};

/**
 * One move of one report, in the caller's transaction: lock, decide by the rules, write event, clocks and jobs, and what follows for the reports
 * merged into it. Refused: nothing was written (but the caller must still commit what it counted, such as a wrong code).
 */
export const makeMove = async (tx: Tx, request: MoveRequest): Promise<Result<MoveMade, Refusal>> => {
  if (concernsOthers(request.command.move)) await oneAtATime(tx, request.tenantId);
  const stored = await lockReport(tx, request.tenantId, request.report);
  if (stored === null) return refuse({ kind: 'not_found' });
  const barred = await request.admit?.(stored);
  if (barred) return refuse(barred);
  const { report } = stored;
  if (request.version !== undefined && request.version !== report.version)
    return refuse({ kind: 'changed_meanwhile', version: report.version });
  const context = await readContext(tx, report, { ...request, at: momentFor(stored, request.at) });
  const decided = decide(report, request.actor, request.command, context);
  if (!decided.ok) return decided;
  const misnamed = await filesProblem(tx, request, report);
  if (misnamed !== null) return refuse(misnamed);
  await attachProof(tx, request, report);
  const change = { tenantId: request.tenantId, actor: request.actor, at: request.at };
  const watch = { calendar: context.calendar, policy: context.policy };
  const events = await applyOutcome(tx, stored, decided.value, { ...change, watch });
  const { command } = request;
  if (command.move === 'correct')
    await markCorrected(tx, request.keyring, { tenantId: request.tenantId, reportId: report.id, command });
  if (command.move === 'mask' && command.publication !== undefined)
    await settleFlags(tx, { ...change, reportId: report.id });
  await tellReporter(tx, { ...change, reportId: report.id, reporterId: stored.reporterId }, events);
  await tellFollowers(tx, { ...change, reportId: report.id }, events);
  const { city } = request;
  await tellPostsOfMove(
    tx,
    { ...change, city, policy: context.policy, before: report, outcome: decided.value },
    events,
  );
  const { move } = command;
  await tellVoices(tx, { city, change, move, before: report, outcome: decided.value, context });
  return ok({
    reportId: report.id,
    number: report.number,
    state: decided.value.report.state ?? report.state,
    version: report.version + events.length,
  });
};

const concernsOthers = (move: MoveName): boolean => move === 'merge' || move === 'approve';

/**
 * A merge looks at two reports: two that are merged into each other at once would wait for each other for ever. An approval brings its answer to
 * all that are merged: one merged at the same moment would miss it.
 */
const oneAtATime = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa merge ${tenantId}`}, 0))`.execute(tx);
};

const readContext = async (tx: Tx, report: Report, request: MoveRequest): Promise<MoveContext> => {
  const { tenantId, actor, command } = request;
  const context = await readMoveContext(tx, report, request);
  const isUnseen = command.move === 'merge' && !(await mayName(tx, tenantId, actor, command.primaryId));
  return isUnseen ? { ...context, primary: null } : context;
};
