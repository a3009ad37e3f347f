import { sql } from 'kysely';

import { leastUuid7 } from '../../platform/db/uuid7.ts';
import type { Tx } from '../../store/tx.ts';

/** The numbers of reports by their ids: what people call them by. */
export const readNumbers = async (
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'number'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
};

/** The letters of one report that went nowhere for one reason. */
export type UndeliveredRow = {
  readonly number: string;
  readonly letters: number;
  readonly newest_at: Date;
  /** `no_address`, or what the mail server answered; never the address. */
  readonly reason: string;
};

const mostShown = 200;

/** Letters written since then that were given up, but for those that nobody wanted: those refused first, then those of reporters who gave no address. By the keys of that time. */
export const readUndelivered = async (tx: Tx, tenantId: string, since: Date): Promise<readonly UndeliveredRow[]> => {
  const { rows } = await sql<UndeliveredRow>`
    select r.number, count(*)::int as letters, max(n.created_at) as newest_at, coalesce(n.last_error, '') as reason
    from laksa.notice n join laksa.report r on r.tenant_id = n.tenant_id and r.id = n.report_id
    where n.tenant_id = ${tenantId} and n.id >= ${leastUuid7(since)} and n.state = 'dropped'
      and coalesce(n.last_error, '') not in ('stopped', 'not_wanted', 'not_public', 'not_followed')
    group by r.number, n.last_error
    order by n.last_error = 'no_address', newest_at desc, r.number limit ${mostShown}`.execute(tx);
  return rows;
};
