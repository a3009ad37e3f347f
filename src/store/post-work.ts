import { sql } from 'kysely';

import type { Tx } from './tx.ts';

/** What waits for a post, is on its way to it, or would come to it. */
export type PostWork = { readonly reports: number; readonly categories: number };

export const readPostWork = async (tx: Tx, tenantId: string, postId: string): Promise<PostWork> => {
  const { rows } = await sql<PostWork>`
    select (select count(*)::int from (${reportsOf(tenantId, postId)} union ${comingTo(tenantId, postId)}) mine) as reports,
      (select count(distinct category_id)::int from laksa.routing_rule
        where tenant_id = ${tenantId} and post_id = ${postId} and closed_at is null) as categories`.execute(tx);
  return rows[0] ?? { reports: 0, categories: 0 };
};

/** The open reports that a post has a part in: it holds them, works on them, or has answered them and would get them back. */
export const reportsOf = (tenantId: string, postId: string) => sql<{ readonly id: string }>`
  select r.id from laksa.report r
  where r.tenant_id = ${tenantId} and r.holder_post_id = ${postId} and r.state not in ('closed', 'rejected')
  union
  select o.id from laksa.assignment a join laksa.report o on o.tenant_id = a.tenant_id and o.id = a.report_id
  where a.tenant_id = ${tenantId} and a.post_id = ${postId} and a.state in ('offered', 'accepted', 'done') and o.state not in ('closed', 'rejected')`;

/** What a handover has listed and not moved yet. */
const comingTo = (tenantId: string, postId: string) => sql<{ readonly id: string }>`
  select w.report_id as id from laksa.handed_report w
  join laksa.post_handover h on h.tenant_id = w.tenant_id and h.id = w.handover_id
  where w.tenant_id = ${tenantId} and w.state = 'waiting' and h.to_post_id = ${postId}`;
