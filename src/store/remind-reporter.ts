import { isNeverReminded, reminded, type Reminding } from '../domain/reminder.ts';
import type { Report } from '../domain/report.ts';
import type { DueClock } from './due-clock.ts';
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
  if (outcome === null) return leaveUnsaid(tx, { tenantId, clockId }, stored.report, { policy, calendar });
  const change = { tenantId, actor: { kind: 'clock' }, at } as const;
  const events = await applyOutcome(tx, stored, outcome, { ...change, watch: { calendar: city.calendar, policy } });
  await tellReporter(tx, { ...change, reportId, reporterId: stored.reporterId }, events);
};

/** Else every sweep would find it again until it runs out. A date of which nothing was said keeps `reminded_at` empty; a later date is looked at anew. */
const leaveUnsaid = async (
  tx: Tx,
  { tenantId, clockId }: Pick<DueClock, 'tenantId' | 'clockId'>,
  { clocks }: Report,
  reminding: Reminding,
): Promise<void> => {
  const clock = clocks.find(({ id }) => id === clockId);
  if (clock === undefined || !isNeverReminded(clock, reminding)) return;
  await tx
    .updateTable('report_clock')
    .set({ reminded_of: new Date(clock.dueAt) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', clockId)
    .execute();
};
