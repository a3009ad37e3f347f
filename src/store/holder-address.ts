import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Tx } from './tx.ts';

/** Where letters of this city go to somebody who holds a post of it now or later; null: nowhere. */
export const addressOfHolder = async (tx: Tx, tenant: Tenant, userId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('post_holder')
    .select('address')
    .where('tenant_id', '=', tenant.id)
    .where('user_id', '=', userId)
    .where('address', 'is not', null)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', tenant.clock.now())]))
    .orderBy('from_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.address ?? null;
};
