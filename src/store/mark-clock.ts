import { clockPassed } from '../domain/clock-passed.ts';
import type { DueClock } from './due-clock.ts';
import { makeMove } from './make-move.ts';
import { tellReporter } from './notice.ts';
import { policyFor } from './policy-for.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import { tellFollowers } from './tell-followers.ts';
import type { Tx } from './tx.ts';
import { watchReport } from './watch-clock.ts';

/**
 * What a clock that has come due means for its report: an offer to the reporter expires, a promise is marked as passed. Dated by the due date. Does
 * nothing when somebody was faster: the report is locked, and looked at again.
 */
export const markClock = async (tx: Tx, due: DueClock): Promise<void> => {
  const actor = { kind: 'clock' } as const;
  const stored = await lockReport(tx, due.tenantId, { id: due.reportId });
  if (stored === null) throw new Error(`clock ${due.clockId} has no report`);
  const outcome = clockPassed(stored.report, due.clockId, due.at.toISOString());
  if (outcome === null) {
    await watchReport(tx, due);
    await makeMove(tx, {
      tenantId: due.tenantId,
      city: due.city,
      report: { id: due.reportId },
      actor,
      command: { move: 'expire', clockId: due.clockId },
      at: due.at,
    });
    return;
  }
  const change = { tenantId: due.tenantId, actor, at: due.at };
  const policy = await policyFor(tx, due.tenantId, due.city, stored.report);
  const watch = { calendar: due.city.calendar, policy };
  const events = await applyOutcome(tx, stored, outcome, { ...change, watch });
  await tellReporter(tx, { ...change, reportId: due.reportId, reporterId: stored.reporterId }, events);
  await tellFollowers(tx, { ...change, reportId: due.reportId }, events);
};
