import type { Tenant } from '../../platform/tenant/tenant.ts';
import { postsHeldBy } from '../../store/post-holder.ts';
import type { KeepOfficesMeans } from './means.ts';

/** Whoever holds no post of this city any more is signed out, everywhere: what they hold elsewhere asks them again who they are. */
export const endLostSessions = async (
  { database, sessions }: KeepOfficesMeans,
  tenant: Tenant,
  userIds: readonly string[],
): Promise<void> => {
  for (const userId of new Set(userIds)) {
    const at = tenant.clock.now();
    const held = await database.inTenant(tenant.id, (tx) => postsHeldBy(tx, tenant.id, userId, at), { readOnly: true });
    if (held.length === 0) await sessions.endAll(userId);
  }
};
