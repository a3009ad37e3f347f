import { sql } from 'kysely';

import { keysOf } from '../../domain/words/search-terms.ts';
import type { Tx } from '../../store/tx.ts';
import { isInFilter, type ReportFilter } from '../../store/report-filter.ts';

/** A word in so many reports tells next to nothing: counted no further. */
export const countedHolders = 200;

const quoted = (word: string): string => `'${word}'`;

/** How many public reports hold each of these stems, up to `countedHolders`. */
export const countHolding = async (
  tx: Tx,
  tenantId: string,
  stems: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (stems.length === 0) return new Map();
  const counts = stems.map(
    (stem) => sql`select ${stem}::text as stem, count(*)::int as count from (
      select from find.report_public_terms r where r.tenant_id = ${tenantId} and r.terms @@ ${quoted(stem)}::tsquery
      order by r.filed_at desc, r.id limit ${countedHolders}) held`,
  );
  const { rows } = await sql<{ stem: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return new Map(rows.map(({ stem, count }) => [stem, count]));
};

/** Words as public reports write them that have a key in common with one of these. */
export const readFormsByKey = async (
  tx: Tx,
  tenantId: string,
  words: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ form: string }>`
    select distinct k.form from laksa.search_key k
    where k.tenant_id = ${tenantId} and k.key = any (${words.flatMap(keysOf)}::text[])`.execute(tx);
  return rows.map(({ form }) => form);
};

export type Match = {
  readonly id: string;
  readonly filed_at: Date;
  /** Of each part, whether the report holds its stem, and whether it holds a word near it. */
  readonly holds: readonly boolean[];
  readonly holdsNear: readonly boolean[];
};

type Asked = {
  readonly parts: readonly { readonly stem: string; readonly near: readonly string[] }[];
  readonly filter: ReportFilter;
  /** As PostgreSQL writes a `tsquery`. */
  readonly query: string;
};

/** More than anybody reads, few enough to be put in order here. */
export const mostMatches = 200;

/** The newest of the public reports that answer the question. Found behind the fence; nothing but keys comes out. */
export const readMatches = async (
  tx: Tx,
  tenantId: string,
  { parts, filter, query }: Asked,
): Promise<readonly Match[]> => {
  const holds = parts.map(({ stem }) => sql`f.terms @@ ${quoted(stem)}::tsquery`);
  const holdsNear = parts.map(({ near }) =>
    near.length === 0 ? sql`false` : sql`f.terms @@ ${near.map(quoted).join(' | ')}::tsquery`,
  );
  const { rows } = await sql<Match>`
    select f.id, f.filed_at, array[${sql.join(holds)}] as holds, array[${sql.join(holdsNear)}] as "holdsNear" from (
      select r.id, r.filed_at, r.terms from find.report_public_terms r
      where r.tenant_id = ${tenantId} and r.terms @@ ${query}::tsquery and ${isInFilter(filter)}
      order by r.filed_at desc, r.id limit ${mostMatches}) f`.execute(tx);
  return rows;
};
