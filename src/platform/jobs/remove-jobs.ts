import { asRole } from '../db/admin.ts';
import type { Connection } from '../db/connection.ts';

/** Deletes the jobs of a tenant, whether they wait or failed, and its queues; `admin` may become `laksa_jobs`. Safe to repeat. */
export const removeJobs = async (admin: Connection, tenantId: string): Promise<void> => {
  await asRole(admin, 'laksa_jobs', async () => {
    await admin.query(`delete from graphile_worker._private_jobs where payload ->> 'tenantId' = $1`, [tenantId]);
    await admin.query(
      `delete from graphile_worker._private_job_queues q where starts_with(queue_name, $1 || ':')
         and not exists (select from graphile_worker._private_jobs j where j.job_queue_id = q.id)`,
      [tenantId],
    );
  });
};
