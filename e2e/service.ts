import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { readLogins, type DemoLogin } from '../src/commands/demo/demo-logins.ts';
import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';

const root = join(import.meta.dirname, '..');
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
  readonly env?: Readonly<Record<string, string>>;
};

const readyWithinMs = 120_000;

/** Starts the built program, built first where it is stale, and waits until it is ready. */
export const startService = async ({ name = 'laksa e2e', env = {} }: ServiceOptions = {}): Promise<Service> => {
  await built();
  const dataDir = await mkdtemp(join(tmpdir(), `${name} `));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = { ...bareEnvironment(), LAKSA_DATA: dataDir, PORT: String(port), LAKSA_WEB_PROCESSES: '1', LOG_LEVEL: 'warn', ...env };
  const state = { child: launch(settings), said: '' };
  const begin = async (): Promise<void> => {
    listen(state.child, (words) => {
      state.said += words;
    });
    await whenReady(origin, state);
  };
  const stop = (): Promise<void> => endOf(state.child);
  const outbox = join(dataDir, 'outbox', 'demo');
  const service: Service = {
    origin,
    dataDir,
    pid: () => state.child.pid ?? 0,
    isUp: () => state.child.exitCode === null && state.child.signalCode === null,
    said: () => state.said,
    logins: () => readLogins(dataDir),
    letters: async () => (await readdir(outbox).catch(() => [])).filter((file) => file.endsWith('.eml')).toSorted(),
    readLetter: (file) => readFile(join(outbox, file), 'utf8'),
    laksa: async (...words) => (await run(process.execPath, ['dist/main.js', ...words], { cwd: root, env: settings, maxBuffer: 64 * 1024 * 1024 })).stdout,
    start: async () => {
      state.child = launch(settings);
      await begin();
    },
    stop,
    remove: async () => {
      await stop();
      await endPostgres(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await begin().catch(async (error: unknown) => {
    await service.remove();
    throw error;
  });
  return service;
};

/** The way `npm run laksa` builds: one process at a time in a checkout. */
const built = (): Promise<unknown> => run(process.execPath, ['scripts/laksa.mjs', '--help'], { cwd: root, env: bareEnvironment() });

/** Nothing of the settings of whoever runs the tests. */
const bareEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(LAKSA_|DATABASE_|SMTP_|S3_|npm_|PUBLIC_URL|PORT|HOST|TRUST_PROXY|NODE_OPTIONS|VITEST)/.test(name)));

const launch = (env: NodeJS.ProcessEnv): ChildProcess => spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });

const listen = ({ stdout, stderr }: ChildProcess, hear: (words: string) => void): void => {
  for (const stream of [stdout, stderr]) stream?.setEncoding('utf8').on('data', hear);
};

const whenReady = async (origin: string, state: { readonly child: ChildProcess; readonly said: string }): Promise<void> => {
  for (const until = performance.now() + readyWithinMs; performance.now() < until; await pause(100)) {
    if (state.child.exitCode !== null) throw new Error(`the service ended with ${state.child.exitCode}:\n${state.said}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
  }
  throw new Error(`the service was not ready in ${readyWithinMs / 1000} s:\n${state.said}`);
};

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
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
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
