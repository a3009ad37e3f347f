import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { lookNow } from '../../store/notice-delivery.ts';
import { deliverNotices, type DeliveryMeans } from './deliver-notices.ts';
import { reportsToLookAt } from './queries.ts';
import { deliverStopLetter } from './stop-letter.ts';

/** `deliver-notices` {tenantId, reportId}: the letters that wait for a report, in order; with {stopLetterId}: the one that says that there are no more. */
export const deliverNoticesTask = (means: DeliveryMeans): Task => ({
  access: 'system',
  run: async (ids, { signal }) => {
    const tenant = await tenantOfJob(means.tenants, ids);
    if (ids['stopLetterId'] !== undefined) return deliverStopLetter(means, tenant, idOf(ids, 'stopLetterId'));
    return deliverNotices(means, tenant, idOf(ids, 'reportId'), signal);
  },
});

/** Wakes what waited for the next step or for the end of quiet hours: jobs do not know a city's time. */
export const wakeNotices = async (laksa: Installation, tenant: Tenant): Promise<boolean> => {
  await laksa.database.inTenant(tenant.id, async (tx) => {
    for (const reportId of await reportsToLookAt(tx, tenant.id, tenant.clock.now()))
      await lookNow(tx, tenant.id, reportId);
  });
  return false;
};
