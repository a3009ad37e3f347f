import { randomUUID } from 'node:crypto';
import pg from 'pg';

import { categoryOfRow } from '../src/commands/replay/category-of-row.ts';
import { hireCrew } from '../src/commands/replay/crew.ts';
import { fileReport } from '../src/commands/replay/citizen.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { liveOn, officerFor } from '../src/commands/replay/life.ts';
import type { Tenant } from '../src/platform/tenant/tenant.ts';
import { cityOf, type BenchInstallation } from './installation.ts';
import { inventedReport } from './invented-report.ts';
import { buildOwnSite } from './own-site.ts';

/** How far the reports of a city have come, in shares of the whole. */
export type Endings = Readonly<Record<'closed' | 'in_progress' | 'received', number>>;

/** Of ten reports that lie in a city seven are closed, two are worked on, one waits. */
const asUsual: Endings = { closed: 0.7, in_progress: 0.2, received: 0.1 };

type Filling = { readonly rows: number; readonly endings?: Endings };

/** Fills both cities with copies of lives that were really lived. Copies are told by their title, and their events are in no feed: a bench has no ledger. */
export const prefill = async (
  installation: BenchInstallation,
  { rows, endings = asUsual }: Filling,
  say: (line: string) => void,
): Promise<void> => {
  if (rows === 0) return;
  say(`putting ${rows} reports into two cities`);
  const began = performance.now();
  const { site, close } = await buildOwnSite(installation.laksa, installation.authUrl);
  const origin = await site.listen({ host: '127.0.0.1', port: 0 });
  const client = new pg.Client({ connectionString: installation.ownerUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'");
    for (const tenant of installation.cities) {
      const templates = await livesIn(installation, tenant, { origin, endings });
      for (const { number, share } of templates) await copyLife(client, tenant, number, Math.round((rows / 2) * share));
    }
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
    await close();
  }
  say(`${rows} reports in ${((performance.now() - began) / 1000).toFixed(0)} s`);
};

const livesIn = async (
  { laksa }: BenchInstallation,
  tenant: Tenant,
  { origin, endings }: { readonly origin: string; readonly endings: Endings },
) => {
  const city = await cityOf({ laksa }, tenant);
  const crew = await hireCrew(laksa, tenant, city);
  const http = openHttp({ origin, host: new URL(tenant.origin).host, connections: 1 });
  const category = categoryOfRow(city, 'pju');
  const lived: { readonly number: string; readonly share: number }[] = [];
  for (const until of ['closed', 'in_progress', 'received'] as const) {
    const slip = await fileReport(http, inventedReport(randomUUID()));
    const life = {
      http,
      crew,
      slip,
      category,
      officer: officerFor(city, category, undefined),
      title: 'Laporan contoh untuk ukuran',
      rating: 4,
    };
    await liveOn(life, 'received', until);
    lived.push({ number: slip.number, share: endings[until] });
  }
  http.close();
  return lived;
};

/** What a copy has of its own, as an expression over its original `t` and the number of the copy `i`; what is not named is the same. */
type Own = Readonly<Record<string, string>>;

const idFrom = (column: string): string => `md5(t.${column}::text || i)::uuid`;
const earlier = (column: string): string => `t.${column} - i * interval '37 seconds'`;

/** What belongs to a report. */
const tables: readonly { readonly table: string; readonly where: string; readonly own: Own }[] = [
  {
    table: 'report',
    where: 't.id = $2',
    own: {
      id: idFrom('id'),
      number: `lpad(((t.number::bigint + i) % 10000000000)::text, 10, '0')`,
      nonce_hash: 'sha256((t.id::text || i)::bytea)',
      filed_at: earlier('filed_at'),
      state_since: earlier('state_since'),
      next_due_at: earlier('next_due_at'),
      public_title: `t.public_title || ' ' || i`,
    },
  },
  ...['assignment', 'report_clock', 'report_event'].map((table) => ({
    table,
    where: 't.report_id = $2',
    own: { id: idFrom('id'), report_id: idFrom('report_id') },
  })),
  {
    table: 'event_secret',
    where: 't.event_id in (select id from laksa.report_event where tenant_id = $1 and report_id = $2)',
    own: { event_id: idFrom('event_id') },
  },
];

const copyLife = async (client: pg.Client, tenant: Tenant, number: string, copies: number): Promise<void> => {
  const { rows } = await client.query<{ id: string }>(
    'select id from laksa.report where tenant_id = $1 and number = $2',
    [tenant.id, number],
  );
  for (const { table, where, own } of tables) {
    const columns = await columnsOf(client, table);
    await client.query(
      `insert into laksa.${table} (${columns.join(', ')}) select ${columns.map((column) => own[column] ?? `t.${column}`).join(', ')}
       from laksa.${table} t cross join generate_series(1, $3::int) i where t.tenant_id = $1 and ${where}`,
      [tenant.id, rows[0]?.id, copies],
    );
  }
};

/** Those that a statement may write. */
const columnsOf = async (client: pg.Client, table: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(column_name) as name from information_schema.columns where table_schema = 'laksa' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position",
    [table],
  );
  return rows.map(({ name }) => name);
};
