import { sql } from 'kysely';

import type { AnswerRecord } from '../../domain/answer-record.ts';
import type { ReportState } from '../../domain/report.ts';
import type { Tx } from '../../store/tx.ts';

export type ListedReport = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ReportState;
  readonly village: string | null;
};

export type AnsweredReport = {
  readonly number: string;
  readonly title: string | null;
  readonly answer: string;
  readonly filed_at: Date;
  readonly answered_at: Date | null;
  readonly agency: string | null;
  /** The first picture of the matter, and of what was done. */
  readonly before: string | null;
  readonly after: string | null;
};

const isListed = sql`r.publication in ('public', 'title_only')`;

/** One village alone is asked for by itself: its index then also gives the order. */
const isOf = (codes: readonly string[]) =>
  codes.length === 1 ? sql`r.village_code = ${codes[0]}` : sql`r.village_code = any (${codes}::text[])`;

/** How its public reports stand at `now` (open: the city has still to answer), and how those filed since have been answered. */
export const readRecord = async (
  tx: Tx,
  tenantId: string,
  { codes, now, since }: { readonly codes: readonly string[]; readonly now: Date; readonly since: Date },
): Promise<AnswerRecord> => {
  const { rows } = await sql<AnswerRecord>`
    with standing as (
      select r.next_due_at from laksa.report_public r
      where r.tenant_id = ${tenantId} and ${isListed} and r.state not in ('resolved', 'closed', 'rejected') and ${isOf(codes)}
    ), filed as (
      select k.outcome, k.stopped_at - r.filed_at as took, r.answer is not null as is_answered
      from laksa.report_public r
      join laksa.report_clock k on k.tenant_id = r.tenant_id and k.report_id = r.id and k.kind = 'answer'
      where r.tenant_id = ${tenantId} and ${isListed} and r.filed_at >= ${since} and ${isOf(codes)}
        and r.state <> 'transferred' and r.closed_reason is distinct from 'handed_over'
        and (k.outcome in ('kept', 'late') or (k.stopped_at is null and k.paused_at is null and k.due_at <= ${now}))
    )
    select (select count(*)::int from standing) as open,
      (select count(*)::int from standing where next_due_at <= ${now}) as late,
      count(*)::int as due,
      count(*) filter (where outcome = 'kept')::int as "inTime",
      count(*) filter (where outcome is not null and is_answered)::int as answered,
      (extract(epoch from percentile_cont(0.5) within group (order by took)
        filter (where outcome is not null and is_answered)) * 1000)::float8 as "medianMs"
    from filed`.execute(tx);
  const [record] = rows;
  if (record === undefined) throw new Error('a count gives one row');
  return record;
};

const newestShown = 5;

export const readNewest = async (
  tx: Tx,
  tenantId: string,
  codes: readonly string[],
): Promise<readonly ListedReport[]> => {
  const { rows } = await sql<ListedReport>`
    select r.number, r.title, r.state,
      (select v.name from laksa.village v where v.tenant_id = r.tenant_id and v.code = r.village_code) as village
    from laksa.report_public r
    where r.tenant_id = ${tenantId} and ${isListed} and ${isOf(codes)}
    order by r.filed_at desc, r.id limit ${newestShown}`.execute(tx);
  return rows;
};

const answeredShown = 4;

/** The newest filed since with an approved answer of their own: what is handled together has one answer, told once. */
export const readAnswered = async (
  tx: Tx,
  tenantId: string,
  { codes, since }: { readonly codes: readonly string[]; readonly since: Date },
): Promise<readonly AnsweredReport[]> => {
  const { rows } = await sql<AnsweredReport>`
    select r.number, r.title, r.answer, r.filed_at,
      (select max(k.stopped_at) from laksa.report_clock k where k.tenant_id = r.tenant_id and k.report_id = r.id
        and k.kind = 'answer' and k.outcome in ('kept', 'late')) as answered_at,
      (select a.name from laksa.assignment s join laksa.agency a on a.tenant_id = s.tenant_id and a.id = s.agency_id
        where s.tenant_id = r.tenant_id and s.report_id = r.id and s.state = 'done' order by s.closed_at desc, s.id limit 1) as agency,
      (select f.id from laksa.photo_public f where f.tenant_id = r.tenant_id and f.report_id = r.id
        and f.purpose = 'report' order by f.id limit 1) as before,
      (select f.id from laksa.photo_public f where f.tenant_id = r.tenant_id and f.report_id = r.id
        and f.purpose = 'proof' order by f.id limit 1) as after
    from laksa.report_public r
    where r.tenant_id = ${tenantId} and r.publication = 'public' and r.filed_at >= ${since} and r.answer is not null
      and r.state in ('resolved', 'closed') and not exists (select from laksa.report_merge m
        where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null)
      and ${isOf(codes)}
    order by r.filed_at desc, r.id limit ${answeredShown}`.execute(tx);
  return rows;
};

/** How many public reports are open in each village that has any. */
export const readOpenByVillage = async (tx: Tx, tenantId: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ code: string; open: number }>`
    select r.village_code as code, count(*)::int as open from laksa.report_public r
    where r.tenant_id = ${tenantId} and ${isListed} and r.state not in ('resolved', 'closed', 'rejected') and r.village_code is not null
    group by r.village_code`.execute(tx);
  return new Map(rows.map(({ code, open }) => [code, open]));
};
