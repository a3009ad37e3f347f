import { sql } from 'kysely';

import type { Tx } from './tx.ts';

const hourMs = 3_600_000;

/** Somebody in this post has opened a page; to the hour, so that looking writes seldom. */
export const markPostSeen = async (tx: Tx, tenantId: string, postId: string, at: Date): Promise<void> => {
  await sql`
    insert into laksa.post_seen as seen (tenant_id, post_id, at) values (${tenantId}, ${postId}, ${at})
    on conflict (tenant_id, post_id) do update set at = excluded.at where seen.at <= ${new Date(at.getTime() - hourMs)} or seen.at > ${at}`.execute(
    tx,
  );
};

/** The same of somebody in all they hold here now. */
export const markHolderSeen = async (tx: Tx, tenantId: string, userId: string, at: Date): Promise<void> => {
  await sql`
    update laksa.post_holder set seen_at = ${at}
    where tenant_id = ${tenantId} and user_id = ${userId} and from_at <= ${at} and coalesce(until_at > ${at}, true)
      and coalesce(seen_at <= ${new Date(at.getTime() - hourMs)} or seen_at > ${at}, true)`.execute(tx);
};

/** Remembers for a process whom it has just marked, posts and people, so that within the hour it does not even ask. */
export const recentlySeen = () => {
  const marked = new Map<string, number>();
  return {
    /** True at the first look of the hour, and when a city's time was set back. */
    isNews: (tenantId: string, id: string, at: Date): boolean => {
      const before = marked.get(`${tenantId} ${id}`);
      return before === undefined || Math.abs(at.getTime() - before) >= hourMs;
    },
    remember: (tenantId: string, id: string, at: Date): void => void marked.set(`${tenantId} ${id}`, at.getTime()),
  };
};
