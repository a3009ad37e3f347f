import pg from 'pg';
import { z } from 'zod';

import { signIn, loginOf } from '../e2e/officer.ts';
import { visit, type Visitor } from '../e2e/visitor.ts';
import { sweeps } from '../src/worker.ts';
import type { Bench } from './bench.ts';
import { startInstallation, type BenchInstallation } from './installation.ts';
import { buildOwnSite } from './own-site.ts';
import { prefill } from './prefill.ts';
import { recordStatements, type Recorder, type Statement } from './statements.ts';

/** Tables that grow with every report. What waits for the feed is not among them: it is gone in a moment. */
const largeTables = [
  'report',
  'assignment',
  'report_clock',
  'report_event',
  'event_secret',
  'event_feed',
  'notice',
  'person',
  'person_field',
];

/** What the site asks of the database, explained as the application at that size; not good when a large table is read from end to end. */
export const plansBench: Bench = async ({ rows, say }) => {
  const recorder = recordStatements();
  const installation = await startInstallation(say);
  try {
    await prefill(installation, { rows }, say);
    const asked = await statementsOfPages(installation, recorder);
    const plans = await explainAll(installation, asked, say);
    const scans = plans.filter(({ scanned }) => scanned.length > 0);
    for (const { page, scanned, text } of scans) say(`${page}: reads all of ${scanned.join(', ')}\n${text}`);
    return {
      metrics: {
        statements: plans.length,
        sequential_scans: scans.length,
        slowest_ms: Math.max(0, ...plans.map(({ ms }) => ms)),
      },
      notes: plans
        .toSorted((a, b) => b.ms - a.ms)
        .slice(0, 10)
        .map(
          ({ page, ms, text }) => `${ms.toFixed(2)} ms  ${page}  ${text.replaceAll(/\s+/g, ' ').trim().slice(0, 90)}`,
        ),
      isGood: scans.length === 0,
    };
  } finally {
    await installation.remove();
  }
};

type Asked = { readonly page: string; readonly statement: Statement };

/** Every reading statement of the hot pages and of the sweeps, each once. */
const statementsOfPages = async (
  { laksa, cities: [tenant], authUrl, service }: BenchInstallation,
  recorder: Recorder,
): Promise<readonly Asked[]> => {
  const { site, close } = await buildOwnSite(laksa, authUrl);
  const origin = await site.listen({ host: '127.0.0.1', port: 0 });
  const citizen = visit(origin);
  const logins = await service.logins();
  const officers = await Promise.all(
    ['verifier', 'agency_officer'].map((role) => signIn(origin, loginOf(logins, { role }))),
  );
  const visits: readonly (readonly [string, () => Promise<unknown>])[] = [
    ...['/', '/laporan', '/laporan?q=lampu', '/lapor', '/lacak', '/api/v1/reports'].map(
      (path) => [path, () => citizen.get(path)] as const,
    ),
    ...officers.map(
      (officer, index) => [`/petugas (${index === 0 ? 'verifier' : 'officer'})`, () => readDesk(officer)] as const,
    ),
    ...sweeps.map((sweep) => [`sweep ${sweep.name}`, () => sweep.run(laksa, tenant)] as const),
  ];
  const asked: Asked[] = [];
  for (const [page, go] of visits) {
    const heard = await recorder.during(go);
    asked.push(
      ...heard
        .filter(({ text, by }) => by === 'laksa_app' && /^\s*(select|with)\b/i.test(text))
        .map((statement) => ({ page, statement })),
    );
  }
  await close();
  return [...new Map(asked.map((one) => [one.statement.text, one])).values()];
};

/** The queue, and the first report in it. */
const readDesk = async (officer: Visitor): Promise<void> => {
  const desk = await officer.get('/petugas');
  const first = /\/petugas\/laporan\/\d{10}/.exec(desk.body)?.[0];
  if (first !== undefined) await officer.get(first);
};

const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({ 'Node Type': z.string(), 'Relation Name': z.string().optional(), Plans: z.array(planNode).optional() }),
);
type PlanNode = { 'Node Type': string; 'Relation Name'?: string | undefined; Plans?: PlanNode[] | undefined };
const explained = z.array(z.object({ Plan: planNode, 'Execution Time': z.number() })).min(1);

const explainAll = async (
  { appUrl, cities: [tenant] }: BenchInstallation,
  asked: readonly Asked[],
  say: (line: string) => void,
) => {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  const plans = [];
  for (const { page, statement } of asked) {
    await client.query('begin');
    await client.query("select set_config('laksa.tenant', $1, true)", [tenant.id]);
    const { rows } = await client
      .query({ text: `explain (analyze, format json) ${statement.text}`, values: [...statement.values] })
      .catch((error: Error) => {
        say(`${page}: not explained: ${error.message}`);
        return { rows: [] };
      });
    await client.query('rollback');
    const found = explained.safeParse(rows[0]?.['QUERY PLAN']).data?.[0];
    if (found !== undefined)
      plans.push({ page, text: statement.text, ms: found['Execution Time'], scanned: scannedIn(found.Plan) });
  }
  await client.end();
  return plans;
};

const scannedIn = (node: PlanNode): readonly string[] => [
  ...(node['Node Type'] === 'Seq Scan' && largeTables.includes(node['Relation Name'] ?? '')
    ? [node['Relation Name'] ?? '']
    : []),
  ...(node.Plans ?? []).flatMap(scannedIn),
];
