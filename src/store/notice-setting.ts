import type { Language } from '../platform/i18n/language.ts';
import type { Tx } from './tx.ts';

/** How letters about work come to a person: each at once, one summary a day, or not at all. */
export const deliveries = ['at_once', 'digest', 'none'] as const;
export type Delivery = (typeof deliveries)[number];

export type NoticeSetting = { readonly delivery: Delivery; readonly language: Language };

/** A person's own wish, in all posts they hold in this city; the last one counts. */
export const setNotices = async (
  tx: Tx,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
  setting: NoticeSetting,
): Promise<void> => {
  await tx
    .insertInto('notice_setting')
    .values({ tenant_id: tenantId, user_id: userId, ...setting })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doUpdateSet(setting))
    .execute();
};
