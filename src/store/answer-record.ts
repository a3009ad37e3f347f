import { sql, type RawBuilder } from 'kysely';

import { recordDays, type AnswerRecord, type StandingRecord } from '../domain/answer-record.ts';
import { openStates } from '../domain/report-filter.ts';
import { isInFilter } from './report-filter.ts';
import type { Tx } from './tx.ts';

type Asked = { readonly tenantId: string; readonly now: Date };

const isListed = sql`r.publication in ('public', 'title_only')`;

/** What is counted of a filed report. */
const needed = sql`r.id, r.filed_at, r.publication, r.state, r.closed_reason, r.answer is not null as is_answered`;
const isToAnswer = isInFilter({ states: openStates });

/** How the public reports of an area stand (open: the city has still to answer), and how those of the last days have been answered. */
export const readAreaRecord = (tx: Tx, asked: Asked, villageCodes: readonly string[]): Promise<AnswerRecord> => {
  const { tenantId, now } = asked;
  const isThere = isInFilter({ villageCodes });
  return countOne(tx, asked, {
    standing: sql`select r.next_due_at from laksa.report_public r
      where r.tenant_id = ${tenantId} and ${isListed} and ${isToAnswer} and ${isThere}`,
    filed: sql`select ${needed} from laksa.report_public r where r.tenant_id = ${tenantId} and ${isThere} and r.filed_at >= ${firstDay(now)}`,
  });
};

/**
 * The same of an agency, of what the list cut to it holds: what is in its hands, or done by them; what it gave back is not its any more. Asked from
 * its work, the smaller side.
 */
export const readAgencyRecord = (tx: Tx, asked: Asked, agencyId: string): Promise<AnswerRecord> => {
  const { tenantId, now } = asked;
  return countOne(tx, asked, {
    standing: sql`select distinct r.id, r.next_due_at from laksa.assignment s
      join laksa.report_public r on r.tenant_id = s.tenant_id and r.id = s.report_id
      where s.tenant_id = ${tenantId} and s.agency_id = ${agencyId} and s.state <> 'returned' and ${isListed} and ${isToAnswer}`,
    filed: sql`select ${needed} from (select distinct s.report_id from laksa.assignment s
        where s.tenant_id = ${tenantId} and s.agency_id = ${agencyId} and s.state <> 'returned' and s.offered_at >= ${firstDay(now)}) theirs
      join laksa.report_public r on r.tenant_id = ${tenantId} and r.id = theirs.report_id where r.filed_at >= ${firstDay(now)}`,
  });
};

/**
 * How the public reports of each agency stand that has any, by its id: the numbers of `readAgencyRecord` for a list of all agencies, in one statement.
 * Asked from the reports, which all agencies together have nearly all of.
 */
export const readAgencyRecords = async (tx: Tx, asked: Asked): Promise<ReadonlyMap<string, StandingRecord>> => {
  const { tenantId, now } = asked;
  const inHands = (columns: RawBuilder<unknown>, isWanted: RawBuilder<unknown>) => sql`
    select distinct s.agency_id, ${columns}
    from laksa.report_public r join laksa.assignment s on s.tenant_id = r.tenant_id and s.report_id = r.id
    where r.tenant_id = ${tenantId} and s.state <> 'returned' and ${isListed} and ${isWanted}`;
  const standing = inHands(sql`r.id, r.next_due_at`, isToAnswer);
  const filed = inHands(needed, sql`r.filed_at >= ${firstDay(now)}`);
  const { rows } = await sql<StandingRecord & { readonly agencyId: string }>`
    select coalesce(standing.agency_id, judged.agency_id) as "agencyId", coalesce(open, 0) as open, coalesce(late, 0) as late,
      coalesce(due, 0) as due, coalesce("inTime", 0) as "inTime"
    from (select agency_id, ${standingSums(now)} from (${standing}) own group by agency_id) standing
    full join (
      select agency_id, ${judgedSums}
      from (select r.agency_id, k.outcome ${judging(asked, filed)}) own
      group by agency_id
    ) judged on judged.agency_id = standing.agency_id`.execute(tx);
  return new Map(rows.map(({ agencyId, ...record }) => [agencyId, record]));
};

const dayMs = 86_400_000;

const firstDay = (now: Date): Date => new Date(now.getTime() - recordDays * dayMs);

const standingSums = (now: Date) =>
  sql`count(*)::int as open, (count(*) filter (where next_due_at <= ${now}))::int as late`;

const judgedSums = sql`count(*)::int as due, (count(*) filter (where outcome = 'kept'))::int as "inTime"`;

/** What was passed on is another's to answer. */
const isTheirs = sql`${isListed} and r.state <> 'transferred' and r.closed_reason is distinct from 'handed_over'`;

/**
 * Of `filed`, as `r`, those that were answered or are past their time, with their clock `k`; looked up for each (`offset`), for the clocks are of all
 * years.
 */
const judging = ({ tenantId, now }: Asked, filed: RawBuilder<unknown>) => sql`
  from (${filed}) r cross join lateral (
    select c.outcome, c.stopped_at from laksa.report_clock c
    where c.tenant_id = ${tenantId} and c.report_id = r.id and c.kind = 'answer'
      and (c.outcome in ('kept', 'late') or (c.stopped_at is null and c.paused_at is null and c.due_at <= ${now})) offset 0
  ) k where ${isTheirs}`;

type Counted = { readonly standing: RawBuilder<unknown>; readonly filed: RawBuilder<unknown> };

/**
 * `standing`: the next dates of what is open; `filed`: the public reports of the last days. A matter that is answered anew after an objection has
 * come back once, however often.
 */
const countOne = async (tx: Tx, asked: Asked, { standing, filed }: Counted): Promise<AnswerRecord> => {
  const { tenantId, now } = asked;
  const { rows } = await sql<AnswerRecord>`
    with filed as (${filed})
    select * from (select ${standingSums(now)} from (${standing}) own) standing, (
      select ${judgedSums}, (count(*) filter (where outcome is not null and is_answered))::int as answered,
        (extract(epoch from percentile_cont(0.5) within group (order by took)
          filter (where outcome is not null and is_answered)) * 1000)::float8 as "medianMs"
      from (
        select k.outcome, k.stopped_at - r.filed_at as took, r.is_answered
        ${judging(asked, sql`select * from filed`)}
      ) own
    ) judged, (
      select count(*)::int as reopened from filed r cross join lateral (
        select from laksa.report_event e
        where e.tenant_id = ${tenantId} and e.report_id = r.id and e.kind = 'reopened' and e.payload ->> 'to' = 'in_progress' limit 1
      ) e where ${isTheirs}
    ) back`.execute(tx);
  const [record] = rows;
  if (record === undefined) throw new Error('a count gives one row');
  return record;
};
