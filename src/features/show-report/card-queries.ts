import { sql } from 'kysely';

import type { ReportState } from '../../domain/report.ts';
import type { Tx } from '../../store/tx.ts';

export type CardReport = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ReportState;
  readonly village: string | null;
  readonly district: string | null;
  /** The first public picture of the matter, and how often it was blurred. */
  readonly photo: { readonly id: string; readonly version: number } | null;
};

/** Of reports whose whole text is public; of all others there is no card. */
export const readCardReport = async (tx: Tx, tenantId: string, number: string): Promise<CardReport | null> => {
  const { rows } = await sql<CardReport>`
    select r.number, r.title, r.state, v.name as village, v.district_name as district,
      (select json_build_object('id', f.id, 'version', coalesce(f.blurred_version, 0)) from laksa.photo_public f
        where f.tenant_id = r.tenant_id and f.report_id = r.id and f.purpose = 'report' order by f.id limit 1) as photo
    from laksa.report_public r
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.number = ${number} and r.publication = 'public'`.execute(tx);
  return rows[0] ?? null;
};
