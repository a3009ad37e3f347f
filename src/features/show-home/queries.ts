import { sql } from 'kysely';

import type { ReportState } from '../../domain/report.ts';
import type { Tx } from '../../store/tx.ts';

export type NewestReport = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ReportState;
  readonly village: string | null;
};

const shown = 5;

/** The newest reports that everyone may read. */
export const readNewestReports = async (tx: Tx, tenantId: string): Promise<readonly NewestReport[]> => {
  const { rows } = await sql<NewestReport>`
    select r.number, r.title, r.state,
      (select v.name from laksa.village v where v.tenant_id = r.tenant_id and v.code = r.village_code) as village
    from laksa.report_public r
    where r.tenant_id = ${tenantId} and r.publication in ('public', 'title_only')
    order by r.filed_at desc, r.id
    limit ${shown}`.execute(tx);
  return rows;
};
