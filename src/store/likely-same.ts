import { sql, type RawBuilder } from 'kysely';

import type { ReportState } from '../domain/report.ts';
import type { Likeness } from './likeness.ts';
import type { Tx } from './tx.ts';

/** A report that says the same, as the reader of the words may find it. */
export type LikelySame = { readonly number: string; readonly state: ReportState; readonly filedAt: string };

/** Longer ago it was another matter: a lamp that is dark again. Source: own. */
export const sameForDays = 90;

const most = 5;

/**
 * Reports that say the same of one place as the report with an id, the newest first: the same place by its words or by its village. What is secret
 * or berkadar is compared with nothing. As an expression over `laksa.report r`.
 */
export const likelySameAs = sql`(
  select coalesce(json_agg(json_build_object('number', same.number, 'state', same.state,
    'filedAt', to_char(same.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by same.filed_at desc, same.id), '[]')
  from (select s.number, s.state, s.filed_at, s.id from laksa.report s
    where s.tenant_id = r.tenant_id and s.words_mark = r.words_mark and s.id <> r.id
      and s.filed_at > r.filed_at - make_interval(days => ${sql.lit(sameForDays)})
      and s.filed_at < r.filed_at + make_interval(days => ${sql.lit(sameForDays)})
      and (s.place_mark = r.place_mark or s.village_code = r.village_code)
      and ${open('s')} and ${open('r')}
    order by s.filed_at desc, s.id limit ${sql.lit(most)}) same)`;

/** The same, for words that are not filed yet, among what everyone may see. */
export const readPublicSame = async (
  tx: Tx,
  tenantId: string,
  {
    likeness,
    villageCode,
    at,
  }: { readonly likeness: Likeness; readonly villageCode: string | null; readonly at: Date },
): Promise<readonly LikelySame[]> => {
  if (likeness.words === null) return [];
  const { rows } = await sql<LikelySame>`
    select s.number, s.state, to_char(s.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "filedAt"
    from laksa.report s join laksa.report_public p on p.tenant_id = s.tenant_id and p.id = s.id
    where s.tenant_id = ${tenantId} and s.words_mark = ${likeness.words}
      and s.filed_at > ${at}::timestamptz - make_interval(days => ${sql.lit(sameForDays)})
      and (s.place_mark = ${likeness.place} or s.village_code = ${villageCode})
      and p.publication in ('public', 'title_only')
    order by s.filed_at desc, s.id limit ${sql.lit(most)}`.execute(tx);
  return rows;
};

/** Neither secret nor berkadar. */
function open(table: string): RawBuilder<boolean> {
  return sql<boolean>`(not ${sql.ref(`${table}.is_secret`)} and ${sql.ref(`${table}.class`)} is distinct from 'berkadar')`;
}
