import { changedClock, startedClock, type ClockAlteration } from '../domain/changed-clock.ts';
import type { ClockChange, ClockPause, RunningClock } from '../domain/clocks.ts';
import { watchAgain, watchFrom } from '../domain/escalation.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { ReportChange } from './change.ts';
import { readWatch } from './clock-watch.ts';
import type { Tx } from './tx.ts';

type ClockWriting = ReportChange & { readonly reportId: string; readonly policyVersion: number };

/** Writes what a move does to the clocks of a report and gives all of them as they now are. */
export const writeClocks = async (
  tx: Tx,
  clocks: readonly RunningClock[],
  changes: readonly ClockChange[],
  writing: ClockWriting,
): Promise<readonly RunningClock[]> => {
  const started = changes
    .filter((change) => change.do === 'start')
    .map((change) => startedClock(change, { id: uuid7(writing.at), policyVersion: writing.policyVersion }));
  if (started.length > 0)
    await tx
      .insertInto('report_clock')
      .values(
        started.map((clock) => ({
          ...identityOf(clock, writing),
          ...columnsOf(clock),
          watch_at: dateOrNull(watchFrom(clock, writing.watch)),
        })),
      )
      .execute();
  let altered = clocks;
  for (const change of changes) if (change.do !== 'start') altered = await alterClock(tx, altered, change, writing);
  return [...altered, ...started];
};

const identityOf = (clock: RunningClock, { tenantId, reportId }: ClockWriting) => ({
  tenant_id: tenantId,
  id: clock.id,
  report_id: reportId,
  kind: clock.kind,
  policy_version: clock.policyVersion,
  started_at: new Date(clock.startedAt),
});

const columnsOf = (clock: RunningClock) => ({
  due_at: new Date(clock.dueAt),
  provisional: clock.provisional,
  paused_at: dateOrNull(clock.pausedAt),
  paused_ms: clock.pausedMs,
  stopped_at: dateOrNull(clock.stoppedAt),
  outcome: clock.outcome,
  passed_at: dateOrNull(clock.passedAt),
  extended_at: dateOrNull(clock.extendedAt),
  reminded_at: dateOrNull(clock.reminder?.at ?? null),
  reminded_of: dateOrNull(clock.reminder?.of ?? null),
});

/**
 * When somebody is told of it next, where its date or its pauses are others now. While they stay, what was told of it stays told, and what was not is
 * still to be.
 */
const watchColumn = async (
  tx: Tx,
  before: RunningClock,
  after: RunningClock,
  { tenantId, at, watch }: ClockWriting,
): Promise<{ readonly watch_at?: Date | null }> => {
  // What begins to stand still keeps its place: nobody looks until it goes on.
  const hasOtherPauses = before.pauses !== after.pauses && after.pausedAt === null;
  if (before.dueAt === after.dueAt && !hasOtherPauses) return {};
  const watchAt = (await readWatch(tx, tenantId, before.id))?.toISOString() ?? null;
  return { watch_at: dateOrNull(watchAgain({ before, after, at: at.toISOString(), watchAt }, watch)) };
};

const dateOrNull = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

const alterClock = async (
  tx: Tx,
  clocks: readonly RunningClock[],
  change: ClockAlteration,
  writing: ClockWriting,
): Promise<readonly RunningClock[]> => {
  const clock = clocks.find((candidate) => candidate.id === change.id);
  if (clock === undefined) throw new Error(`clock ${change.id} is not of this report`);
  const altered = changedClock(clock, change);
  const watched = await watchColumn(tx, clock, altered, writing);
  await tx
    .updateTable('report_clock')
    .set({ ...columnsOf(altered), ...watched })
    .where('tenant_id', '=', writing.tenantId)
    .where('id', '=', change.id)
    .execute();
  await writePause(tx, change, writing);
  return clocks.map((candidate) => (candidate.id === change.id ? altered : candidate));
};

/** What a change says of the pauses of its clock: one begins, one ends, or one is seen only afterwards. */
const writePause = async (tx: Tx, change: ClockAlteration, writing: ClockWriting): Promise<void> => {
  if (change.do === 'pause') await insertPause(tx, change.id, { ...change, from: change.at, until: null }, writing);
  if (change.do === 'resume') await endPause(tx, change, writing);
  if (change.do === 'restart' && change.settled !== null)
    await insertPause(tx, change.id, { ...change.settled, reason: 'settled' }, writing);
};

const insertPause = async (
  tx: Tx,
  clockId: string,
  { from, until, reason }: ClockPause,
  { tenantId, actor, at }: ClockWriting,
): Promise<void> => {
  const row = {
    tenant_id: tenantId,
    id: uuid7(at),
    clock_id: clockId,
    reason,
    actor_post: actor.kind === 'post' ? actor.post.id : null,
    started_at: new Date(from),
    ended_at: dateOrNull(until),
  };
  await tx.insertInto('clock_pause').values(row).execute();
};

const endPause = async (
  tx: Tx,
  { id, at }: Extract<ClockChange, { readonly do: 'resume' }>,
  { tenantId }: ClockWriting,
): Promise<void> => {
  await tx
    .updateTable('clock_pause')
    .set({ ended_at: new Date(at) })
    .where('tenant_id', '=', tenantId)
    .where('clock_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
};
