import type { JobIds } from '../jobs/job-ids.ts';
import type { Tenant, Tenants } from './tenant.ts';

/** Whose job it is. */
export const tenantOfJob = async (tenants: Tenants, { tenantId }: JobIds): Promise<Tenant> => {
  const tenant = (await tenants.all()).find((candidate) => candidate.id === tenantId);
  if (tenant === undefined) throw new Error('this job is of a tenant that is not here');
  return tenant;
};
