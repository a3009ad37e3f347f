import cluster, { type Worker } from 'node:cluster';
import { createServer } from 'node:net';

import { ConfigError, type Config } from '../../config.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import type { ChildKind } from './child-environment.ts';
import { prepare, type Prepared } from './prepare.ts';

/** A child that dies is started again after this long, doubled each time it dies young, up to the longest. */
const shortestPauseMs = 250;
const longestPauseMs = 10_000;
const youngMs = 10_000;

/** A process of a few hundred requests a second needs little; Node, seeing a machine with much memory, is in no hurry to collect. MiB. */
const memoryLimits = ['--max-old-space-size=192', '--max-semi-space-size=8'];

/** How long children may take to finish what they answer before they are ended; the contract gives the whole stop ten seconds. */
const drainMs = 7_000;

/**
 * Brings the whole installation up in one command: database, migrations, demonstration city, then web and worker processes, which it watches and
 * restarts. Resolves when it was told to stop and everything has.
 */
export const supervise = async (config: Config, log: (line: string) => void): Promise<void> => {
  const stopping = stopRequest();
  if (config.roles.includes('web')) await refuseTakenPort(config);
  if (config.databaseReadUrl !== undefined)
    log('DATABASE_READ_URL is set, but not used yet: everything is read at DATABASE_URL');
  const prepared = await prepareUntil(stopping, config, log);
  if (prepared === null) return;
  cluster.setupPrimary({ args: [], execArgv: [...process.execArgv, ...memoryLimits] });
  const crew = hire(config, prepared.env, log);
  prepared.onMoved(crew.replace);
  await crew.listening;
  for (const line of prepared.greeting) log(line);
  await stopping;
  log('stopping');
  await crew.dismiss();
  await prepared.close();
};

/** Null: it was stopped in the middle, and goes on from there at the next start. */
const prepareUntil = async (
  stopping: Promise<void>,
  ...[config, log]: Parameters<typeof prepare>
): Promise<Prepared | null> => {
  let isStopped = false;
  void stopping.then(() => (isStopped = true));
  try {
    return await prepare(config, log);
  } catch (error) {
    if (!isStopped) throw error;
    log('stopping');
    return null;
  }
};

const stopRequest = (): Promise<void> =>
  new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });

const refuseTakenPort = ({ host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new ConfigError(`PORT=${port} on ${host} is taken by another program: stop it, or set another PORT`)),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });

const hire = (config: Config, env: Prepared['env'], log: (line: string) => void) => {
  const wanted: readonly ChildKind[] = config.roles.flatMap((role) =>
    role === 'web' ? Array.from({ length: config.webProcesses }, () => role) : [role],
  );
  const alive = new Set<Worker>();
  const pauses = new Set<NodeJS.Timeout>();
  let dismissed = false;
  const up = Promise.withResolvers<void>();

  const start = (kind: ChildKind, pauseMs: number): void => {
    const startedAt = systemClock.now().getTime();
    const worker = cluster.fork(env(kind));
    alive.add(worker);
    // Up is who answers citizens, where anybody does.
    worker.once('message', () => (kind === 'web' || !wanted.includes('web')) && up.resolve());
    worker.once('exit', (code, signal) => {
      alive.delete(worker);
      if (dismissed) return;
      const next =
        systemClock.now().getTime() - startedAt < youngMs ? Math.min(pauseMs * 2, longestPauseMs) : shortestPauseMs;
      log(`a ${kind} process ended (${signal ?? code}); starting another in ${next} ms`);
      const pause = setTimeout(() => {
        pauses.delete(pause);
        start(kind, next);
      }, next);
      pauses.add(pause);
    });
  };

  for (const kind of wanted) start(kind, shortestPauseMs);
  return {
    listening: up.promise,
    /** Each ends in good order and another takes its place. */
    replace: (): void => {
      for (const worker of alive) worker.process.kill('SIGTERM');
    },
    dismiss: async (): Promise<void> => {
      dismissed = true;
      for (const pause of pauses) clearTimeout(pause);
      await Promise.all([...alive].map(endWorker));
    },
  };
};

const endWorker = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    const killing = setTimeout(() => worker.process.kill('SIGKILL'), drainMs);
    worker.once('exit', () => {
      clearTimeout(killing);
      resolve();
    });
    worker.process.kill('SIGTERM');
  });
