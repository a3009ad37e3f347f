import type { Actor } from '../domain/actor.ts';
import { recounted, recountsOf } from '../domain/recounted-clocks.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { reachOf, readChangedDays, type Reach } from './calendar-change.ts';
import type { City } from './city.ts';
import type { Installation } from './installation.ts';
import { tellReporter } from './notice.ts';
import { beforeTheFirst, readOpenClocks, type CountedReport } from './open-clocks.ts';
import { policyFor } from './policy-for.ts';
import { applyOutcome } from './report-change.ts';
import { lockReport } from './report.ts';
import type { Tx } from './tx.ts';

const batchSize = 200;
const actor: Actor = { kind: 'rule' };

/** One change of one city's calendar, carried on to the clocks that are open. */
export type Recounting = { readonly laksa: Installation; readonly tenant: Tenant; readonly changeId: string };

/**
 * Counts every open clock that a changed day may move from its start again, whether it runs or stands still, by the calendar as it is now: where another date comes out, an event
 * says so, each report in a transaction of its own. Done again it finds nothing to do. Gives how many reports were moved.
 */
export const recountClocks = async (recounting: Recounting, signal: AbortSignal): Promise<number> => {
  const { laksa, tenant } = recounting;
  laksa.cities.forget(tenant.id);
  const reach = await readReach(recounting);
  if (reach === null) return 0;
  const failures: Error[] = [];
  let [movedReports, afterId]: [number, string | null] = [0, beforeTheFirst];
  while (afterId !== null) {
    signal.throwIfAborted();
    const batch = await readBatch(recounting, reach, afterId);
    const done = await recountEach(recounting, batch.moving);
    movedReports += done.movedReports;
    failures.push(...done.failures);
    afterId = batch.lastId;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reports were not counted again`);
  return movedReports;
};

/** One whose history was changed from outside holds up no other; the job fails by its name, and comes again. */
const recountEach = async (recounting: Recounting, reports: readonly CountedReport[]) => {
  const failures: Error[] = [];
  let movedReports = 0;
  for (const { id, number } of reports) {
    try {
      if (await recountReport(recounting, id)) movedReports += 1;
    } catch (cause) {
      failures.push(new Error(`the clocks of report ${number} cannot be counted`, { cause }));
    }
  }
  return { movedReports, failures };
};

const readReach = ({ laksa, tenant, changeId }: Recounting): Promise<Reach | null> =>
  laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const days = await readChangedDays(tx, tenant.id, changeId);
      if (days === null) throw new Error('this change of the calendar is not of this city');
      return reachOf(days, tenant.zone);
    },
    { readOnly: true },
  );

type Batch = {
  readonly moving: readonly CountedReport[];
  /** Null: there is nothing behind it. */
  readonly lastId: string | null;
};

/** What would not move is not even locked. */
const readBatch = ({ laksa, tenant }: Recounting, reach: Reach, afterId: string): Promise<Batch> =>
  laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
      const reports = await readOpenClocks(tx, tenant.id, { reach, afterId, limit: batchSize });
      const moving: CountedReport[] = [];
      for (const report of reports) if (await isMoving(tx, { tenant, city }, report)) moving.push(report);
      return { moving, lastId: reports.length === batchSize ? (reports.at(-1)?.id ?? null) : null };
    },
    { readOnly: true },
  );

type Ground = { readonly tenant: Tenant; readonly city: City };

const isMoving = async (tx: Tx, { tenant, city }: Ground, report: CountedReport): Promise<boolean> => {
  const policy = await policyFor(tx, tenant.id, city, report);
  return recountsOf(report, { policy, calendar: city.calendar }).length > 0;
};

const recountReport = ({ laksa, tenant, changeId }: Recounting, reportId: string): Promise<boolean> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    const stored = await lockReport(tx, tenant.id, { id: reportId });
    if (stored === null) throw new Error('a report is never taken away');
    const policy = await policyFor(tx, tenant.id, city, stored.report);
    const outcome = recounted(stored.report, changeId, { policy, calendar: city.calendar });
    if (outcome === null) return false;
    const change = { tenantId: tenant.id, actor, at: tenant.clock.now() };
    const events = await applyOutcome(tx, stored, outcome, { ...change, watch: { calendar: city.calendar, policy } });
    await tellReporter(tx, { ...change, reportId, reporterId: stored.reporterId }, events);
    return true;
  });
