import { sql } from 'kysely';

import { answerKinds } from '../../domain/answer-standing.ts';
import type { ReportState } from '../../domain/report.ts';
import type { Words } from '../../store/city.ts';
import type { Tx } from '../../store/tx.ts';

/** Which reports a feed is of; null: whichever. */
export type FeedFilter = {
  readonly villageCodes: readonly string[] | null;
  readonly categoryIds: readonly string[] | null;
  readonly agencyId: string | null;
};

export type FeedReport = {
  readonly number: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly answer: string | null;
  /** How the answer came to stand as it does. */
  readonly answer_events: readonly { readonly at: string; readonly kind: (typeof answerKinds)[number] }[];
  readonly state: ReportState;
  readonly filed_at: Date;
  readonly state_since: Date;
  readonly category: Words | null;
  readonly village: string | null;
};

/** A reader asks every hour or so; a city has some hundred reports a day. */
export const mostEntries = 50;

/** The newest public reports of a feed, by what everyone may read of them. */
export const readFeed = async (
  tx: Tx,
  tenantId: string,
  { villageCodes, categoryIds, agencyId }: FeedFilter,
): Promise<readonly FeedReport[]> => {
  const { rows } = await sql<FeedReport>`
    select r.number, r.title, r.description, r.answer, r.state, r.filed_at, r.state_since, c.name as category,
      v.name || ', ' || v.district_name as village,
      (select coalesce(json_agg(json_build_object('at', e.at, 'kind', e.kind) order by e.seq), '[]') from laksa.report_event e
        where r.answer is not null and e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = any(${answerKinds})) as answer_events
    from laksa.report_public r
    left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.publication in ('public', 'title_only')
      and ${villageCodes === null ? sql`true` : sql`r.village_code = any(${villageCodes})`}
      and ${categoryIds === null ? sql`true` : sql`r.category_id = any(${categoryIds}::uuid[])`}
      and ${
        agencyId === null
          ? sql`true`
          : sql`exists (select from laksa.assignment s where s.tenant_id = r.tenant_id and s.report_id = r.id
              and s.agency_id = ${agencyId} and s.state <> 'returned')`
      }
    order by r.filed_at desc, r.id limit ${mostEntries}`.execute(tx);
  return rows;
};
