import { sql } from 'kysely';

import type { Outcome } from '../domain/outcome.ts';
import { keysOf, searchFormsOf, searchTermsOf } from '../domain/words/search-terms.ts';
import { stemOf } from '../domain/words/stem.ts';
import type { Tx } from './tx.ts';

/** The state of the rules that make terms of words. Raised with every change of `domain/words` that makes other terms: a sweep makes them again. */
export const searchRules = 1;

/** What a report is found by, or whether it is found at all, depends on these. */
const foundBy = ['publication', 'publicTitle', 'publicDescription', 'categoryId', 'villageCode', 'class'] as const;

export const changesSearch = (patch: Outcome['report']): boolean => foundBy.some((name) => patch[name] !== undefined);

/** Writes what a report is found by, as everyone may read it now; what is not public is found by nothing. In the transaction of the change. */
export const writeSearchTerms = async (tx: Tx, tenantId: string, reportId: string): Promise<void> => {
  const before = await readTerms(tx, tenantId, reportId);
  const said = await readPublicWords(tx, tenantId, reportId);
  if (said === null && before === null) return;
  const terms = said === null ? [] : searchTermsOf(said.words);
  if (said === null) await forgetReport(tx, tenantId, reportId);
  else await keepTerms(tx, { tenantId, reportId, filedAt: said.filedAt, terms });
  await learnForms(tx, tenantId, said === null ? [] : searchFormsOf(said.words));
  const has = new Set(terms);
  await forgetStems(
    tx,
    tenantId,
    (before ?? []).filter((term) => !has.has(term)),
  );
};

/** The next reports whose terms were made by older rules. True when more may be waiting. */
export const renewSearchTerms = async (tx: Tx, tenantId: string, limit: number): Promise<boolean> => {
  const old = await tx
    .selectFrom('report_search')
    .select('report_id')
    .where('tenant_id', '=', tenantId)
    .where('rules', '<', searchRules)
    .orderBy('rules')
    .orderBy('report_id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { report_id: reportId } of old) await writeSearchTerms(tx, tenantId, reportId);
  return old.length === limit;
};

const readTerms = async (tx: Tx, tenantId: string, reportId: string): Promise<readonly string[] | null> => {
  const { rows } = await sql<{ terms: string[]; rules: number }>`
    select case when s.rules = ${searchRules} then tsvector_to_array(s.terms) else '{}' end as terms
    from laksa.report_search s where s.tenant_id = ${tenantId} and s.report_id = ${reportId}`.execute(tx);
  return rows[0]?.terms ?? null;
};

type Said = { readonly words: string; readonly filedAt: Date };

/** The public words of the report, and what its category and its village are called. */
const readPublicWords = async (tx: Tx, tenantId: string, reportId: string): Promise<Said | null> => {
  const { rows } = await sql<Said>`
    select r.filed_at as "filedAt", concat_ws(' ', r.title, r.description, c.name ->> 'id', c.name ->> 'en',
      v.name, v.district_name, array_to_string(v.aliases, ' ')) as words
    from laksa.report_public r
    left join laksa.category c on c.tenant_id = r.tenant_id and c.id = r.category_id
    left join laksa.village v on v.tenant_id = r.tenant_id and v.code = r.village_code
    where r.tenant_id = ${tenantId} and r.id = ${reportId} and r.publication = 'public'`.execute(tx);
  return rows[0] ?? null;
};

const forgetReport = async (tx: Tx, tenantId: string, reportId: string): Promise<void> => {
  await tx.deleteFrom('report_search').where('tenant_id', '=', tenantId).where('report_id', '=', reportId).execute();
};

type Kept = {
  readonly tenantId: string;
  readonly reportId: string;
  readonly filedAt: Date;
  readonly terms: readonly string[];
};

const keepTerms = async (tx: Tx, { tenantId, reportId, filedAt, terms }: Kept): Promise<void> => {
  await sql`
    insert into laksa.report_search (tenant_id, report_id, filed_at, rules, terms)
    values (${tenantId}, ${reportId}, ${filedAt}, ${searchRules}, array_to_tsvector(${terms}::text[]))
    on conflict (tenant_id, report_id) do update set rules = excluded.rules, terms = excluded.terms`.execute(tx);
};

/** In the order of their keys: two who learn the same words wait for each other one way round. */
const learnForms = async (tx: Tx, tenantId: string, forms: readonly string[]): Promise<void> => {
  if (forms.length === 0) return;
  const { rows } = await sql<{ form: string }>`
    select f.form from unnest(${forms}::text[]) f(form)
    where not exists (select from laksa.search_key k where k.tenant_id = ${tenantId} and k.key = f.form and k.form = f.form)`.execute(
    tx,
  );
  const keyed = rows.flatMap(({ form }) => keysOf(form).map((key) => ({ key, form, stem: stemOf(form) })));
  if (keyed.length === 0) return;
  const column = (name: 'key' | 'form' | 'stem') => sql`${keyed.map((row) => row[name])}::text[]`;
  await sql`
    insert into laksa.search_key (tenant_id, key, form, stem)
    select ${tenantId}, n.key, n.form, n.stem from unnest(${column('key')}, ${column('form')}, ${column('stem')}) n(key, form, stem)
    order by n.key, n.form
    on conflict do nothing`.execute(tx);
};

/** Those that no public report holds any more, in whatever form. */
const forgetStems = async (tx: Tx, tenantId: string, stems: readonly string[]): Promise<void> => {
  if (stems.length === 0) return;
  await sql`
    delete from laksa.search_key k where k.tenant_id = ${tenantId} and k.stem = any (${stems}::text[])
      and not exists (select from find.report_public_terms t where t.tenant_id = ${tenantId} and t.terms @@ quote_literal(k.stem)::tsquery)`.execute(
    tx,
  );
};
