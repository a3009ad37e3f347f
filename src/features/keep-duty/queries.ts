import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';

export type DutyRow = {
  readonly id: string;
  readonly post: string;
  readonly postId: string;
  /** How many people hold the post, and how many of them get letters. */
  readonly holders: number;
  readonly written: number;
  readonly from: Date;
  readonly until: Date;
};

/** Far more than anybody plans; what lies beyond comes up as the earlier ones pass. */
const most = 200;

/** The duties that are not over, the first first. */
export const readDuties = async (tx: Tx, tenantId: string, now: Date): Promise<readonly DutyRow[]> => {
  const { rows } = await sql<DutyRow>`
    select d.id, p.name as post, d.post_id as "postId", d.from_at as "from", d.until_at as until, h.holders, h.written
    from laksa.duty d join laksa.post p on p.tenant_id = d.tenant_id and p.id = d.post_id
      cross join lateral (
        select count(*)::integer as holders,
          count(*) filter (where o.address is not null and coalesce(s.delivery, 'at_once') <> 'none')::integer as written
        from laksa.post_holder o left join laksa.notice_setting s on s.tenant_id = o.tenant_id and s.user_id = o.user_id
        where o.tenant_id = d.tenant_id and o.post_id = d.post_id and o.from_at <= ${now} and coalesce(o.until_at > ${now}, true)) h
    where d.tenant_id = ${tenantId} and d.until_at > ${now}
    order by d.from_at, d.until_at, d.id limit ${most}`.execute(tx);
  return rows;
};
