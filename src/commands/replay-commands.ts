import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ConfigError, type Config } from '../config.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from '../store/installation.ts';
import type { Command } from './command.ts';
import { beginOrGoOn } from './replay/begin.ts';
import { openFileTime } from './replay/file-time.ts';
import { openHttp, type HttpClient } from './replay/http-client.ts';
import { openJournal } from './replay/journal.ts';
import { progressLine } from './replay/progress-line.ts';
import { rehearsalFor } from './replay/rehearsal.ts';
import { replayRows } from './replay/replay.ts';
import { isWhole, printReport, type ReplayReport } from './replay/report.ts';
import { reportOf } from './replay/report-of.ts';
import { readRows, type Row } from './replay/row.ts';
import { readReplayOptions, type ReplayOptions } from './replay-options.ts';
import { withInstallation } from './with-installation.ts';

export const replayCommands: readonly Command[] = [
  {
    name: 'replay',
    usage: 'replay FILE [--limit N] [--rate N] [--tenant T] [--routing rules|recorded] [--origin URL] [--json [FILE]]',
    summary:
      'lets a table of complaints happen again at the running service, in a rehearsal at the time of the table, and compares what was acknowledged with what is stored',
    run: runReplay,
  },
];

async function runReplay(config: Config, args: readonly string[]): Promise<void> {
  const options = readReplayOptions(args);
  const rows = await readRows(options.file, options.limit);
  const reached = options.origin ?? (config.isPublicUrlSet ? `http://127.0.0.1:${config.port}` : config.publicUrl);
  await demandService(reached);
  await withInstallation(config, async ({ laksa, owner }) => {
    const port = Number(new URL(reached).port || 80);
    const tenant = await rehearsalFor(laksa, { slug: options.tenantSlug, ownerUrl: owner, port }, rows);
    const http = openHttp({ origin: reached, host: new URL(tenant.origin).host, connections: 1 });
    try {
      await untilKnown(http, tenant);
      const journalFile = join(config.dataDir, 'replay', `${tenant.slug}.jsonl`);
      const report = await replayAndReport({ laksa, owner, tenant, http, journalFile, options }, rows);
      await tellReport(report, options.json);
      process.exitCode = isWhole(report) ? 0 : 1;
    } finally {
      http.close();
    }
  });
}

const demandService = async (origin: string): Promise<void> => {
  const http = openHttp({ origin, connections: 1 });
  const answer = await http.send({ path: '/healthz' }).catch(() => null);
  http.close();
  if (answer?.status !== 200)
    throw new ConfigError(
      `nobody answers at ${origin}: start the service with npm start, or name another with --origin`,
    );
};

/** A process may not know for so long of a city that was made just now, nor that its clock is stepped. */
const knownWithinMs = 2_500;

const untilKnown = async (http: HttpClient, { origin }: Tenant): Promise<void> => {
  await pause(knownWithinMs);
  const answer = await http.send({ path: '/lapor' });
  if (answer.status !== 200) throw new ConfigError(`the service answers ${answer.status} for ${origin}`);
};

type Ground = {
  readonly laksa: Installation;
  readonly owner: string;
  readonly tenant: Tenant;
  readonly http: HttpClient;
  readonly journalFile: string;
  readonly options: ReplayOptions;
};

const replayAndReport = async (
  { laksa, owner, tenant, http, journalFile, options: { routing, file, perSecond } }: Ground,
  rows: readonly Row[],
): Promise<ReplayReport> => {
  const journal = await openJournal(journalFile);
  const time = openFileTime(laksa, tenant, owner);
  try {
    await beginOrGoOn(laksa, tenant, journal, { routing, file, journalFile });
    const before = new Set(journal.entries.flatMap((entry) => (entry.what === 'filed' ? entry.row : [])));
    const began = laksa.clock.now().getTime();
    const onChange = progressLine(laksa.clock, (line) => void process.stderr.write(`${line}\n`));
    const means = { laksa, tenant, http, journal, time, onChange };
    const tally = await replayRows(means, rows, { routing, perSecond });
    const tookMs = laksa.clock.now().getTime() - began;
    process.stderr.write('all has happened: comparing with what is stored\n');
    const filed = [...tally.filed.keys()].filter((row) => !before.has(row)).length;
    return await reportOf(means, rows, { routing, tally, tookMs, filed });
  } finally {
    await time.close();
    await journal.close();
  }
};

const tellReport = async (report: ReplayReport, json: ReplayOptions['json']): Promise<void> => {
  const asJson = `${JSON.stringify(report, null, 2)}\n`;
  (json === 'stdout' ? process.stderr : process.stdout).write(`${printReport(report)}\n`);
  if (json === 'stdout') process.stdout.write(asJson);
  else if (json !== undefined) {
    await mkdir(dirname(json.file), { recursive: true });
    await writeFile(json.file, asJson);
  }
};
