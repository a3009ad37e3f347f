import { sql } from 'kysely';

import type { Report } from '../domain/report.ts';
import type { Reach } from './calendar-change.ts';
import { clockFrom, clocksOfReport, type ClockRow } from './report-clock-row.ts';
import type { Tx } from './tx.ts';

/** What a report's clocks are counted by; not locked: it may have moved on when it is looked at again. */
export type CountedReport = Pick<Report, 'id' | 'number' | 'state' | 'kind' | 'class' | 'policyVersion' | 'clocks'>;

type Asked = { readonly reach: Reach; readonly afterId: string; readonly limit: number };

/** The next reports after `afterId` with an open clock, running or paused, that a changed day may move: started before the days end, due after they begin. */
export const readOpenClocks = async (
  tx: Tx,
  tenantId: string,
  { reach, afterId, limit }: Asked,
): Promise<readonly CountedReport[]> => {
  const { rows } = await sql<Omit<CountedReport, 'clocks'> & { readonly clocks: readonly ClockRow[] }>`
    select r.id, r.number, r.state, r.kind, r.class, r.policy_version as "policyVersion", ${clocksOfReport} as clocks
    from laksa.report r where r.tenant_id = ${tenantId} and r.id in (
      select o.report_id from laksa.report_clock o
      where o.tenant_id = ${tenantId} and o.report_id > ${afterId} and o.stopped_at is null and o.kind <> 'promise'
        and o.due_at > ${reach.from} and o.started_at < ${reach.until}
      group by o.report_id order by o.report_id limit ${limit})
    order by r.id`.execute(tx);
  return rows.map((row) => ({ ...row, clocks: row.clocks.map(clockFrom) }));
};

export const beforeTheFirst = '00000000-0000-0000-0000-000000000000';
