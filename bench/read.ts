import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { z } from 'zod';

import { categoryOfRow } from '../src/commands/replay/category-of-row.ts';
import { fileReport } from '../src/commands/replay/citizen.ts';
import { hireCrew } from '../src/commands/replay/crew.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { liveOn, officerFor } from '../src/commands/replay/life.ts';
import type { Bench } from './bench.ts';
import { cityOf, startInstallation, type BenchInstallation } from './installation.ts';
import { inventedReport } from './invented-report.ts';
import { interleave, type Run } from './measure.ts';
import { postgresMb } from './memory.ts';
import { prefill } from './prefill.ts';
import { pageNames, type PageName } from './read-pages.ts';

const connections = 10;

/** Each public page beside a route that sends the same bytes, one that renders the same view from a fixed object, and one that runs the same SQL. */
export const readBench: Bench = async ({ rows, seconds, rounds, ground, say }) => {
  const installation = await startInstallation(say, ground);
  try {
    await prefill(installation, { rows }, say);
    const number = await publicReport(installation);
    const { origin, end } = await startReadServer(installation, { number, processes: ground.processes });
    try {
      const paths = { report: `/laporan/${number}`, form: '/lapor', track: '/lacak' } satisfies Record<
        PageName,
        string
      >;
      const metrics: Record<string, number> = {};
      for (const page of pageNames) {
        say(`${paths[page]}, and beside it the same bytes, the same view, the same SQL`);
        Object.assign(metrics, await measurePage(origin, page, paths[page], { seconds, rounds, say }));
      }
      return {
        metrics: { ...metrics, postgres_mb: await postgresMb(installation.ownerUrl) },
        notes: [
          '*_ratio: pages a second / (1 / (1 / render + 1 / sql)): what is left of what rendering and asking allow.',
        ],
      };
    } finally {
      end();
    }
  } finally {
    await installation.remove();
  }
};

type Asked = { readonly seconds: number; readonly rounds: number; readonly say: (line: string) => void };

const measurePage = async (
  origin: string,
  page: PageName,
  path: string,
  asked: Asked,
): Promise<Readonly<Record<string, number>>> => {
  const speed = await interleave(
    {
      page: load(origin, path),
      bytes: load(origin, `/bench/bytes/${page}`),
      render: load(origin, `/bench/render/${page}`),
      sql: load(origin, `/bench/sql/${page}`),
    },
    asked,
  );
  const prefix = page === 'report' ? '' : `${page}_`;
  return {
    [`${page}_page_per_s`]: speed.page,
    [`${prefix}bare_page_per_s`]: speed.bytes,
    [`${prefix}render_per_s`]: speed.render,
    [`${prefix}sql_per_s`]: speed.sql,
    [`${page}_page_ratio`]: speed.page / (1 / (1 / speed.render + 1 / speed.sql)),
    [`${page}_page_statements`]: await statementsOf(origin, path),
  };
};

const load =
  (origin: string, path: string): Run =>
  async (seconds) => {
    const result = await autocannon({ url: `${origin}${path}`, connections, duration: seconds });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${path}: ${result.non2xx} answers that are none, ${result.errors} errors`);
    return result['2xx'] / result.duration;
  };

/** Questions put to PostgreSQL for one page, beginning and end of the transaction among them; the mean of twenty visits. */
const statementsOf = async (origin: string, path: string): Promise<number> => {
  const visits = 20;
  const http = openHttp({ origin, connections: 1 });
  const count = async (): Promise<number> =>
    z.object({ statements: z.number() }).parse(JSON.parse((await http.send({ path: '/bench/statements' })).body))
      .statements;
  try {
    await http.send({ path });
    const before = await count();
    for (let visit = 0; visit < visits; visit += 1) await http.send({ path });
    return ((await count()) - before) / visits;
  } finally {
    http.close();
  }
};

/** A report that went the whole way and may be read by everyone. */
const publicReport = async ({ laksa, cities: [tenant], service }: BenchInstallation): Promise<string> => {
  const city = await cityOf({ laksa }, tenant);
  const http = openHttp({ origin: service.origin, connections: 1 });
  const slip = await fileReport(http, inventedReport(randomUUID()));
  const category = categoryOfRow(city, 'pju');
  const description = inventedReport('').description;
  const life = {
    http,
    crew: await hireCrew(laksa, tenant, city),
    slip,
    category,
    officer: officerFor(city, category, undefined),
    title: 'Lampu jalan padam',
    description,
    rating: 5,
  };
  await liveOn(life);
  http.close();
  return slip.number;
};

/** As many processes of it at one address as the service itself has for the web. */
const startReadServer = async (
  { appUrl, authUrl, service }: BenchInstallation,
  { number, processes }: { readonly number: string; readonly processes: number },
): Promise<{ readonly origin: string; readonly end: () => void }> => {
  cluster.setupPrimary({
    exec: join(import.meta.dirname, 'read-server.tsx'),
    execArgv: ['--import', 'tsx'],
    args: [appUrl, authUrl, service.dataDir, number],
  });
  const servers = Array.from({ length: processes }, () => cluster.fork());
  const origins = await Promise.all(
    servers.map((server) =>
      Promise.race([
        once(server, 'message').then(([said]) => String(said)),
        once(server, 'exit').then(([code]) => Promise.reject(new Error(`a server of the bench ended with ${code}`))),
      ]),
    ),
  );
  return { origin: origins[0] ?? '', end: () => servers.forEach((server) => server.kill()) };
};
