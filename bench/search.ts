import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { keysOf, searchFormsOf, searchTermsOf, wantedIn } from '../src/domain/words/search-terms.ts';
import { stemOf } from '../src/domain/words/stem.ts';
import { findByWords } from '../src/features/show-report/word-search.ts';
import type { Tenant } from '../src/platform/tenant/tenant.ts';
import { analyse, makeManyReports, reportId } from '../src/testing/many-reports.ts';
import { seededRandom } from '../src/testing/seeded-random.ts';
import type { Bench } from './bench.ts';
import { startInstallation, type BenchInstallation } from './installation.ts';
import { mistypedQuery, readCorpus } from './search-corpus.ts';
import { recordStatements, type Recorder, type Statement } from './statements.ts';

const asked = 50;
const seed = 2026;
const inTheFirst = 10;
const mostTexts = 20_000;

/** Mistyped questions among so many public reports: whether they find, how long they take as the application, and the same statements as the owner. */
export const searchBench: Bench = async ({ rows, say }) => {
  const recorder = recordStatements();
  const installation = await startInstallation(say);
  try {
    const tenant = emptyCity(installation);
    const texts = await fill(installation, tenant, { rows: Math.max(rows, asked * 4), say });
    const tried = await askAll(installation, tenant, { questions: questionsOf(texts), recorder, say });
    const app = await explainAll(installation.appUrl, tenant, tried.heard, false);
    const owner = await explainAll(installation.ownerUrl, tenant, tried.heard, true);
    say(app.slowestPlan);
    return {
      metrics: { ...tried.metrics, app_sql_ms: app.ms, owner_sql_ms: owner.ms, app_to_owner_ratio: app.ms / owner.ms },
      notes: [
        `found_share: of ${asked} questions of four words, two of them mistyped, the share that has its report in the first ${inTheFirst}; seed ${seed}.`,
        'app_to_owner_ratio: the same statements, explained as the application and as a superuser without the fence.',
      ],
    };
  } finally {
    await installation.remove();
  }
};

/** The city without a demonstration: its reports are those made here. */
const emptyCity = ({ cities }: BenchInstallation): Tenant => {
  const tenant = cities.find(({ isDemo }) => !isDemo);
  if (tenant === undefined) throw new Error('one of the cities is no demonstration');
  return tenant;
};

type Question = { readonly wanted: string; readonly words: string };

/** About texts drawn by a seeded rule; of the reports made in bulk every fiftieth is secret, and nobody finds it. */
const questionsOf = (texts: readonly string[]): readonly Question[] => {
  const random = seededRandom(seed);
  const questions: Question[] = [];
  while (questions.length < asked) {
    const at = Math.floor(random() * texts.length);
    if (placeOf(at) % 50 !== 0)
      questions.push({ wanted: reportId(placeOf(at)), words: mistypedQuery(texts[at] ?? '', random) });
  }
  return questions;
};

type Trial = {
  readonly questions: readonly Question[];
  readonly recorder: Recorder;
  readonly say: (line: string) => void;
};

const askAll = async ({ laksa }: BenchInstallation, tenant: Tenant, { questions, recorder, say }: Trial) => {
  const search = (words: string) =>
    laksa.database.inTenant(tenant.id, (tx) => findByWords(tx, tenant.id, { wanted: wantedIn(words), filter: {} }), {
      readOnly: true,
    });
  const took: number[] = [];
  const heard: Statement[] = [];
  let hits = 0;
  for (const { wanted, words } of questions) {
    const began = performance.now();
    const { ids } = await search(words);
    took.push(performance.now() - began);
    const isFound = ids.slice(0, inTheFirst).includes(wanted);
    hits += isFound ? 1 : 0;
    say(`${isFound ? 'found' : 'not found'}: ${words}`);
    heard.push(...(await recorder.during(() => search(words))).filter(({ text }) => text.includes('find.')));
  }
  const sorted = took.toSorted((a, b) => a - b);
  const metrics = { found_share: hits / asked, median_ms: sorted[asked / 2] ?? 0, slowest_ms: sorted.at(-1) ?? 0 };
  return { heard, metrics };
};

/** Every third of the reports made in bulk is hidden: the texts lie on the others. */
const placeOf = (at: number): number => 1 + at + Math.floor(at / 2);

const fill = async (
  { ownerUrl }: BenchInstallation,
  tenant: Tenant,
  { rows, say }: { readonly rows: number; readonly say: (line: string) => void },
): Promise<readonly string[]> => {
  const texts = await readCorpus(Math.min(mostTexts, Math.floor(rows / 2)));
  say(`making ${rows} public reports`);
  await setClockBack(ownerUrl, tenant);
  await makeManyReports(ownerUrl, tenant.id, Math.ceil(rows * 1.5));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await writeTerms(client, tenant, texts);
  } finally {
    await client.end();
  }
  await analyse(ownerUrl);
  return texts;
};

/** Before any of its dates has passed: the worker goes on with none of the reports. Processes know of it after a moment. */
const setClockBack = async (ownerUrl: string, { id }: Tenant): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const offsetMs = -20 * 366 * 86_400_000;
  await client
    .query('update laksa.tenant set clock_offset_ms = $2 where id = $1', [id, offsetMs])
    .finally(() => client.end());
  await pause(5_000);
};

/** The texts lie on the newest reports; each older one has half of the words of two of them. */
const writeTerms = async (client: pg.Client, tenant: Tenant, texts: readonly string[]): Promise<void> => {
  await client.query('create temporary table corpus (n int primary key, terms text[])');
  const terms = texts.map((text, n) => ({ n, terms: searchTermsOf(text) }));
  await client.query(
    `insert into corpus select (c ->> 'n')::int, array(select jsonb_array_elements_text(c -> 'terms')) from jsonb_array_elements($1::jsonb) c`,
    [JSON.stringify(terms)],
  );
  await client.query(
    `with numbered as (select report_id, row_number() over (order by report_id) - 1 as n from laksa.report_search where tenant_id = $1)
     update laksa.report_search s set terms = array_to_tsvector(case when b.n < $2 then a.terms
       else a.terms[1:cardinality(a.terms) / 2] || c.terms[cardinality(c.terms) / 2 + 1:] end)
     from numbered b join corpus a on a.n = b.n % $2 join corpus c on c.n = (b.n * 7 + 3) % $2
     where s.tenant_id = $1 and s.report_id = b.report_id`,
    [tenant.id, texts.length],
  );
  const forms = [...new Set(texts.flatMap(searchFormsOf))];
  const keyed = forms.flatMap((form) => keysOf(form).map((key) => ({ key, form, stem: stemOf(form) })));
  await client.query(
    `insert into laksa.search_key (tenant_id, key, form, stem) select $1, k.key, k.form, k.stem
     from jsonb_to_recordset($2::jsonb) k(key text, form text, stem text) on conflict do nothing`,
    [tenant.id, JSON.stringify(keyed)],
  );
};

type Explained = { readonly ms: number; readonly slowestPlan: string };

/** What all of them take together, and the plan of the slowest. */
const explainAll = async (
  url: string,
  tenant: Tenant,
  statements: readonly Statement[],
  isOwner: boolean,
): Promise<Explained> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('laksa.tenant', $1, false)`, [tenant.id]);
    const plans: { readonly ms: number; readonly plan: string }[] = [];
    for (const { text, values } of statements) {
      const asOwner = isOwner ? text.replaceAll('find.report_public_terms', 'laksa_find_terms') : text;
      if (isOwner && plans.length === 0) await client.query(viewOfOwner);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>({
        text: `explain (analyze, buffers) ${asOwner}`,
        values: [...values],
      });
      const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
      plans.push({ ms: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]), plan });
    }
    const slowest = plans.toSorted((a, b) => b.ms - a.ms)[0];
    return { ms: plans.reduce((sum, { ms }) => sum + ms, 0), slowestPlan: slowest?.plan ?? '' };
  } finally {
    await client.end();
  }
};

/** The same columns without a door: who asks here passes every fence. */
const viewOfOwner = `create temporary view laksa_find_terms as
  select s.tenant_id, s.report_id as id, s.filed_at, s.terms, r.kind, r.state, r.category_id, r.village_code, r.next_due_at
  from laksa.report_search s join laksa.report r on r.tenant_id = s.tenant_id and r.id = s.report_id
  where r.publication = 'public' and not r.is_secret and r.class is distinct from 'berkadar'`;
