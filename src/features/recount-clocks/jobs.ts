import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import type { Installation } from '../../store/installation.ts';
import { recountClocks } from '../../store/recount-clocks.ts';

/** `recount-clocks` {tenantId, changeId}: the running clocks by a calendar that was changed. */
export const recountClocksTask = (laksa: Installation): Task => ({
  access: 'system',
  run: async (ids, { signal }) => {
    const tenantId = idOf(ids, 'tenantId');
    const tenant = (await laksa.tenants.all()).find(({ id }) => id === tenantId);
    if (tenant === undefined) throw new Error('this job is of a tenant that is not here');
    await recountClocks({ laksa, tenant, changeId: idOf(ids, 'changeId') }, signal);
  },
});
