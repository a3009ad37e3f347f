import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';

/** Beyond it nobody counts on. */
export const unseenUpTo = 99;

/** How many of the newest notices to a post nobody in it has read: the first of `post_notice_post_idx`, whatever lies behind. */
export const countUnseen = async (tx: Tx, tenantId: string, postId: string): Promise<number> => {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from (
      select n.seen_at from laksa.post_notice n where n.tenant_id = ${tenantId} and n.post_id = ${postId}
      order by n.at desc, n.id limit ${unseenUpTo + 1}) newest
    where seen_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
};
