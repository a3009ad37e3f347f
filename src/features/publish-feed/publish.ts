import type { Tenant } from '../../platform/tenant/tenant.ts';
import { feedBatch, publishPending } from '../../store/feed.ts';
import type { Installation } from '../../store/installation.ts';

/** One batch of one tenant's feed. True when more is waiting. */
export const publishFeed = async (laksa: Installation, tenant: Tenant): Promise<boolean> => {
  const published = await laksa.database.inTenant(tenant.id, (tx) => publishPending(tx, tenant.id, tenant.clock.now()));
  return published === feedBatch; // a full batch leaves more to do
};
