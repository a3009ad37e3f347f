import { sql } from 'kysely';

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

/**
 * False: the post is on duty within that time already, and then nothing is added. The same duty twice is one: a form that is sent again adds nothing,
 * and is no overlap.
 */
export const addDuty = async (tx: Tx, tenantId: string, { postId, from, until, by, at }: NewDuty): Promise<boolean> => {
  await lockRoster(tx, tenantId);
  const others = await tx
    .selectFrom('duty')
    .select(['from_at', 'until_at'])
    .where('tenant_id', '=', tenantId)
    .where('post_id', '=', postId)
    .where('from_at', '<', until)
    .where('until_at', '>', from)
    .execute();
  if (others.length > 0) return others.some((one) => isSame(one.from_at, from) && isSame(one.until_at, until));
  const row = { tenant_id: tenantId, id: uuid7(at), post_id: postId, from_at: from, until_at: until };
  await tx
    .insertInto('duty')
    .values({ ...row, made_by: by, made_at: at })
    .execute();
  return true;
};

/** One hand at a time adds to a roster, until the end of the transaction: two that overlap do not pass each other. */
const lockRoster = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa duty ${tenantId}`}, 0))`.execute(tx);
};

const isSame = (a: Date, b: Date): boolean => a.getTime() === b.getTime();

/** Removed twice it is gone once. */
export const removeDuty = async (tx: Tx, tenantId: string, id: string): Promise<void> => {
  await tx.deleteFrom('duty').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
};
