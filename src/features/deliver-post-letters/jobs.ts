import { jobs } from '../../platform/jobs/jobs.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { deliverPostLetters, type PostLetterMeans } from './deliver-post-letters.ts';
import { momentOf } from './moment.ts';
import { hasReadyLetter } from './queries.ts';

/** `deliver-post-letters` {tenantId}: the letters that wait for officers and may go by now. */
export const deliverPostLettersTask = (means: PostLetterMeans): Task => ({
  access: 'system',
  run: async (ids, { signal }) => deliverPostLetters(means, await tenantOfJob(means.tenants, ids), signal),
});

/** Wakes the delivery when quiet hours end, when it is time for the summaries, and for the next try of what failed: jobs do not know a city's time. */
export const wakePostLetters = async (laksa: Installation, tenant: Tenant): Promise<boolean> => {
  await laksa.database.inTenant(tenant.id, async (tx) => {
    if (!(await hasReadyLetter(tx, tenant.id, await momentOf(tx, laksa, tenant)))) return;
    await jobs.add(tx, 'deliver-post-letters', { tenantId: tenant.id }, { key: 'post-letters' });
  });
  return false;
};
