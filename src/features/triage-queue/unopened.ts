import { sql } from 'kysely';

import { dueAfter } from '../../domain/due.ts';
import type { Post } from '../../domain/role.ts';
import type { City } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';
import { countedUpTo, whatMayBeSeen } from './queries.ts';

/** An agency with work, of which nobody has looked in. */
export type UnopenedAgency = {
  readonly id: string;
  readonly name: string;
  /** When somebody of it last opened a page; null: never. */
  readonly seenAt: Date | null;
  /** Since when work has waited for it. */
  readonly since: Date;
  /** Open reports of it, up to `countedUpTo` and one more. */
  readonly count: number;
};

type Asked = { readonly tenantId: string; readonly post: Post; readonly now: Date; readonly city: City };

const dayMs = 24 * 3_600_000;

/** Agencies that nobody has opened for so many working days as the policy allows, though work waits there, the longest first. */
export const readUnopened = async (
  tx: Tx,
  { tenantId, post, now, city }: Asked,
): Promise<readonly UnopenedAgency[]> => {
  const { unopenedDays } = city.policy.notices;
  if (unopenedDays === 0) return [];
  // Working days are never over before as many days are: whoever looked in since needs no counting of its work.
  const before = new Date(now.getTime() - unopenedDays * dayMs);
  const { rows } = await sql<UnopenedAgency>`
    with idle as materialized (
      select g.id, g.name, max(s.at) as seen_at from laksa.agency g
        left join laksa.post p on p.tenant_id = g.tenant_id and p.agency_id = g.id
        left join laksa.post_seen s on s.tenant_id = p.tenant_id and s.post_id = p.id
      where g.tenant_id = ${tenantId} and g.closed_at is null
      group by g.id, g.name having coalesce(max(s.at) < ${before}, true))
    select idle.id, idle.name, idle.seen_at as "seenAt", greatest(idle.seen_at, work.oldest) as since, work.count
    from idle cross join lateral (
      select count(*)::int as count, min(offered_at) as oldest from (
        select a.offered_at from laksa.assignment a join laksa.report r on r.tenant_id = a.tenant_id and r.id = a.report_id
        where a.tenant_id = ${tenantId} and a.agency_id = idle.id and a.state in ('offered', 'accepted')
          and r.state not in ('closed', 'rejected') ${whatMayBeSeen(post)}
        limit ${countedUpTo + 1}) open) work
    where work.count > 0
    order by since, idle.name`.execute(tx);
  return rows.filter(({ since }) => isOverdue(since, now, city));
};

const isOverdue = (since: Date, now: Date, { calendar, policy }: City): boolean => {
  const patience = { n: policy.notices.unopenedDays, unit: 'working_days' } as const;
  return dueAfter(since.toISOString(), patience, calendar, policy).dueAt <= now.toISOString();
};
