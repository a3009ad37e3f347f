import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readRecord } from '../src/commands/backup/record.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { missingOf, startLoad, tooLateOf } from './load.ts';
import { crewOf } from './processes.ts';
import { startService, type Service } from './service.ts';

let away: string;
let identity: string;
let service: Service;

beforeAll(async () => {
  away = await mkdtemp(join(tmpdir(), 'laksa backup of '));
  const secret = await generateX25519Identity();
  identity = join(away, 'identity.txt');
  await writeFile(identity, `# of a test\n${secret}\n`);
  service = await startService({
    name: 'laksa restore',
    env: { LAKSA_BACKUP_TO: join(away, 'backup'), LAKSA_BACKUP_RECIPIENT: await identityToRecipient(secret) },
  });
}, 180_000);
afterAll(async () => {
  await service?.remove();
  await rm(away, { recursive: true, force: true });
}, 60_000);

describe('everything killed and the data folder gone', () => {
  it('a moment in the middle of the load comes back: all that was acknowledged before it, nothing after it, every file whole', async () => {
    const load = await startLoad(service.origin);
    await load.more(10);
    expect(await service.laksa('backup')).toMatch(/whole, [\d.]+ MB of database/);
    await load.more(10);
    // A moment to which nothing clings.
    await pause(300);
    const moment = new Date();
    await load.more(10);
    await untilSent(service, moment);
    const { supervisor, web, worker, postmaster } = await crewOf(service);
    for (const pid of [...supervisor, ...web, ...worker, ...postmaster]) process.kill(pid, 'SIGKILL');
    await load.stop();
    await cp(join(service.dataDir, 'keys'), join(away, 'keys'), { recursive: true });
    await pause(2_000);
    await rm(service.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });

    await mkdir(service.dataDir, { mode: 0o700 });
    await cp(join(away, 'keys'), join(service.dataDir, 'keys'), { recursive: true });
    const said = await service.laksa(
      'restore',
      '--from',
      join(away, 'backup'),
      '--to',
      moment.toISOString(),
      '--identity',
      identity,
    );
    console.log(said);
    expect(said).toMatch(/files of \d+ pictures: all whole/);
    expect(said).toMatch(/events in \d+ reports: all whole/);

    await service.start();
    expect(missingOf(load.acknowledged, moment, await numbersIn(service))).toEqual([]);
    expect(tooLateOf(load.acknowledged, moment, await numbersIn(service))).toEqual([]);
  }, 240_000);
});

const numbersIn = async (service: Service): Promise<ReadonlySet<string>> => {
  const rows = await ask<{ number: string }>(service, 'select number from laksa.report');
  return new Set(rows.map(({ number }) => number));
};

/** The server puts its log aside now, not in a minute, and the archiver sends it on. */
const untilSent = async (service: Service, moment: Date): Promise<void> => {
  const [switched] = await ask<{ segment: string }>(service, 'select pg_walfile_name(pg_switch_wal()) as segment');
  for (;;) {
    const record = await readRecord(service.dataDir, 'log');
    if (record !== null && record.segment >= (switched?.segment ?? '') && new Date(record.at) > moment) return;
    await pause(200);
  }
};

const ask = async <Row extends pg.QueryResultRow>({ dataDir }: Service, text: string): Promise<readonly Row[]> => {
  const found = await findEmbeddedPostgres(dataDir);
  const client = new pg.Client({ connectionString: found?.url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};
