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

export type SolvedReport = {
  readonly number: string;
  readonly title: string | null;
  readonly answer: string;
  readonly filed_at: Date;
  readonly answered_at: Date | null;
  readonly agency: string | null;
  /** The first picture of what was done. */
  readonly after: string | null;
};

const solvedShown = 3;
/** Among so many of each state the last ones are looked for. */
const lookedAt = 40;

/**
 * What was answered last; what is handled together has one answer, told once. No index knows when that was; but the time to reply to an answer begins with it, so what waits for a reply stands in this
 * order by its next date. What has been confirmed since is looked for among the newest reports that are closed.
 */
export const readSolvedLately = async (tx: Tx, tenantId: string): Promise<readonly SolvedReport[]> => {
  const { rows } = await sql<SolvedReport>`
    with solved as (
      (select r.id from laksa.report_public r
        where r.tenant_id = ${tenantId} and r.state = 'resolved' and r.publication = 'public' and r.answer is not null
        order by r.next_due_at desc limit ${lookedAt})
      union all
      (select r.id from laksa.report_public r
        where r.tenant_id = ${tenantId} and r.state = 'closed' and r.publication = 'public' and r.answer is not null
        order by r.id desc limit ${lookedAt})
    )
    select r.number, r.title, r.answer, r.filed_at, answered.at as answered_at,
      (select a.name from laksa.assignment s join laksa.agency a on a.tenant_id = s.tenant_id and a.id = s.agency_id
        where s.tenant_id = r.tenant_id and s.report_id = r.id and s.state = 'done' order by s.closed_at desc, s.id limit 1) as agency,
      (select f.id from laksa.photo_public f where f.tenant_id = r.tenant_id and f.report_id = r.id
        and f.purpose = 'proof' order by f.id limit 1) as after
    from laksa.report_public r
    left join lateral (select max(k.stopped_at) as at from laksa.report_clock k
      where k.tenant_id = r.tenant_id and k.report_id = r.id and k.kind = 'answer' and k.outcome in ('kept', 'late')) answered on true
    where r.tenant_id = ${tenantId} and r.id in (select id from solved)
      and not exists (select from laksa.report_merge m
        where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null)
    order by answered.at desc nulls last, r.id limit ${solvedShown}`.execute(tx);
  return rows;
};
