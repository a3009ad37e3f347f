import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { ConfigError, type Config } from '../config.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from '../store/installation.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { openHttp, type HttpClient } from './replay/http-client.ts';
import { openJournal } from './replay/journal.ts';
import { lessonsOf } from './replay/lessons.ts';
import { progressLine } from './replay/progress-line.ts';
import { reconcile } from './replay/reconcile.ts';
import { replayRows } from './replay/replay.ts';
import { isWhole, printReport, spreadOf, type ReplayReport } from './replay/report.ts';
import { readRows, type Row } from './replay/row.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const replayCommands: readonly Command[] = [
  {
    name: 'replay',
    usage: 'replay FILE [--limit N] [--tenant T] [--rate N] [--at-once N] [--origin URL] [--json FILE]',
    summary:
      'files the complaints of a table at the running service, carries each to its end, compares what was acknowledged with what is stored',
    run: runReplay,
  },
];

async function runReplay(config: Config, args: readonly string[]): Promise<void> {
  const { file, limit, tenantSlug, pace, origin, json } = wanted(args);
  const rows = await readRows(file, limit);
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, tenantSlug);
    refuseRealCity(tenant);
    const http = openHttp({ origin: origin ?? tenant.origin, connections: pace.atOnce });
    try {
      await demandService(http, origin ?? tenant.origin);
      const journalFile = join(config.dataDir, 'replay', `${tenant.slug}-${basename(file)}.jsonl`);
      const report = await replayAndCompare({ laksa, tenant, http, journalFile, pace }, rows);
      process.stdout.write(`${printReport(report)}\n`);
      if (json !== undefined) await writeJson(json, report);
      process.exitCode = isWhole(report) ? 0 : 1;
    } finally {
      http.close();
    }
  });
}

const wanted = (args: readonly string[]) => {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('--'))
    throw new ConfigError('replay takes a file: a CSV with a header, gzipped or not');
  const given = readOptions(rest, { required: [], optional: ['limit', 'tenant', 'rate', 'at-once', 'origin', 'json'] });
  return {
    file: resolve(file),
    limit: positive('limit', given.limit) ?? Infinity,
    tenantSlug: given.tenant,
    pace: { atOnce: positive('at-once', given['at-once']) ?? 4, perSecond: positive('rate', given.rate) ?? Infinity },
    origin: given.origin,
    json: given.json,
  };
};

const positive = (name: string, value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new ConfigError(`--${name} takes a whole number from 1`);
  return number;
};

/** What is invented has no place among what citizens said. */
const refuseRealCity = ({ slug, isDemo, isRehearsal }: Tenant): void => {
  if (!isDemo && !isRehearsal)
    throw new ConfigError(`${slug} is a real city: a replay belongs into a demonstration or a rehearsal`);
};

const demandService = async (http: HttpClient, origin: string): Promise<void> => {
  const answer = await http.send({ path: '/healthz' }).catch(() => null);
  if (answer?.status !== 200)
    throw new ConfigError(
      `nobody answers at ${origin}: start the service with npm start, or name another with --origin`,
    );
};

type Ground = {
  readonly laksa: Installation;
  readonly tenant: Tenant;
  readonly http: HttpClient;
  readonly journalFile: string;
  readonly pace: { readonly atOnce: number; readonly perSecond: number };
};

const replayAndCompare = async (
  { laksa, tenant, http, journalFile, pace }: Ground,
  rows: readonly Row[],
): Promise<ReplayReport> => {
  const began = laksa.clock.now().getTime();
  const journal = await openJournal(journalFile);
  const onChange = progressLine(laksa.clock, (line) => void process.stderr.write(`${line}\n`));
  const done = await replayRows({ laksa, tenant, http, journal, onChange }, rows, pace).finally(journal.close);
  const acknowledged = rows.flatMap(({ id, text }) => {
    const slip = done.acknowledged.get(id);
    return slip === undefined ? [] : [{ row: id, number: slip.number, text }];
  });
  const toldNumbers = new Set([
    ...journal.entries.flatMap((entry) => (entry.what === 'filed' ? entry.number : [])),
    ...acknowledged.map(({ number }) => number),
  ]);
  const compared = await laksa.database.inTenant(
    tenant.id,
    (tx) => reconcile(tx, tenant.id, acknowledged, toldNumbers),
    { readOnly: true },
  );
  return {
    rows: rows.length,
    sent: done.acknowledged.size + done.refused.length,
    acknowledged: acknowledged.length,
    ...compared,
    refused: done.refused,
    retries: done.retries,
    tookMs: laksa.clock.now().getTime() - began,
    filingMs: spreadOf(done.filingMs),
    lifeMs: spreadOf(done.lifeMs),
    lessons: lessonsOf(rows),
  };
};

const writeJson = async (file: string, report: ReplayReport): Promise<void> => {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(resolve(file), `${JSON.stringify(report, null, 2)}\n`);
};
