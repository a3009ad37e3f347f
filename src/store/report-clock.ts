import type { ClockChange, RunningClock } from '../domain/clocks.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Change } from './report-change.ts';
import type { Tx } from './tx.ts';

type ClockWriting = Change & { readonly reportId: string; readonly policyVersion: number };

/** Writes one change of a clock and gives all clocks of the report as they now are. */
export const writeClock = async (tx: Tx, clocks: readonly RunningClock[], change: ClockChange, writing: ClockWriting): Promise<readonly RunningClock[]> => {
  if (change.do === 'start') return [...clocks, await insertClock(tx, change, writing)];
  const clock = clocks.find((candidate) => candidate.id === change.id);
  if (clock === undefined) throw new Error(`clock ${change.id} is not of this report`);
  const changed = { ...clock, ...differenceOf(change) };
  await tx.updateTable('report_clock').set(columnsOf(changed)).where('tenant_id', '=', writing.tenantId).where('id', '=', change.id).execute();
  if (change.do === 'pause') await openPause(tx, change, writing);
  if (change.do === 'resume' || change.do === 'stop') await endPause(tx, change.id, writing);
  return clocks.map((candidate) => (candidate.id === change.id ? changed : candidate));
};

/** A new due date clears the mark that the old one had passed. */
const differenceOf = (change: Exclude<ClockChange, { readonly do: 'start' }>): Partial<RunningClock> => {
  switch (change.do) {
    case 'stop':
      return { stoppedAt: change.stoppedAt, outcome: change.outcome, pausedAt: null };
    case 'pause':
      return { pausedAt: change.at };
    case 'resume':
      return { pausedAt: null, pausedMs: change.pausedMs, dueAt: change.dueAt, provisional: change.provisional, passedAt: null };
    case 'redue':
      return { dueAt: change.dueAt, provisional: change.provisional, passedAt: null };
    case 'restart':
      return { stoppedAt: null, outcome: null, dueAt: change.dueAt, provisional: change.provisional, passedAt: null };
    case 'pass':
      return { passedAt: change.at };
  }
};

const columnsOf = (clock: RunningClock) => ({
  due_at: new Date(clock.dueAt),
  provisional: clock.provisional,
  paused_at: dateOrNull(clock.pausedAt),
  paused_ms: clock.pausedMs,
  stopped_at: dateOrNull(clock.stoppedAt),
  outcome: clock.outcome,
  passed_at: dateOrNull(clock.passedAt),
});

const dateOrNull = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

const insertClock = async (tx: Tx, change: Extract<ClockChange, { readonly do: 'start' }>, writing: ClockWriting): Promise<RunningClock> => {
  const { kind, startedAt, dueAt, provisional } = change;
  const clock = { id: uuid7(writing.at), kind, policyVersion: writing.policyVersion, startedAt, dueAt, provisional, pausedAt: null, pausedMs: 0, stoppedAt: null, outcome: null, passedAt: null };
  const identity = { tenant_id: writing.tenantId, id: clock.id, report_id: writing.reportId, kind, policy_version: clock.policyVersion, started_at: new Date(startedAt) };
  await tx.insertInto('report_clock').values({ ...identity, ...columnsOf(clock) }).execute();
  return clock;
};

const openPause = async (tx: Tx, change: Extract<ClockChange, { readonly do: 'pause' }>, writing: ClockWriting): Promise<void> => {
  const actorPost = writing.actor.kind === 'post' ? writing.actor.post.id : null;
  await tx
    .insertInto('clock_pause')
    .values({ tenant_id: writing.tenantId, id: uuid7(writing.at), clock_id: change.id, reason: change.reason, actor_post: actorPost, started_at: new Date(change.at), ended_at: null })
    .execute();
};

const endPause = async (tx: Tx, clockId: string, writing: ClockWriting): Promise<void> => {
  await tx.updateTable('clock_pause').set({ ended_at: writing.at }).where('tenant_id', '=', writing.tenantId).where('clock_id', '=', clockId).where('ended_at', 'is', null).execute();
};
