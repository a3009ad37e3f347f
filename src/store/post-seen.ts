import { sql } from 'kysely';

import type { Tx } from './tx.ts';

const hourMs = 3_600_000;

/** Somebody in this post has opened a page; to the hour, so that looking writes seldom. */
export const markPostSeen = async (tx: Tx, tenantId: string, postId: string, at: Date): Promise<void> => {
  await sql`
    insert into laksa.post_seen as seen (tenant_id, post_id, at) values (${tenantId}, ${postId}, ${at})
    on conflict (tenant_id, post_id) do update set at = excluded.at where seen.at <= ${new Date(at.getTime() - hourMs)}`.execute(
    tx,
  );
};

/** Remembers for a process which posts it has just marked, so that within the hour it does not even ask. */
export const recentlySeen = () => {
  const marked = new Map<string, number>();
  return {
    /** True at the first look of the hour, and when a city's time was set back. */
    isNews: (tenantId: string, postId: string, at: Date): boolean => {
      const before = marked.get(`${tenantId} ${postId}`);
      return before === undefined || Math.abs(at.getTime() - before) >= hourMs;
    },
    remember: (tenantId: string, postId: string, at: Date): void =>
      void marked.set(`${tenantId} ${postId}`, at.getTime()),
  };
};
