import { watchClock } from '../../store/watch-clock.ts';
import { createPasses } from './passes.ts';
import { readWatchedClocks } from './queries.ts';

/** A sweep that tells posts of clocks that run out or are late, each clock in a transaction of its own. */
export const createWatchSweep = () =>
  createPasses({
    read: (laksa, tenant, asked) =>
      laksa.database.inTenant(tenant.id, (tx) => readWatchedClocks(tx, tenant.id, asked), { readOnly: true }),
    settle: (laksa, tenant, clock, at) =>
      laksa.database.inTenant(tenant.id, async (tx) => {
        const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
        await watchClock(tx, { tenantId: tenant.id, city, reportId: clock.report_id, clockId: clock.id, at });
      }),
    done: 'told of',
  });
