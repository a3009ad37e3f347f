import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';

import { asOrdinaryUser, findBinaries, type Binaries } from '../binaries.ts';

export type TemporaryPostgres = {
  /** As superuser. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

const debian15 = '/usr/lib/postgresql/15/bin';

export const hasDebian15 = existsSync(debian15);

/** Nothing that a test writes has to last. */
const careless = ['fsync=off', 'full_page_writes=off', 'shared_buffers=16MB'];

/** A PostgreSQL of its own in a temporary folder: the one from npm, or Debian's; without durability unless its settings are given. */
export const temporaryPostgres = async (
  version: 'embedded' | 'debian 15',
  settings: readonly string[] = careless,
): Promise<TemporaryPostgres> => {
  const binaries =
    version === 'embedded'
      ? await findBinaries()
      : { initdb: join(debian15, 'initdb'), postgres: join(debian15, 'postgres') };
  const folder = await mkdtemp(join(tmpdir(), 'laksa-test-'));
  const cluster = join(folder, 'cluster');
  const init = asOrdinaryUser(binaries.initdb, [
    '--pgdata',
    cluster,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--no-sync',
    '--locale',
    'C',
  ]);
  await promisify(execFile)(init.file, init.args);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const place = { binaries, cluster, port, url, settings };
  let server = await launch(place);
  return {
    url,
    stop: () => end(server),
    start: async () => {
      server = await launch(place);
    },
    remove: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

type Place = {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly port: number;
  readonly url: string;
  readonly settings: readonly string[];
};

const launch = async ({ binaries, cluster, port, url, settings }: Place): Promise<ChildProcess> => {
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const given = all.flatMap((setting) => ['-c', setting]);
  const { file, args } = asOrdinaryUser(binaries.postgres, ['-D', cluster, '-p', String(port), ...given]);
  const server = spawn(file, args, { stdio: 'ignore' });
  await untilAnswering(url);
  return server;
};

const untilAnswering = async (url: string, attempts = 100): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    if (attempts === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await untilAnswering(url, attempts - 1);
  }
};

/** SIGINT is PostgreSQL's fast shutdown: it does not wait for who is connected. */
const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  await exited;
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};
