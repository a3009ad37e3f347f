import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';
import { days, due, lived } from './oracle-days.ts';
import { effects, started, told } from './oracle-events.ts';

/** What the clocks of a city were found to be by two computations that share nothing but the history. */
export type SecondOpinion = {
  readonly reports: number;
  /** All that either of the two knows of. */
  readonly clocks: number;
  readonly differing: readonly Difference[];
};

/** A clock on which they differ: the kind, and each column as the rules wrote it and as the history says; null where one does not know the clock. */
export type Difference = {
  readonly number: string;
  readonly kind: string;
  readonly startedAt: string;
  readonly written: Readonly<Record<string, unknown>> | null;
  readonly told: Readonly<Record<string, unknown>> | null;
};

/**
 * Computes every clock of the city a second time, in SQL alone, from the events, the holidays, the policy and the zone, and holds it against what the
 * rules wrote: due date, outcome, lateness, pauses. It counts with the holidays of today: where they were changed meanwhile, a clock that had ended
 * before is counted otherwise.
 */
export const askOracle = async (tx: Tx, tenantId: string): Promise<SecondOpinion> => {
  await prepare(tx);
  const { rows } = await sql<SecondOpinion>`
    with recursive ${told}, ${started}, ${effects}, ${lived}, ${days}, ${due}, ${compared(tenantId)}
    select (select count(distinct report_id) from told)::int as reports, (select count(*) from compared)::int as clocks,
      (select coalesce(json_agg(json_build_object('number', r.number, 'kind', c.kind, 'startedAt', c.started_at, 'written', c.written, 'told', c.told)
          order by r.number, c.started_at, c.kind), '[]')
        from compared c join laksa.report r on r.tenant_id = ${tenantId} and r.id = c.report_id
        where c.written is distinct from c.told) as differing`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a select without a from gives one row');
  return row;
};

/** One line: what each of the two says where they do not say the same. */
export const printDifference = ({ number, kind, startedAt, written, told: heard }: Difference): string => {
  const columns = new Set([...Object.keys(written ?? {}), ...Object.keys(heard ?? {})]);
  const said = [...columns].flatMap((column) => {
    const [one, other] = [JSON.stringify(written?.[column]), JSON.stringify(heard?.[column])];
    return one === other ? [] : [`${column} written ${one ?? 'nowhere'}, told ${other ?? 'nowhere'}`];
  });
  return `${number} ${kind} of ${startedAt}: ${said.join('; ')}`;
};

/**
 * The planner cannot know how much the lists inside the statement hold: left alone it walks one of them for each row of another. So it hashes them,
 * in the order in which they are written, and has a quarter of an hour for a city of many years.
 */
const prepare = (tx: Tx) =>
  sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
    set_config('join_collapse_limit', '1', true), set_config('statement_timeout', '900000', true)`.execute(tx);

/** Two of a kind that started at one instant are told apart by when they were due and when they ended. */
const compared = (tenantId: string) => sql`
  written as (
    select report_id, kind, started_at, due_at, provisional, paused_at, paused_ms, stopped_at, outcome,
      row_number() over (partition by report_id, kind, started_at order by due_at, stopped_at nulls last) as nth
    from laksa.report_clock where tenant_id = ${tenantId}
  ),
  compared as materialized (
    select coalesce(w.report_id, o.report_id) as report_id, coalesce(w.kind, o.kind) as kind, coalesce(w.started_at, o.started_at) as started_at,
      case when w.report_id is not null then to_jsonb(w) - array['report_id', 'nth']
        || jsonb_build_object('late_by', case when w.outcome = 'late' then w.stopped_at - w.due_at end) end as written,
      case when o.report_id is not null then to_jsonb(o) - array['report_id', 'nth']
        || jsonb_build_object('late_by', case when o.outcome = 'late' then o.stopped_at - o.due_at end) end as told
    from written w full join opinion o
      on o.report_id = w.report_id and o.kind = w.kind and o.started_at = w.started_at and o.nth = w.nth
  )`;
