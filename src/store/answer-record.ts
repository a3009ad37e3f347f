import { sql, type RawBuilder } from 'kysely';

import { recordDays, type AnswerRecord } from '../domain/answer-record.ts';
import { openStates } from '../domain/report-filter.ts';
import { isInFilter } from './report-filter.ts';
import type { Tx } from './tx.ts';

type Asked = { readonly tenantId: string; readonly now: Date };

const isListed = sql`r.publication in ('public', 'title_only')`;
const isToAnswer = isInFilter({ states: openStates });

/** How the public reports of an area stand (open: the city has still to answer), and how those of the last days have been answered. */
export const readAreaRecord = (
  tx: Tx,
  { tenantId, now }: Asked,
  villageCodes: readonly string[],
): Promise<AnswerRecord> => {
  const isThere = isInFilter({ villageCodes });
  return count(tx, now, {
    standing: sql`select r.next_due_at from laksa.report_public r
      where r.tenant_id = ${tenantId} and ${isListed} and ${isToAnswer} and ${isThere}`,
    filed: sql`select r.* from laksa.report_public r where r.tenant_id = ${tenantId} and ${isThere} and r.filed_at >= ${firstDay(now)}`,
  });
};

/** The same of an agency, of what the list cut to it holds: what is in its hands, or done by them; what it gave back is not its any more. Asked from its work, the smaller side. */
export const readAgencyRecord = (tx: Tx, { tenantId, now }: Asked, agencyId: string): Promise<AnswerRecord> =>
  count(tx, now, {
    standing: sql`select distinct r.id, r.next_due_at from laksa.assignment s
      join laksa.report_public r on r.tenant_id = s.tenant_id and r.id = s.report_id
      where s.tenant_id = ${tenantId} and s.agency_id = ${agencyId} and s.state <> 'returned' and ${isListed} and ${isToAnswer}`,
    filed: sql`select r.* from (select distinct s.report_id from laksa.assignment s
        where s.tenant_id = ${tenantId} and s.agency_id = ${agencyId} and s.state <> 'returned' and s.offered_at >= ${firstDay(now)}) theirs
      join laksa.report_public r on r.tenant_id = ${tenantId} and r.id = theirs.report_id where r.filed_at >= ${firstDay(now)}`,
  });

const dayMs = 86_400_000;

const firstDay = (now: Date): Date => new Date(now.getTime() - recordDays * dayMs);

/** `standing`: the next dates of what is open; `filed`: the public reports of the last days. What was passed on is another's to answer. */
const count = async (
  tx: Tx,
  now: Date,
  { standing, filed }: { readonly standing: RawBuilder<unknown>; readonly filed: RawBuilder<unknown> },
): Promise<AnswerRecord> => {
  const { rows } = await sql<AnswerRecord>`
    with standing as (${standing}), judged as (
      select k.outcome, k.stopped_at - r.filed_at as took, r.answer is not null as is_answered
      from (${filed}) r
      join laksa.report_clock k on k.tenant_id = r.tenant_id and k.report_id = r.id and k.kind = 'answer'
      where ${isListed} and r.state <> 'transferred' and r.closed_reason is distinct from 'handed_over'
        and (k.outcome in ('kept', 'late') or (k.stopped_at is null and k.paused_at is null and k.due_at <= ${now}))
    )
    select (select count(*)::int from standing) as open,
      (select count(*)::int from standing where next_due_at <= ${now}) as late,
      count(*)::int as due,
      count(*) filter (where outcome = 'kept')::int as "inTime",
      count(*) filter (where outcome is not null and is_answered)::int as answered,
      (extract(epoch from percentile_cont(0.5) within group (order by took)
        filter (where outcome is not null and is_answered)) * 1000)::float8 as "medianMs"
    from judged`.execute(tx);
  const [record] = rows;
  if (record === undefined) throw new Error('a count gives one row');
  return record;
};
