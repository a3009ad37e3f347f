import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

import { asOrdinaryUser } from '../src/platform/postgres/binaries.ts';
import { freePort } from './service.ts';

const samples = join(import.meta.dirname, '..', 'deploy', 'pgbouncer');
const psql = '/usr/lib/postgresql/15/bin/psql';
const password = 'only for this test';

export type Pooler = { readonly port: number; readonly pid: number; readonly close: () => Promise<void> };

/** PgBouncer as the sample of `deploy/` has it, in front of the database `laksa` of the server at `url`, where its look-up is made first: twice, as after a restore. */
export const startPooler = async (url: string): Promise<Pooler> => {
  const folder = await mkdtemp(join(tmpdir(), 'laksa-pooler-'));
  for (const given of ['an older one', password])
    execFileSync(
      psql,
      ['-v', 'ON_ERROR_STOP=1', '-v', `password=${given}`, '-d', url, '-f', join(samples, 'pgbouncer.sql')],
      { stdio: 'pipe' },
    );
  const port = await freePort();
  const sample = (await readFile(join(samples, 'pgbouncer.ini'), 'utf8'))
    .replace('port=5432', `port=${new URL(url).port}`)
    .replace('listen_port = 6432', `listen_port = ${port}`)
    .replace('/etc/pgbouncer/userlist.txt', join(folder, 'userlist.txt'))
    .replace(/^pidfile = .*$/m, `pidfile = ${join(folder, 'pid')}`);
  await writeFile(join(folder, 'pgbouncer.ini'), sample);
  await writeFile(join(folder, 'userlist.txt'), `"pgbouncer" "${password}"\n`);
  const { file, args } = asOrdinaryUser('pgbouncer', ['-q', join(folder, 'pgbouncer.ini')]);
  const child = spawn(file, args, { stdio: 'ignore' });
  await untilListening(port);
  return {
    port,
    pid: child.pid ?? 0,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** It refuses whom it does not know, and so it is there. */
const untilListening = async (port: number): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    const client = new pg.Client({ connectionString: `postgres://nobody:wrong@127.0.0.1:${port}/laksa` });
    const refusal = await client.connect().catch((error: unknown) => error);
    if (!(refusal instanceof Error && 'code' in refusal && refusal.code === 'ECONNREFUSED')) return;
    await pause(100);
  }
  throw new Error('the pooler does not listen');
};
