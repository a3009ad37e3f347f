import { sql } from 'kysely';

import type { AgencyKind } from '../../domain/agency-kind.ts';
import type { Tx } from '../../store/tx.ts';

export type AgencyRow = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: AgencyKind;
  readonly areaCode: string | null;
  readonly closedAt: Date | null;
  readonly posts: readonly { readonly slug: string; readonly name: string }[];
};

/** `slug`: that one, closed or not; else those that are open. */
export const readAgencies = async (tx: Tx, tenantId: string, slug?: string): Promise<readonly AgencyRow[]> => {
  const { rows } = await sql<AgencyRow>`
    select a.id, a.slug, a.name, a.short_name as "shortName", a.kind, a.area_code as "areaCode", a.closed_at as "closedAt",
      (select coalesce(json_agg(json_build_object('slug', p.slug, 'name', p.name) order by p.name), '[]')
        from laksa.post p where p.tenant_id = a.tenant_id and p.agency_id = a.id and p.closed_at is null) as posts
    from laksa.agency a
    where a.tenant_id = ${tenantId} ${slug === undefined ? sql`and a.closed_at is null` : sql`and a.slug = ${slug}`}
    order by a.name, a.id`.execute(tx);
  return rows;
};

/** Agencies that get reports by category, though nobody holds any of their posts now. */
export const readUnheldAgencies = async (
  tx: Tx,
  tenantId: string,
  now: Date,
): Promise<readonly Pick<AgencyRow, 'slug' | 'name'>[]> => {
  const { rows } = await sql<Pick<AgencyRow, 'slug' | 'name'>>`
    select a.slug, a.name from laksa.agency a
    where a.tenant_id = ${tenantId} and a.closed_at is null
      and exists (select from laksa.routing_rule r where r.tenant_id = a.tenant_id and r.agency_id = a.id and r.closed_at is null)
      and not exists (select from laksa.post p join laksa.post_holder h on h.tenant_id = p.tenant_id and h.post_id = p.id
        where p.tenant_id = a.tenant_id and p.agency_id = a.id and p.closed_at is null
          and h.from_at <= ${now} and (h.until_at is null or h.until_at > ${now}))
    order by a.name`.execute(tx);
  return rows;
};
