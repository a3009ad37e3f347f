import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);
const bin = '/usr/lib/postgresql/15/bin';
const nobody = { uid: 65534, gid: 65534 };

export const hasDebianPostgres = existsSync(`${bin}/postgres`);

export type Server = { readonly url: string; restart(): Promise<void>; stop(): Promise<void> };

/** The distribution's PostgreSQL 15 in a temporary folder, with a superuser `postgres` and a database `laksa`. */
export async function startDebianPostgres(): Promise<Server> {
  const folder = await mkdtemp('/tmp/laksa-pg15-');
  if (process.getuid?.() === 0) await chown(folder, nobody.uid, nobody.gid);
  const port = await freePort();
  const control = (...args: readonly string[]) => asNobody(`${bin}/pg_ctl`, ['-D', `${folder}/data`, '-w', '-l', `${folder}/log`, ...args]);
  await asNobody(`${bin}/initdb`, ['-D', `${folder}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  await control('start', '-o', `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60`);
  await asNobody(`${bin}/createdb`, ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', 'laksa']);
  return {
    url: `postgres://postgres:anything@127.0.0.1:${port}/laksa`,
    restart: () => control('restart', '-m', 'fast'),
    async stop() {
      await control('stop', '-m', 'immediate');
      await rm(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses root. */
async function asNobody(file: string, args: readonly string[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const drop = [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups', file];
  await run(isRoot ? 'setpriv' : file, isRoot ? [...drop, ...args] : [...args]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
