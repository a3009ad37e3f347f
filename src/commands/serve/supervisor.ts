import cluster from 'node:cluster';
import { createServer } from 'node:net';
import { collectDefaultMetrics, Registry } from 'prom-client';

import { ConfigError, type Config } from '../../config.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { hire, type Crew } from './crew.ts';
import { postOf } from './post-of.ts';
import { prepare, type Prepared } from './prepare.ts';
import { createServiceMemory } from './watch/service-memory.ts';
import { keepWatching, openWatch } from './watch/watch.ts';
import { wholeScrape } from './whole-scrape.ts';

/** A process of a few hundred requests a second needs little; Node, seeing a machine with much memory, is in no hurry to collect. MiB. */
const memoryLimits = ['--max-old-space-size=192', '--max-semi-space-size=8'];

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
  const { crew, endWatch } = hireAndWatch(config, prepared, log);
  await crew.listening;
  for (const line of prepared.greeting) log(line);
  await stopping;
  log('stopping');
  await Promise.all([crew.dismiss(), endWatch()]);
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

/** The processes, and the watch over them: each may ask how all are doing. */
const hireAndWatch = (
  config: Config,
  prepared: Prepared,
  log: (line: string) => void,
): { readonly crew: Crew; readonly endWatch: () => Promise<void> } => {
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  const memory = createServiceMemory(systemClock);
  const watched = watchOver(config, prepared, memory, log);
  const crew = hire({
    config,
    env: prepared.env,
    log,
    answersTo: (name) => ({
      ...memory.answersTo(name),
      scrape: () => wholeScrape({ installation: watched.now().registry, own, members: crew.members }),
      service: () => watched.now().told(),
    }),
    onDeath: memory.died,
  });
  prepared.onMoved(() => {
    crew.replace();
    watched.move();
  });
  return { crew, endWatch: watched.end };
};

/** The watch, which follows the database to another address. */
const watchOver = (
  config: Config,
  prepared: Prepared,
  memory: ReturnType<typeof createServiceMemory>,
  log: (line: string) => void,
) => {
  const sendMail = postOf(config);
  const open = () => {
    const watch = openWatch({ config, databaseUrl: prepared.appUrl(), memory, sendMail, clock: systemClock, log });
    return { watch, loop: keepWatching(watch, log) };
  };
  let current = open();
  const end = async ({ watch, loop } = current): Promise<void> => {
    await loop.stop();
    await watch.close();
  };
  return {
    now: () => current.watch,
    move: () => {
      const before = current;
      current = open();
      end(before).catch((error: unknown) => log(`watch: ${String(error)}`));
    },
    end: () => end(),
  };
};
