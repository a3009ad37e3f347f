import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tx } from './tx.ts';

/** A post on duty for a time: half open, like every span. */
export type NewDuty = {
  readonly postId: string;
  readonly from: Date;
  readonly until: Date;
  readonly by: string;
  readonly at: Date;
};

/** The same duty twice is one: a form that is sent again adds nothing. */
export const addDuty = async (tx: Tx, tenantId: string, { postId, from, until, by, at }: NewDuty): Promise<void> => {
  const known = await tx
    .selectFrom('duty')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('post_id', '=', postId)
    .where('from_at', '=', from)
    .where('until_at', '=', until)
    .executeTakeFirst();
  if (known !== undefined) return;
  const row = { tenant_id: tenantId, id: uuid7(at), post_id: postId, from_at: from, until_at: until };
  await tx
    .insertInto('duty')
    .values({ ...row, made_by: by, made_at: at })
    .execute();
};

/** Removed twice it is gone once. */
export const removeDuty = async (tx: Tx, tenantId: string, id: string): Promise<void> => {
  await tx.deleteFrom('duty').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
};
