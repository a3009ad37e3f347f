import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { readLogins, type DemoLogin } from '../src/commands/demo/demo-logins.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { tellAtOnce } from './tell-at-once.ts';

const thisTree = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** A service of one's own: the built program, its own data folder and port. */
export type Service = {
  readonly origin: string;
  readonly dataDir: string;
  /** The process that watches the others; another one after `start`. */
  readonly pid: () => number;
  readonly isUp: () => boolean;
  /** What it said so far. */
  readonly said: () => string;
  readonly logins: () => Promise<readonly DemoLogin[]>;
  /** Names of the letters in the outbox of the demonstration city, in their order. */
  readonly letters: () => Promise<readonly string[]>;
  readonly readLetter: (name: string) => Promise<string>;
  /** Runs a command of administration beside it; gives what it printed. */
  readonly laksa: (...words: readonly string[]) => Promise<string>;
  /** Again, after it ended or was killed. */
  readonly start: () => Promise<void>;
  /** Ends in good order; the data stays. */
  readonly stop: () => Promise<void>;
  /** Ends, and nothing is left of it. */
  readonly remove: () => Promise<void>;
};

export type ServiceOptions = {
  /** Begins the name of its data folder. */
  readonly name?: string;
  /** Any that is free when absent. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The name of this machine that its pages are at, where an address in numbers will not do. */
  readonly publicHost?: string;
  /** The checkout whose program it is; this one, unless it is said. */
  readonly root?: string;
  /** Of another that has ended: it goes on where that one stopped. */
  readonly dataDir?: string;
};

const readyWithinMs = 120_000;

/** The built program, built first where it is stale; not started yet. */
export const makeService = async ({
  name = 'laksa e2e',
  port: wanted,
  env = {},
  publicHost,
  root = thisTree,
  dataDir: known,
}: ServiceOptions = {}): Promise<Service> => {
  await built(root);
  const dataDir = known ?? (await mkdtemp(join(tmpdir(), `${name} `)));
  const port = wanted ?? (await freePort());
  const settings = {
    ...bareEnvironment(),
    LAKSA_DATA: dataDir,
    PORT: String(port),
    LAKSA_WEB_PROCESSES: '1',
    LAKSA_DEMO: 'empty',
    LOG_LEVEL: 'warn',
    ...(publicHost === undefined ? {} : { PUBLIC_URL: `http://${publicHost}:${port}` }),
    ...env,
  };
  return serviceIn({ root, dataDir, origin: `http://127.0.0.1:${port}` }, settings);
};

/** Starts it, and waits until it is ready. */
export const startService = async (options: ServiceOptions = {}): Promise<Service> => {
  const service = await makeService(options);
  try {
    await service.start();
    await tellAtOnce(service.dataDir, options.env?.['DATABASE_OWNER_URL']);
    return service;
  } catch (error) {
    await service.remove();
    throw error;
  }
};

type Place = { readonly root: string; readonly dataDir: string; readonly origin: string };

const serviceIn = ({ root, dataDir, origin }: Place, settings: NodeJS.ProcessEnv): Service => {
  const state: { child: ChildProcess | undefined; said: string } = { child: undefined, said: '' };
  const start = async (): Promise<void> => {
    const child = launch(root, settings);
    state.child = child;
    listen(child, (words) => {
      state.said += words;
    });
    await whenReady(origin, { child, said: () => state.said });
  };
  const stop = async (): Promise<void> => endOf(state.child);
  return {
    origin,
    dataDir,
    pid: () => state.child?.pid ?? 0,
    isUp: () => state.child !== undefined && isRunning(state.child),
    said: () => state.said,
    logins: () => readLogins(dataDir),
    ...outboxIn(join(dataDir, 'outbox', 'demo')),
    laksa: async (...words) => (await node(root, ['dist/main.js', ...words], settings)).stdout,
    start,
    stop,
    remove: async () => {
      await stop();
      await endPostgres(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const outboxIn = (folder: string): Pick<Service, 'letters' | 'readLetter'> => ({
  letters: async () => (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml')).toSorted(),
  readLetter: (file) => readFile(join(folder, file), 'utf8'),
});

const node = (root: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  run(process.execPath, [...args], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });

/** The way `npm run laksa` builds: one process at a time in a checkout. */
const built = (root: string): Promise<unknown> => node(root, ['scripts/laksa.mjs', '--help'], bareEnvironment());

/** Nothing of the settings of whoever runs the tests. */
export const bareEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(LAKSA_|DATABASE_|SMTP_|S3_|npm_|PUBLIC_URL|PORT|HOST|TRUST_PROXY|NODE_OPTIONS|VITEST)/.test(name),
    ),
  );

const launch = (root: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const listen = ({ stdout, stderr }: ChildProcess, hear: (words: string) => void): void => {
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', hear);
};

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

const whenReady = async (
  origin: string,
  { child, said }: { readonly child: ChildProcess; readonly said: () => string },
): Promise<void> => {
  for (const until = performance.now() + readyWithinMs; performance.now() < until; await pause(100)) {
    if (!isRunning(child)) throw new Error(`the service ended with ${child.exitCode ?? child.signalCode}:\n${said()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
  }
  throw new Error(`the service was not ready in ${readyWithinMs / 1000} s:\n${said()}`);
};

const endOf = (child: ChildProcess | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (child === undefined || !isRunning(child)) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** What a killed service left running. */
const endPostgres = async (dataDir: string): Promise<void> => {
  const left = await findEmbeddedPostgres(dataDir);
  if (left !== undefined) process.kill(left.pid, 'SIGQUIT');
};

/** Free at this moment; taken by somebody else before us, the service says so. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
