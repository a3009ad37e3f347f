import { noticesOfClock } from '../domain/clock-notices.ts';
import { isRunning } from '../domain/clocks.ts';
import { expiredAt } from '../domain/moves/expiry.ts';
import { momentsToTell, watchAfter } from '../domain/escalation.ts';
import { readWatch, readWatched, writeWatch } from './clock-watch.ts';
import type { DueClock } from './due-clock.ts';
import { policyFor } from './policy-for.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import { staffOf, tellPosts } from './tell-posts.ts';
import type { Tx } from './tx.ts';

/**
 * Tells posts of every moment of a clock that has come and that nobody was told of, each dated by itself, and notes when the next one comes. Does nothing
 * when somebody was faster: the report is locked, and the clock looked at again. Where an offer to the reporter has run out and the report has not moved on
 * yet, only what came before that is told: what happened later is not told before it. While it is merged nothing is told, and nothing forgotten.
 */
export const watchClock = async (tx: Tx, { tenantId, city, reportId, clockId, at }: DueClock): Promise<void> => {
  const stored = await lockReport(tx, tenantId, { id: reportId });
  if (stored === null) throw new Error(`clock ${clockId} has no report`);
  const { report } = stored;
  if (report.mergedInto !== null) return;
  const until = expiredAt(report, at.toISOString()) ?? at.toISOString();
  const clock = report.clocks.find(({ id }) => id === clockId);
  const from = await readWatch(tx, tenantId, clockId);
  if (clock === undefined || !isRunning(clock) || from === null || from > new Date(until)) return;
  const policy = await policyFor(tx, tenantId, city, report);
  const watch = { calendar: city.calendar, policy };
  const moments = momentsToTell(clock, { from: from.toISOString(), until }, watch);
  await writeWatch(tx, tenantId, clockId, watchAfter(clock, until, watch));
  const { notices, events } = noticesOfClock(report, clock, moments, staffOf(city));
  if (events.length > 0) {
    const outcome = { report: {}, events, clocks: [], assignments: [], merges: [] };
    await applyOutcome(tx, stored, outcome, { tenantId, actor: { kind: 'clock' }, at, watch });
  }
  await tellPosts(tx, { tenantId, city, report, clocks: [clock], policy, now: at }, notices);
};

/** The same for every clock of a report, before its time to reply is over and it moves on: nothing that came before is lost. */
export const watchReport = async (tx: Tx, due: Omit<DueClock, 'clockId'>): Promise<void> => {
  for (const clockId of await readWatched(tx, due.tenantId, due.reportId)) await watchClock(tx, { ...due, clockId });
};
