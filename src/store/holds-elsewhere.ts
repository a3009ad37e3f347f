import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';

/**
 * Whether an account holds a post of another city, now or later. What one city says of an account (its address, that its telephone is lost) must not
 * open the posts that another gave it.
 */
export const holdsElsewhere = async (laksa: Installation, tenant: Tenant, userId: string): Promise<boolean> => {
  for (const other of await laksa.tenants.all()) {
    if (other.id === tenant.id) continue;
    const row = await laksa.database.inTenant(
      other.id,
      (tx) =>
        tx
          .selectFrom('post_holder')
          .select('id')
          .where('tenant_id', '=', other.id)
          .where('user_id', '=', userId)
          .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', other.clock.now())]))
          .limit(1)
          .executeTakeFirst(),
      { readOnly: true },
    );
    if (row !== undefined) return true;
  }
  return false;
};
