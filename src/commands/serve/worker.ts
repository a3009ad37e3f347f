import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';

import { createPictureWorker } from '../../adapters/pictures/work-in-child.ts';
import type { Config } from '../../config.ts';
import { isAccess } from '../../domain/access.ts';
import { measurePool } from '../../platform/http/metrics.ts';
import { startRunner } from '../../platform/jobs/runner.ts';
import { openLog } from '../../platform/log/log.ts';
import { startListener, type Listener } from '../../platform/loop/listener.ts';
import { startLoop, type Loop } from '../../platform/loop/loop.ts';
import type { Installation } from '../../store/installation.ts';
import { keepRehearsalLetters } from '../../store/rehearsal-letter.ts';
import { sweeps, tasksOf, type Sweep } from '../../worker.ts';
import { databaseUrls } from '../database-urls.ts';
import { photoChild } from '../places.ts';
import { jobsAtOnce, workerConnections } from './connections.ts';
import { countedPost, failuresTo } from './counted-post.ts';
import { openInstallation } from './installation.ts';
import { postOf } from './post-of.ts';
import { startKeyRefresh } from './refresh-keys.ts';
import type { Running } from './running.ts';
import { slowTo } from './slow-to.ts';
import { superiorLine } from './superior-line.ts';

/** One worker process: jobs, sweeps and the feed. */
export const serveWorker = async (config: Config): Promise<Running> => {
  const log = openLog(config.logLevel, 'worker');
  const onError = (error: unknown) => log.error({ err: error }, 'worker');
  const urls = databaseUrls(config, config.databaseUrl ?? '');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const line = superiorLine(registry);
  const laksa = await openInstallation({
    appUrl: urls.app,
    dataDir: config.dataDir,
    maxConnections: workerConnections,
    name: 'laksa worker',
    onError,
    onSlow: slowTo(log),
  });
  measurePool(registry, laksa.database.poolUse);
  const sendMail = keepRehearsalLetters(laksa, countedPost(postOf(config), { registry, log, line }));
  const runner = await startRunner({
    url: urls.jobs,
    tasks: tasksOf({ ...laksa, sendMail, workOnPicture: createPictureWorker(photoChild) }),
    concurrency: jobsAtOnce,
    log: (words) => log.info(words),
    onError: failuresTo(log, line),
    onDone: ({ name, ...job }) => log.info({ job: name, ...job }, 'job done'),
  });
  const loops = sweeps.map((sweep) => ({ sweep, loop: startSweep(laksa, sweep, log) }));
  const refreshing = startKeyRefresh(laksa.keyring, onError);
  const listeners = listen(loops, urls.direct, onError);
  return {
    stop: async () => {
      await Promise.all([
        ...listeners.map((listener) => listener.close()),
        ...loops.map(({ loop }) => loop.stop()),
        runner.stop(),
        refreshing.stop(),
      ]);
      await laksa.database.close();
    },
  };
};

const startSweep = (laksa: Installation, sweep: Sweep, log: Logger): Loop => {
  if (!isAccess(sweep.access)) throw new Error(`the sweep ${sweep.name} declares no access`);
  return startLoop({
    everyMs: sweep.everyMs,
    ...(sweep.restMs === undefined ? {} : { restMs: sweep.restMs }),
    round: () => roundOf(laksa, sweep, log),
    onError: (error) => log.error({ err: error, sweep: sweep.name }, 'sweep failed'),
  });
};

/** One tenant's trouble is not its neighbours': the others are swept first, then it is told. */
const roundOf = async (laksa: Installation, sweep: Sweep, log: Logger): Promise<boolean> => {
  let isMore = false;
  const failures: unknown[] = [];
  for (const tenant of await laksa.tenants.all()) {
    try {
      isMore = (await sweep.run(laksa, tenant)) || isMore;
    } catch (error) {
      for (const err of error instanceof AggregateError ? error.errors : [error])
        log.warn({ err, sweep: sweep.name, tenant: tenant.slug }, 'not swept');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${sweep.name}: ${failures.length} tenants not swept`);
  return isMore;
};

const listen = (
  loops: readonly { readonly sweep: Sweep; readonly loop: Loop }[],
  url: string,
  onError: (error: unknown) => void,
): readonly Listener[] =>
  loops.flatMap(({ sweep, loop }) =>
    sweep.wokenBy === undefined ? [] : [startListener({ url, channel: sweep.wokenBy, onNotify: loop.wake, onError })],
  );
