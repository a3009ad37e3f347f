import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { markClock } from '../../store/mark-clock.ts';
import { readDueClocks } from './queries.ts';

/** So many a round, so that the process hears when it is to stop. */
const perRound = 100;

/**
 * Marks what is due in one tenant, in due order, each clock in a transaction of its own. A week of downtime is caught up the same way. True when
 * more is waiting. One report that cannot be moved (its history was changed from outside) holds up no other: the rest is marked first, then it is told.
 */
export const sweepClocks = async (laksa: Installation, tenant: Tenant): Promise<boolean> => {
  const at = tenant.clock.now();
  const due = await laksa.database.inTenant(tenant.id, (tx) => readDueClocks(tx, tenant.id, at, perRound), {
    readOnly: true,
  });
  const failures: unknown[] = [];
  for (const clock of due) {
    try {
      await mark(laksa, tenant, clock, at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} clocks not marked`);
  return due.length === perRound;
};

const mark = (
  laksa: Installation,
  tenant: Tenant,
  clock: { readonly id: string; readonly report_id: string },
  at: Date,
): Promise<void> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    await markClock(tx, { tenantId: tenant.id, city, reportId: clock.report_id, clockId: clock.id, at });
  });
