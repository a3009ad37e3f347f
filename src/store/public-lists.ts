import { sql } from 'kysely';

import type { ClockKind } from '../domain/clocks.ts';
import type { ReportState } from '../domain/report.ts';
import type { Words } from './city.ts';
import { isInFilter, type ReportFilter } from './report-filter.ts';
import type { Tx } from './tx.ts';

/** What it is about: of a report without a title nothing else says it in a list. */
const category = sql`(select c.name from laksa.category c where c.tenant_id = r.tenant_id and c.id = r.category_id) as category`;

export type ListedReport = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ReportState;
  readonly category: Words | null;
  readonly village: string | null;
  readonly filed_at: Date;
  readonly next_clock: ClockKind | null;
  readonly next_due_at: Date | null;
};

/** The newest of the reports that everyone may read. */
export const readNewest = async (
  tx: Tx,
  tenantId: string,
  filter: ReportFilter,
  most: number,
): Promise<readonly ListedReport[]> => {
  const { rows } = await sql<ListedReport>`
    select r.number, r.title, r.state, r.filed_at, r.next_clock, r.next_due_at, ${category},
      (select v.name from laksa.village v where v.tenant_id = r.tenant_id and v.code = r.village_code) as village
    from laksa.report_public r
    where r.tenant_id = ${tenantId} and r.publication in ('public', 'title_only') and ${isInFilter(filter)}
    order by r.filed_at desc, r.id limit ${most}`.execute(tx);
  return rows;
};

export type AnsweredReport = {
  readonly number: string;
  readonly title: string | null;
  readonly category: Words | null;
  readonly answer: string;
  readonly filed_at: Date;
  readonly answered_at: Date | null;
  /** Who did it last. */
  readonly agency: string | null;
  /** The first picture of the matter, and of what was done. */
  readonly before: string | null;
  readonly after: string | null;
};

const firstPhoto = (purpose: 'report' | 'proof') => sql`(select f.id from laksa.photo_public f
  where f.tenant_id = r.tenant_id and f.report_id = r.id and f.purpose = ${purpose} order by f.id limit 1)`;

const answered = sql`r.number, r.title, ${category}, r.answer, r.filed_at,
  (select max(k.stopped_at) from laksa.report_clock k where k.tenant_id = r.tenant_id and k.report_id = r.id
    and k.kind = 'answer' and k.outcome in ('kept', 'late')) as answered_at,
  (select a.name from laksa.assignment s join laksa.agency a on a.tenant_id = s.tenant_id and a.id = s.agency_id
    where s.tenant_id = r.tenant_id and s.report_id = r.id and s.state = 'done' order by s.closed_at desc, s.id limit 1) as agency,
  ${firstPhoto('report')} as before, ${firstPhoto('proof')} as after`;

/** What is handled together has one answer, told once. */
const isToldOnce = sql`not exists (select from laksa.report_merge m
  where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null)`;

const hasAnswer = sql`r.publication = 'public' and r.answer is not null`;

/** The newest filed that have an approved answer of their own. */
export const readAnswered = async (
  tx: Tx,
  tenantId: string,
  filter: ReportFilter,
  most: number,
): Promise<readonly AnsweredReport[]> => {
  const { rows } = await sql<AnsweredReport>`
    select ${answered} from laksa.report_public r
    where r.tenant_id = ${tenantId} and ${hasAnswer} and r.state in ('resolved', 'closed') and ${isToldOnce} and ${isInFilter(filter)}
    order by r.filed_at desc, r.id limit ${most}`.execute(tx);
  return rows;
};

/** Among so many of each state the last ones are looked for. */
const lookedAt = 40;

/**
 * What was answered last in the city. No index knows when that was; but the time to reply to an answer begins with it, so what waits for a reply
 * stands in this order by its next date. What has been confirmed since is looked for among the newest reports that are closed.
 */
export const readAnsweredLast = async (tx: Tx, tenantId: string, most: number): Promise<readonly AnsweredReport[]> => {
  const { rows } = await sql<AnsweredReport>`
    with lately as (
      (select r.id from laksa.report_public r where r.tenant_id = ${tenantId} and r.state = 'resolved' and ${hasAnswer}
        order by r.next_due_at desc limit ${lookedAt})
      union all
      (select r.id from laksa.report_public r where r.tenant_id = ${tenantId} and r.state = 'closed' and ${hasAnswer}
        order by r.filed_at desc, r.id limit ${lookedAt})
    )
    select ${answered} from laksa.report_public r
    where r.tenant_id = ${tenantId} and r.id in (select id from lately) and ${isToldOnce}
    order by answered_at desc nulls last, r.id limit ${most}`.execute(tx);
  return rows;
};
