import { sql } from 'kysely';

import type { Deputy } from '../../domain/office.ts';
import type { Role } from '../../domain/role.ts';
import type { Tx } from '../../store/tx.ts';

/** Somebody in a post: over, now or to come. */
export type Span = {
  readonly id: string;
  readonly userId: string;
  readonly acting: Deputy | null;
  readonly from: string;
  readonly until: string | null;
};

export type PostRow = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly agencyId: string | null;
  readonly agency: string | null;
  readonly agencySlug: string | null;
  readonly closedAt: Date | null;
  /** Open reports that it holds, and when the first of them is due. */
  readonly open: number;
  readonly nextDue: Date | null;
  readonly seenAt: Date | null;
  readonly spans: readonly Span[];
};

/** `slug`: that one, closed or not, with all who ever held it. Else those that are open, by agency, with who holds them and who will. */
export const readPosts = async (
  tx: Tx,
  tenantId: string,
  { now, slug }: { readonly now: Date; readonly slug?: string },
): Promise<readonly PostRow[]> => {
  const { rows } = await sql<PostRow>`
    select p.id, p.slug, p.name, p.roles, p.agency_id as "agencyId", a.name as agency, a.slug as "agencySlug", p.closed_at as "closedAt", s.at as "seenAt", r.open, r."nextDue",
      (select coalesce(json_agg(json_build_object('id', h.id, 'userId', h.user_id, 'acting', h.acting, 'from', h.from_at, 'until', h.until_at)
          order by h.acting nulls first, h.from_at, h.id), '[]')
        from laksa.post_holder h where h.tenant_id = p.tenant_id and h.post_id = p.id
          ${slug === undefined ? sql`and (h.until_at is null or h.until_at > ${now})` : sql``}) as spans
    from laksa.post p
      left join laksa.agency a on a.tenant_id = p.tenant_id and a.id = p.agency_id
      left join laksa.post_seen s on s.tenant_id = p.tenant_id and s.post_id = p.id
      cross join lateral (select count(*)::int as open, min(o.next_due_at) as "nextDue" from laksa.report o
        where o.tenant_id = p.tenant_id and o.holder_post_id = p.id and o.state not in ('closed', 'rejected')) r
    where p.tenant_id = ${tenantId} ${slug === undefined ? sql`and p.closed_at is null` : sql`and p.slug = ${slug}`}
    order by a.name nulls first, p.created_at, p.id`.execute(tx);
  return rows.map((row) => ({ ...row, spans: row.spans.map(inUtc) }));
};

const inUtc = (span: Span): Span => ({
  ...span,
  from: new Date(span.from).toISOString(),
  until: span.until === null ? null : new Date(span.until).toISOString(),
});

/** Everybody who ever held a post of this city, with where their letters go. */
export const readStaff = async (
  tx: Tx,
  tenantId: string,
): Promise<readonly { readonly userId: string; readonly address: string | null }[]> => {
  const { rows } = await sql<{ readonly userId: string; readonly address: string | null }>`
    select distinct on (user_id) user_id as "userId", address from laksa.post_holder
    where tenant_id = ${tenantId} order by user_id, address nulls last, from_at desc`.execute(tx);
  return rows;
};
