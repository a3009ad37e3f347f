import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { deliverNotices, type DeliveryMeans } from './deliver-notices.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';

/** `deliver-notices` {tenantId, reportId}: the letters that wait for a report, in order. */
export const deliverNoticesTask = (means: DeliveryMeans): Task => ({
  access: 'system',
  run: async (ids, { signal }) =>
    deliverNotices(means, await tenantOfJob(means.tenants, ids), idOf(ids, 'reportId'), signal),
});
