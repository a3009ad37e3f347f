import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Installation } from '../../store/installation.ts';
import { recountClocks } from '../../store/recount-clocks.ts';

/** `recount-clocks` {tenantId, changeId}: the open clocks by a calendar that was changed. */
export const recountClocksTask = (laksa: Installation): Task => ({
  access: 'system',
  run: async (ids, { signal }) => {
    const tenant = await tenantOfJob(laksa.tenants, ids);
    await recountClocks({ laksa, tenant, changeId: idOf(ids, 'changeId') }, signal);
  },
});
