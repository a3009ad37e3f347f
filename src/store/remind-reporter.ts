import { reminded } from '../domain/reminder.ts';
import type { DueClock } from './mark-clock.ts';
import { tellReporter } from './notice.ts';
import { policyFor } from './policy-for.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import type { Tx } from './tx.ts';

/** Tells a reporter that their time is about to run out. Does nothing when they were faster, or another sweep: the report is locked, and looked at again. */
export const remindReporter = async (tx: Tx, { tenantId, city, reportId, clockId, at }: DueClock): Promise<void> => {
  const stored = await lockReport(tx, tenantId, { id: reportId });
  if (stored === null) throw new Error(`clock ${clockId} has no report`);
  const policy = await policyFor(tx, tenantId, city, stored.report);
  const { calendar } = city;
  const outcome = reminded(stored.report, clockId, at.toISOString(), { policy, calendar });
  if (outcome === null) return;
  const change = { tenantId, actor: { kind: 'clock' }, at } as const;
  const events = await applyOutcome(tx, stored, outcome, { ...change, watch: { zone: city.calendar.zone, policy } });
  await tellReporter(tx, { ...change, reportId, reporterId: stored.reporterId }, events);
};
