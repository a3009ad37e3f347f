import { sql } from 'kysely';

import { dueAfter } from '../../domain/due.ts';
import type { Post } from '../../domain/role.ts';
import type { City } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';
import { whatMayBeSeen } from './queries.ts';

/** An agency with work, of which nobody has looked in. */
export type UnopenedAgency = {
  readonly id: string;
  readonly name: string;
  /** When somebody of it last opened a page; null: never. */
  readonly seenAt: Date | null;
  /** Since when work has waited for it. */
  readonly since: Date;
  /** Open reports of it, up to `waitingUpTo` and one more. */
  readonly count: number;
};

type Asked = { readonly tenantId: string; readonly post: Post; readonly now: Date; readonly city: City };

const dayMs = 24 * 3_600_000;

/** Beyond it an agency has "more than a hundred" waiting: how many more makes no difference to whoever has to call there. */
export const waitingUpTo = 100;

/**
 * Agencies that nobody has opened for so many working days as the policy allows, though work waits there, the longest first. Their work comes from
 * `assignment_waiting_idx`, oldest first, and `offset 0` holds PostgreSQL to looking at its reports one by one until there are enough.
 */
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
        select a.offered_at from laksa.assignment a cross join lateral (
          select r.id from laksa.report r where r.tenant_id = ${tenantId} and r.id = a.report_id
            and r.state not in ('closed', 'rejected') ${whatMayBeSeen(post)} offset 0) seen
        where a.tenant_id = ${tenantId} and a.agency_id = idle.id and a.state in ('offered', 'accepted')
        order by a.offered_at limit ${waitingUpTo + 1}) open) work
    where work.count > 0
    order by since, idle.name`.execute(tx);
  return rows.filter(({ since }) => isOverdue(since, now, city));
};

const isOverdue = (since: Date, now: Date, { calendar, policy }: City): boolean => {
  const patience = { n: policy.notices.unopenedDays, unit: 'working_days' } as const;
  return dueAfter(since.toISOString(), patience, calendar, policy).dueAt <= now.toISOString();
};
