import { sql } from 'kysely';

import type { Tx } from './tx.ts';

/** Where those are written to who administer a city now. */
export const addressesOfAdmins = async (tx: Tx, tenantId: string, at: Date): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly address: string }>`
    select distinct h.address from laksa.post_holder h
      join laksa.post p on p.tenant_id = h.tenant_id and p.id = h.post_id
    where h.tenant_id = ${tenantId} and 'city_admin' = any (p.roles) and p.closed_at is null and h.address is not null
      and h.from_at <= ${at} and coalesce(h.until_at > ${at}, true)
    order by h.address`.execute(tx);
  return rows.map(({ address }) => address);
};
