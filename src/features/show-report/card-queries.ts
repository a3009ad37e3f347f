import { sql } from 'kysely';

import type { ClockKind } from '../../domain/clocks.ts';
import type { ClosedReason, ReportState } from '../../domain/report.ts';
import type { Words } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';

export type CardReport = {
  readonly number: string;
  readonly title: string | null;
  readonly category: Words | null;
  readonly state: ReportState;
  readonly closed_reason: ClosedReason | null;
  readonly village: string | null;
  readonly district: string | null;
  readonly next_clock: ClockKind | null;
  readonly next_due_at: Date | null;
  /** The first public picture of what was done, or else of the matter, and how often it was blurred. */
  readonly photo: { readonly id: string; readonly version: number } | null;
};

/** Of reports whose whole text is public; of all others there is no card. */
export const readCardReport = async (tx: Tx, tenantId: string, number: string): Promise<CardReport | null> => {
  const { rows } = await sql<CardReport>`
    select r.number, r.title, r.state, r.closed_reason, r.next_clock, r.next_due_at, v.name as village, v.district_name as district,
      (select c.name from laksa.category c where c.tenant_id = r.tenant_id and c.id = r.category_id) as category,
      (select json_build_object('id', f.id, 'version', coalesce(f.blurred_version, 0)) from laksa.photo_public f
        where f.tenant_id = r.tenant_id and f.report_id = r.id
          and (f.purpose = 'report' or r.state in ('resolved', 'closed'))
        order by f.purpose = 'proof' desc, f.id limit 1) as photo
    from laksa.report_public r
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.number = ${number} and r.publication = 'public'`.execute(tx);
  return rows[0] ?? null;
};
