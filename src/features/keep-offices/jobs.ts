import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import { handOverReports } from '../../store/hand-over-reports.ts';
import type { Installation } from '../../store/installation.ts';

/** `hand-over-work` {tenantId, handoverId}: the reports that a handover has listed. */
export const handOverWorkTask = (laksa: Installation): Task => ({
  access: 'system',
  run: async (ids, { signal }) => {
    const tenant = await tenantOfJob(laksa.tenants, ids);
    await handOverReports({ laksa, tenant, handoverId: idOf(ids, 'handoverId') }, signal);
  },
});
