import { sql } from 'kysely';

import type { MoveContext } from '../domain/move-context.ts';
import type { MoveName } from '../domain/move.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Policy } from '../domain/policy.ts';
import { isShown } from '../domain/publication.ts';
import type { Report } from '../domain/report.ts';
import { hearingOf, releaseVoice, shareAnswer, type Hearing, type SharedAnswer } from '../domain/voices.ts';
import type { Change } from './change.ts';
import type { City } from './city.ts';
import { deskOf } from './move-context.ts';
import { tellReporter } from './notice.ts';
import { policyFor } from './policy-for.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport, momentFor, type StoredReport } from './report.ts';
import { tellFollowers } from './tell-followers.ts';
import { tellPostsOfMove } from './tell-posts-of-move.ts';
import type { Tx } from './tx.ts';

/** A report that moved, while it is locked. */
export type Moved = {
  readonly city: City;
  readonly change: Change;
  readonly move: MoveName;
  readonly before: Report;
  readonly outcome: Outcome;
  readonly context: MoveContext;
};

/**
 * Carries what happened to a primary on to the reports merged into it, in the same transaction: its answer, or that it is over without one. They are
 * locked after it and in the order of their ids, so no two approvals wait for each other.
 */
export const tellVoices = async (tx: Tx, moved: Moved): Promise<void> => {
  const { before, outcome, change } = moved;
  const hearing = hearingOf(moved.move, before, { ...before, ...outcome.report });
  if (hearing === null) return;
  for (const id of await voicesOf(tx, moved)) {
    const stored = await lockReport(tx, change.tenantId, { id });
    if (stored === null) throw new Error(`report ${id} is merged and is not there`);
    // Between the list and the lock somebody may have parted it.
    if (stored.report.mergedInto === before.id) await tellVoice(tx, hearing, stored, moved);
  }
};

const tellVoice = async (tx: Tx, hearing: NonNullable<Hearing>, stored: StoredReport, moved: Moved): Promise<void> => {
  const { city, before, context } = moved;
  const voice = stored.report;
  const change = { ...moved.change, at: momentFor(stored, new Date(context.at)) };
  const policy = await policyFor(tx, change.tenantId, city, voice);
  const heard =
    hearing === 'answer' ? answered(voice, policy, { ...moved, change }) : releaseVoice(voice, before.id, hearing);
  if (heard === null) return;
  const events = await applyOutcome(tx, stored, heard, { ...change, watch: { calendar: city.calendar, policy } });
  await tellReporter(tx, { ...change, reportId: voice.id, reporterId: stored.reporterId }, events);
  await tellFollowers(tx, { ...change, reportId: voice.id }, events);
  await tellPostsOfMove(tx, { ...change, city, policy, before: voice, outcome: heard }, events);
};

const voicesOf = async (tx: Tx, { change, before }: Moved): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`
    select report_id as id from laksa.report_merge
    where tenant_id = ${change.tenantId} and primary_id = ${before.id} and ended_at is null order by report_id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

/** Each voice under the policy it was filed under. */
const answered = (voice: Report, policy: Policy, { city, change, before, outcome, context }: Moved): Outcome | null =>
  shareAnswer(voice, answerOf(before, outcome, context), {
    at: change.at.toISOString(),
    policy,
    calendar: context.calendar,
    desk: deskOf(city),
  });

const answerOf = (primary: Report, outcome: Outcome, { answerWords }: MoveContext): SharedAnswer => ({
  primaryId: primary.id,
  answeredByPostId: primary.answeredByPostId,
  words: answerWords,
  publicWords: isShown(primary.publication) ? (outcome.report.publicAnswer ?? null) : null,
});
