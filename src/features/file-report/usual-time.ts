import { sql } from 'kysely';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import type { Tx } from '../../store/tx.ts';

/** How long the last public reports of a category took from filing to the approved answer: half of them no longer than so many days. */
export type UsualTime = { readonly days: number; readonly reports: number };

const lastReports = 20;
/** Of fewer nothing can be said. */
const fewest = 5;
const keptForMs = 10 * 60 * 1000;

const kept = new Map<string, { readonly at: number; readonly time: UsualTime | null }>();

/** Null: too few have been answered. Asked anew every ten minutes. */
export const usualTimeOf = async (
  laksa: Installation,
  tenant: Tenant,
  categoryId: string | null,
): Promise<UsualTime | null> => {
  if (categoryId === null) return null;
  const [key, at] = [`${tenant.id} ${categoryId}`, laksa.clock.now().getTime()];
  const before = kept.get(key);
  if (before !== undefined && at >= before.at && at - before.at < keptForMs) return before.time;
  const time = await laksa.database.inTenant(tenant.id, (tx) => readUsualTime(tx, tenant.id, categoryId), {
    readOnly: true,
  });
  kept.set(key, { at, time });
  return time;
};

const readUsualTime = async (tx: Tx, tenantId: string, categoryId: string): Promise<UsualTime | null> => {
  const { rows } = await sql<{ days: number | null; reports: number }>`
    select ceil(percentile_cont(0.5) within group (order by extract(epoch from took)) / 86400)::int as days, count(*)::int as reports
    from (select min(e.at) - r.filed_at as took from laksa.report_public r
      join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = 'approved'
      where r.tenant_id = ${tenantId} and r.category_id = ${categoryId} and r.state in ('resolved', 'closed')
        and r.publication in ('public', 'title_only')
      group by r.tenant_id, r.id, r.filed_at order by max(e.at) desc limit ${lastReports}) answered`.execute(tx);
  const [row] = rows;
  return row === undefined || row.days === null || row.reports < fewest
    ? null
    : { days: Math.max(1, row.days), reports: row.reports };
};
