import { isDeputy, type Deputy } from '../domain/office.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { Tx } from './tx.ts';

export type NewHolder = {
  readonly postId: string;
  readonly userId: string;
  readonly from: Date;
  /** Where letters about work go: a mail address. Null: there is none, and the work stands on the pages alone. */
  readonly address: string | null;
};

/** Who holds a post: a sign-in account, for a time. Posts, not persons, hold work. */
export const addHolder = async (
  tx: Tx,
  tenantId: string,
  { postId, userId, from, address }: NewHolder,
): Promise<void> => {
  await tx
    .insertInto('post_holder')
    .values({
      tenant_id: tenantId,
      id: uuid7(from),
      post_id: postId,
      user_id: userId,
      from_at: from,
      until_at: null,
      address,
    })
    .execute();
};

/** The posts nobody has ever held, in the order they were made. */
export const postsWithoutHolder = async (tx: Tx, tenantId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('post as p')
    .leftJoin('post_holder as h', (join) =>
      join.onRef('h.tenant_id', '=', 'p.tenant_id').onRef('h.post_id', '=', 'p.id'),
    )
    .select('p.id')
    .where('p.tenant_id', '=', tenantId)
    .where('h.id', 'is', null)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => row.id);
};

/** Whether anybody has ever held a post of this city. */
export const hasHolders = async (tx: Tx, tenantId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('post_holder')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export type HeldPost = { readonly postId: string; readonly acting: Deputy | null };

/** The posts an account holds in this city at this moment. */
export const postsHeldBy = async (tx: Tx, tenantId: string, userId: string, at: Date): Promise<readonly HeldPost[]> => {
  const rows = await tx
    .selectFrom('post_holder')
    .select(['post_id', 'acting'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('from_at', '<=', at)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', at)]))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map(({ post_id, acting }) => ({
    postId: post_id,
    acting: acting !== null && isDeputy(acting) ? acting : null,
  }));
};

/** Says where letters about work go to a person, for every post they hold or held here. False: this account holds none. */
export const writeAddress = async (
  tx: Tx,
  tenantId: string,
  { userId, address }: Pick<NewHolder, 'userId' | 'address'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('post_holder')
    .set({ address })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** The accounts that hold a post at this moment and cannot be written to, those that have held one longest first. */
export const holdersWithoutAddress = async (tx: Tx, tenantId: string, at: Date): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('post_holder')
    .select('user_id')
    .where('tenant_id', '=', tenantId)
    .where('address', 'is', null)
    .where('from_at', '<=', at)
    .where((either) => either.or([either('until_at', 'is', null), either('until_at', '>', at)]))
    .groupBy('user_id')
    .orderBy((order) => order.fn.min('from_at'))
    .orderBy('user_id')
    .execute();
  return rows.map((row) => row.user_id);
};
