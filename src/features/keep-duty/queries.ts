import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';

export type DutyRow = {
  readonly id: string;
  readonly post: string;
  readonly from: Date;
  readonly until: Date;
};

/** Far more than anybody plans; what lies beyond comes up as the earlier ones pass. */
const most = 200;

/** The duties that are not over, the first first. */
export const readDuties = async (tx: Tx, tenantId: string, now: Date): Promise<readonly DutyRow[]> => {
  const { rows } = await sql<DutyRow>`
    select d.id, p.name as post, d.from_at as "from", d.until_at as until
    from laksa.duty d join laksa.post p on p.tenant_id = d.tenant_id and p.id = d.post_id
    where d.tenant_id = ${tenantId} and d.until_at > ${now}
    order by d.from_at, d.until_at, d.id limit ${most}`.execute(tx);
  return rows;
};
