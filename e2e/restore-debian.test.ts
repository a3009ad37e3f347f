import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readRecord } from '../src/commands/backup/record.ts';
import { asOrdinaryUser } from '../src/platform/postgres/binaries.ts';
import { hasDebian15 } from '../src/platform/postgres/testing/temporary-postgres.ts';
import { missingOf, startLoad, tooLateOf } from './load.ts';
import { freePort, makeService, type Service } from './service.ts';

const programs = '/usr/lib/postgresql/15/bin';
const script = join(import.meta.dirname, '..', 'deploy', 'postgresql', 'archive-wal.sh');

let away: string;
let cluster: string;
let port: number;
let server: ChildProcess;
let service: Service;

const logFolder = (): string => join(away, 'put aside');
const identity = (): string => join(away, 'identity.txt');
const url = (database: string): string => `postgres://postgres:test@127.0.0.1:${port}/${database}`;

const setUp = async (): Promise<void> => {
  away = await mkdtemp(join(tmpdir(), 'laksa debian '));
  cluster = join(away, 'cluster');
  port = await freePort();
  await mkdir(logFolder());
  const secret = await generateX25519Identity();
  await writeFile(identity(), `${secret}\n`);
  const init = asOrdinaryUser(join(programs, 'initdb'), [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale',
    'C',
  ]);
  await promisify(execFile)(init.file, init.args);
  server = await launch();
  await ask('postgres', 'create database laksa');
  service = await makeService({
    name: 'laksa debian data',
    env: {
      DATABASE_URL: url('laksa'),
      LAKSA_BACKUP_TO: join(away, 'backup'),
      LAKSA_BACKUP_RECIPIENT: await identityToRecipient(secret),
      LAKSA_WAL_FOLDER: logFolder(),
    },
  });
  await service.start();
};

/** As Debian would with the lines that the script asks for. */
const launch = async (): Promise<ChildProcess> => {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    archive_mode: 'on',
    archive_timeout: '60',
    archive_command: `'${script}' '${logFolder()}' "%p" "%f"`,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args } = asOrdinaryUser(join(programs, 'postgres'), ['-D', cluster, '-p', String(port), ...options]);
  const child = spawn(file, args, { stdio: 'ignore' });
  for (;;) {
    const isUp = await ask('postgres', 'select not pg_is_in_recovery() as yes').catch(() => []);
    if (isUp[0]?.['yes'] === true) return child;
    if (child.exitCode !== null) throw new Error('PostgreSQL 15 ended');
    await pause(200);
  }
};

const ask = async (database: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url(database) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};

const untilSent = async (moment: Date): Promise<void> => {
  const [switched] = await ask('laksa', 'select pg_walfile_name(pg_switch_wal()) as segment');
  for (;;) {
    const record = await readRecord(service.dataDir, 'log');
    if (record !== null && record.segment >= String(switched?.['segment']) && new Date(record.at) > moment) return;
    await pause(200);
  }
};

// Needs postgresql-15 (scripts/system-packages.sh).
describe.runIf(hasDebian15)("Debian's PostgreSQL 15, its data folder and the files gone", () => {
  beforeAll(setUp, 180_000);
  afterAll(async () => {
    await service?.remove();
    server?.kill('SIGQUIT');
    await rm(away, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  }, 60_000);

  it('a moment in the middle of the load comes back, with the script that is shipped', async () => {
    const load = await startLoad(service.origin);
    await load.more(6);
    expect(await service.laksa('backup')).toMatch(/whole, [\d.]+ MB of database/);
    await load.more(6);
    const moment = new Date();
    await load.more(6);
    await untilSent(moment);
    process.kill(service.pid(), 'SIGKILL');
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await load.stop();
    await ended;
    await pause(2_000);
    await rm(cluster, { recursive: true, maxRetries: 5, retryDelay: 300 });
    await rm(join(service.dataDir, 'files'), { recursive: true });

    const from = ['--from', join(away, 'backup'), '--identity', identity()];
    await service.laksa('restore', 'database', '--cluster', cluster, ...from, '--to', moment.toISOString());
    server = await launch();
    const said = await service.laksa('restore', 'files', ...from);
    expect(said).toMatch(/files of \d+ pictures: all whole/);
    expect(said).toMatch(/events in \d+ reports: all whole/);
    const numbers = new Set(
      (await ask('laksa', 'select number from laksa.report')).map((row) => String(row['number'])),
    );
    expect(missingOf(load.acknowledged, moment, numbers)).toEqual([]);
    expect(tooLateOf(load.acknowledged, moment, numbers)).toEqual([]);
    expect(numbers.size).toBeGreaterThan(10);
  }, 240_000);
});
