import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';

import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { roleUrl } from '../src/platform/db/role-url.ts';
import { temporaryPostgres, type TemporaryPostgres } from '../src/platform/postgres/testing/temporary-postgres.ts';
import { crewOf } from './processes.ts';
import { startService, type Service } from './service.ts';

const secretsOfWeb = ['DATABASE_URL laksa_app', 'DATABASE_AUTH_URL laksa_auth'];
const secretsOfWorker = ['DATABASE_URL laksa_app', 'DATABASE_DIRECT_URL laksa_app', 'DATABASE_JOBS_URL laksa_jobs'];

let service: Service | undefined;
let postgres: TemporaryPostgres | undefined;
let squatter: Server | undefined;

afterEach(async () => {
  await service?.remove();
  await postgres?.remove();
  squatter?.close();
  service = postgres = squatter = undefined;
}, 60_000);

const environmentOf = async (pid: number): Promise<readonly string[]> =>
  (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0');

/** Every address of a database that a process was given, by the names of variable and account. */
const addressesOf = (environment: readonly string[]): readonly string[] =>
  environment.flatMap((variable) => {
    const [name, value = ''] = variable.split(/=(.*)/s);
    return URL.canParse(value) && new URL(value).protocol.startsWith('postgres')
      ? `${name} ${new URL(value).username}`
      : [];
  });

const demandOwnAddresses = async (of: Service, secret: string): Promise<void> => {
  const { web, worker } = await crewOf(of);
  expect([web.length, worker.length]).toEqual([1, 1]);
  for (const [pid, wanted] of [
    [web[0] ?? 0, secretsOfWeb],
    [worker[0] ?? 0, secretsOfWorker],
  ] as const) {
    const environment = await environmentOf(pid);
    expect(addressesOf(environment).toSorted()).toEqual(wanted.toSorted());
    expect(environment.filter((variable) => variable.includes(secret))).toEqual([]);
  }
};

describe('each process is given the addresses of its own roles', () => {
  it('beside the embedded database, and again when that had to move to another port', async () => {
    service = await startService();
    const before = await findEmbeddedPostgres(service.dataDir);
    if (before === undefined) throw new Error('PostgreSQL is not up');
    const superuser = new URL(before.url);
    await demandOwnAddresses(service, superuser.password);

    process.kill(before.pid, 'SIGKILL');
    squatter = await takeSoon(Number(superuser.port));
    await readyAgain(service, before.pid);
    expect(new URL((await findEmbeddedPostgres(service.dataDir))?.url ?? '').port).not.toBe(superuser.port);
    await demandOwnAddresses(service, superuser.password);
    expect(await service.laksa('doctor')).toMatch(/^ok +worker +\d+ alive$/m);
  }, 180_000);

  it('from the settings of an operator, whatever account they name', async () => {
    postgres = await temporaryPostgres('embedded');
    const superuser = new URL(postgres.url);
    superuser.password = 'test';
    service = await startService({
      env: {
        DATABASE_URL: superuser.toString(),
        DATABASE_OWNER_URL: superuser.toString(),
        DATABASE_DIRECT_URL: superuser.toString(),
        DATABASE_JOBS_URL: roleUrl(superuser.toString(), 'laksa_jobs'),
        DATABASE_READ_URL: roleUrl(superuser.toString(), 'laksa_oversight'),
        METRICS_TOKEN: 'a-token-of-the-tests',
      },
    });
    expect(service.said()).toContain('DATABASE_READ_URL is set, but not used yet');
    await demandOwnAddresses(service, ':test@');
    const { web, worker } = await crewOf(service);
    const has = async (pid: number) =>
      (await environmentOf(pid)).some((variable) => variable.startsWith('METRICS_TOKEN='));
    expect([await has(web[0] ?? 0), await has(worker[0] ?? 0)]).toEqual([true, false]);
    expect(await service.laksa('doctor').catch((error: { stdout: string }) => error.stdout)).toMatch(
      /^warning replica +DATABASE_READ_URL is set/m,
    );
  }, 120_000);
});

/** Holds a port as soon as its owner has let go of it. */
const takeSoon = async (port: number): Promise<Server> => {
  for (;;) {
    const server = await listenAt(port).catch(() => null);
    if (server !== null) return server;
    await pause(20);
  }
};

const listenAt = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

/** Ready on another server than the one that is gone, the processes that knew the old address replaced. */
const readyAgain = async (of: Service, gonePid: number): Promise<void> => {
  for (const until = performance.now() + 90_000; performance.now() < until; await pause(200)) {
    const found = await findEmbeddedPostgres(of.dataDir).catch(() => undefined);
    if (found === undefined || found.pid === gonePid) continue;
    const answer = await fetch(`${of.origin}/readyz`).catch(() => null);
    const { web, worker } = await crewOf(of);
    if (answer?.ok === true && web.length === 1 && worker.length === 1) return;
  }
  throw new Error(`never ready again:\n${of.said()}`);
};
