import { sql } from 'kysely';

import type { Tx } from '../../platform/db/tx.ts';
import { staffLists } from '../../store/renew-staff-lists.ts';

export type DataKeyCount = {
  readonly tenant_id: string;
  readonly slug: string;
  readonly id: string;
  readonly purpose: string;
  readonly created_at: Date;
  readonly used_from: Date | null;
  readonly retired_at: Date | null;
  readonly lost_at: Date | null;
  readonly wrapped: Buffer;
  /** Sealed values, or look-ups, that are still under it. */
  readonly values: number;
};

const inStaffLists = sql.join(
  staffLists.map(
    (table) =>
      sql`union all select tenant_id, key_id, count(*) from ${sql.table(`laksa.${table}`)} where sealed is not null group by 1, 2`,
  ),
  sql` `,
);

/** What each data key still holds, of all cities; the oldest first. */
export const countDataKeys = async (tx: Tx): Promise<readonly DataKeyCount[]> => {
  const { rows } = await sql<DataKeyCount>`
    with held as (
      select tenant_id, key_id, count(*) as n from laksa.person_field group by 1, 2
      union all select tenant_id, coalesce(lookup_key_id, first_lookup.id), count(*)
        from laksa.person_field p left join lateral (
          select k.id from laksa.data_key k where k.tenant_id = p.tenant_id and k.purpose = 'lookup'
          order by k.created_at, k.id limit 1) first_lookup on p.lookup_key_id is null
        group by 1, 2
      union all select tenant_id, key_id, count(*) from laksa.contact_change
        where num_nonnulls(old_sealed, new_sealed, told_sealed) > 0 group by 1, 2
      union all select tenant_id, key_id, count(*) from laksa.follow_request group by 1, 2
      ${inStaffLists}
      union all select tenant_id, details_key_id, count(*) from laksa.photo where details_key_id is not null group by 1, 2
      union all select tenant_id, original_key_id, count(*) from laksa.photo where original_key_id is not null group by 1, 2)
    select k.tenant_id, t.slug, k.id, k.purpose, k.created_at, k.used_from, k.retired_at, k.lost_at, k.wrapped,
      coalesce((select sum(h.n) from held h where h.tenant_id = k.tenant_id and h.key_id = k.id), 0)::int as values
    from laksa.data_key k join laksa.tenant t on t.id = k.tenant_id
    order by t.created_at, k.purpose desc, k.created_at, k.id`.execute(tx);
  return rows;
};
