import { randomUUID } from 'node:crypto';

import { fileReport } from '../src/commands/replay/citizen.ts';
import { categoryOfRow } from '../src/commands/replay/category-of-row.ts';
import { hireCrew, type Crew } from '../src/commands/replay/crew.ts';
import { openHttp, type HttpClient } from '../src/commands/replay/http-client.ts';
import { liveOn, officerFor } from '../src/commands/replay/life.ts';
import { multipartOf } from '../src/commands/replay/multipart.ts';
import type { City } from '../src/store/city.ts';
import { bareLife, openBarePool } from './bare-life.ts';
import type { Bench } from './bench.ts';
import { cityOf, startInstallation, type BenchInstallation } from './installation.ts';
import { inventedReport } from './invented-report.ts';
import { handsFor, interleave } from './measure.ts';
import { memoryOf } from './memory.ts';
import { buildOwnSite } from './own-site.ts';
import { prefill } from './prefill.ts';
import { recordStatements, type Recorder, type Statement } from './statements.ts';

/** As many citizens at once as a web process has connections. */
const hands = 10;

/** A report from filing to confirming over HTTP, and beside it the same statements by a bare loop on as many connections. */
export const lifecycleBench: Bench = async ({ rows, seconds, rounds, ground, say }) => {
  const recorder = recordStatements();
  const installation = await startInstallation(say, ground);
  try {
    const [tenant] = installation.cities;
    const city = await cityOf(installation, tenant);
    const work = { city, crew: await hireCrew(installation.laksa, tenant, city) };
    await prefill(installation, { rows }, say);
    const recording = await recordLife(installation, work, recorder.during);
    const speed = await race(installation, work, recording, { seconds, rounds, say });
    return { metrics: { ...metricsOf(speed, recording), ...(await memoryOf(installation)) }, notes };
  } finally {
    await installation.remove();
  }
};

const notes = [
  'bare_*: the statements of one filing (one life), recorded once and asked again with fresh ids by a loop that does nothing else.',
];

type Speed = Readonly<Record<'intake' | 'bare' | 'lives' | 'bareLives', number>>;

const metricsOf = ({ intake, bare, lives, bareLives }: Speed, { filing, life }: Recording) => ({
  intake_per_s: intake,
  bare_per_s: bare,
  intake_ratio: intake / bare,
  lifecycles_per_s: lives,
  bare_lifecycles_per_s: bareLives,
  lifecycle_ratio: lives / bareLives,
  statements_per_filing: filing.length,
  statements_per_lifecycle: life.length,
});

type Rounds = Parameters<typeof interleave>[1];

const race = async (
  { service, appUrl }: BenchInstallation,
  work: Work,
  { filing, life, from }: Recording,
  rounds: Rounds,
): Promise<Speed> => {
  const http = openHttp({ origin: service.origin, connections: hands });
  const bare = openBarePool(appUrl, hands);
  const [bareFiling, bareWhole] = [bareLife(filing, from), bareLife(life, from)];
  try {
    return await interleave(
      {
        intake: (seconds) => handsFor(seconds, hands, () => file(http)),
        bare: (seconds) => handsFor(seconds, hands, () => bare.once(bareFiling)),
        lives: (seconds) => handsFor(seconds, hands, () => live(http, work)),
        bareLives: (seconds) => handsFor(seconds, hands, () => bare.once(bareWhole)),
      },
      rounds,
    );
  } finally {
    http.close();
    await bare.close();
  }
};

type Work = { readonly city: City; readonly crew: Crew };

/** Only the post: number and code are read off another page. */
const file = async (http: HttpClient): Promise<void> => {
  const { status } = await http.send({ method: 'POST', path: '/lapor', ...multipartOf(inventedReport(randomUUID())) });
  if (status !== 303) throw new Error(`/lapor answered ${status}`);
};

const live = async (http: HttpClient, { city, crew }: Work): Promise<void> => {
  const slip = await fileReport(http, inventedReport(randomUUID()));
  const category = categoryOfRow(city, 'pju');
  const end = await liveOn({
    http,
    crew,
    slip,
    category,
    officer: officerFor(city, category, undefined),
    title: 'Lampu jalan padam',
    rating: 5,
  });
  if (end !== 'closed') throw new Error(`a life ended as ${end}`);
};

type Recording = { readonly filing: readonly Statement[]; readonly life: readonly Statement[]; readonly from: Date };

/** One life in this process, through the same routes; a first one fills what is kept for a moment. */
const recordLife = async (
  { laksa, authUrl }: BenchInstallation,
  work: Work,
  during: Recorder['during'],
): Promise<Recording> => {
  const from = laksa.clock.now();
  const { site, close } = await buildOwnSite(laksa, authUrl);
  const origin = await site.listen({ host: '127.0.0.1', port: 0 });
  const http = openHttp({ origin, connections: 1 });
  try {
    await live(http, work);
    return { filing: await during(() => file(http)), life: await during(() => live(http, work)), from };
  } finally {
    http.close();
    await close();
  }
};
