import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';

/** How many public reports are open in each village that has any. */
export const readOpenByVillage = async (tx: Tx, tenantId: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ code: string; open: number }>`
    select r.village_code as code, count(*)::int as open from laksa.report_public r
    where r.tenant_id = ${tenantId} and r.publication in ('public', 'title_only') and r.state not in ('resolved', 'closed', 'rejected') and r.village_code is not null
    group by r.village_code`.execute(tx);
  return new Map(rows.map(({ code, open }) => [code, open]));
};
