import { markClock } from '../../store/mark-clock.ts';
import { createPasses } from './passes.ts';
import { readDueClocks } from './queries.ts';

/** A sweep that marks what is due in one tenant, each clock in a transaction of its own. */
export const createClockSweep = () =>
  createPasses({
    read: (laksa, tenant, asked) =>
      laksa.database.inTenant(tenant.id, (tx) => readDueClocks(tx, tenant.id, asked), { readOnly: true }),
    settle: (laksa, tenant, clock, at) =>
      laksa.database.inTenant(tenant.id, async (tx) => {
        const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
        await markClock(tx, { tenantId: tenant.id, city, reportId: clock.report_id, clockId: clock.id, at });
      }),
    done: 'marked',
  });
