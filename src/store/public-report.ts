import { sql } from 'kysely';

import type { Tx } from './tx.ts';

/** Of the report with this number, where its public page shows something; null: everybody else is told the same as of a number that nobody has. */
export const publicReportId = async (tx: Tx, tenantId: string, number: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from laksa.report_public p
    where p.tenant_id = ${tenantId} and p.number = ${number} and p.publication in ('public', 'title_only')`.execute(tx);
  return rows[0]?.id ?? null;
};
