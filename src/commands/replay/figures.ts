import { sql } from 'kysely';

import { likelySameAs, type LikelySame } from '../../store/likely-same.ts';
import type { Tx } from '../../store/tx.ts';

/** How many clocks of a kind ended how; `running`: they still wait, `passed`: how many of all were marked as not kept in time. */
export type ClockFigures = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const readClockFigures = async (tx: Tx, tenantId: string): Promise<ClockFigures> => {
  const { rows } = await sql<{ kind: string; ended: Readonly<Record<string, number>>; passed: number }>`
    select kind, json_object_agg(ended, clocks order by ended) as ended, sum(passed)::int as passed
    from (select kind, coalesce(outcome, 'running') as ended, count(*) as clocks, count(passed_at) as passed
      from laksa.report_clock where tenant_id = ${tenantId} group by 1, 2) counted
    group by kind order by kind`.execute(tx);
  return Object.fromEntries(rows.map(({ kind, ended, passed }) => [kind, { ...ended, passed }]));
};

/** The agency each report was first assigned to, by number. */
export const readAgencies = async (tx: Tx, tenantId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ number: string; agency: string }>`
    select distinct on (r.id) r.number, a.slug as agency
    from laksa.report r
    join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = 'assigned'
    join laksa.agency a on a.tenant_id = r.tenant_id and a.id = (e.payload ->> 'agencyId')::uuid
    where r.tenant_id = ${tenantId} order by r.id, e.seq`.execute(tx);
  return new Map(rows.map(({ number, agency }) => [number, agency]));
};

/** For each number, the numbers of the reports that the desk is shown as likely the same. */
export const readOffered = async (
  tx: Tx,
  tenantId: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { rows } = await sql<{ number: string; same: readonly LikelySame[] }>`
    select r.number, ${likelySameAs} as same from laksa.report r
    where r.tenant_id = ${tenantId} and r.number = any(${numbers})`.execute(tx);
  return new Map(rows.map(({ number, same }) => [number, new Set(same.map((other) => other.number))]));
};
