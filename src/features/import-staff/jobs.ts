import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { finishBatch, forgetOldBatches, readBatch } from '../../store/import-batch.ts';
import type { Installation } from '../../store/installation.ts';
import { lockOffices } from '../../store/judge-office.ts';
import type { Tx } from '../../store/tx.ts';
import { bringIn, ListRefused } from './bring-in.ts';
import { keptListOf } from './kept-list.ts';

/**
 * `import-staff` {tenantId, batchId}: brings a list in that somebody said yes to, as a whole: killed half way it begins anew, and nothing of it is there
 * before. What is so already by then is passed over; what the city cannot do any more keeps all of it out, and the page says why.
 */
export const importStaffTask = (laksa: Installation): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(laksa.tenants, ids);
    const id = idOf(ids, 'batchId');
    try {
      await laksa.database.inTenant(tenant.id, (tx) => bringBatchIn(tx, laksa, tenant, id));
    } catch (error) {
      if (!(error instanceof ListRefused)) throw error;
      await laksa.database.inTenant(tenant.id, (tx) => finishBatch(tx, tenant, id, { refused: error.refusal.kind }));
    } finally {
      laksa.cities.forget(tenant.id);
    }
  },
});

const bringBatchIn = async (tx: Tx, laksa: Installation, tenant: Tenant, id: string): Promise<void> => {
  await lockOffices(tx, tenant.id);
  const batch = await readBatch(tx, laksa, tenant, id);
  if (batch === null || batch.confirmedAt === null || batch.doneAt !== null) return;
  const by = { userId: batch.byUser, postId: batch.byPost };
  const counts = await bringIn(tx, laksa, tenant, { list: keptListOf(batch.content), by });
  if (!(await finishBatch(tx, tenant, id, counts))) throw new Error('the list was brought in by another hand');
};

/** Lists that nobody said yes to are not kept. */
export const forgetBatches = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldBatches(tx, tenant));
  return false;
};
