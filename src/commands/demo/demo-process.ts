import cluster from 'node:cluster';
import { once } from 'node:events';

import { createPictureWorker } from '../../adapters/pictures/work-in-child.ts';
import type { Config } from '../../config.ts';
import { photoChild } from '../places.ts';
import type { ChildEnvironment } from '../serve/child-environment.ts';
import { openInstallation } from '../serve/installation.ts';
import { demoReports } from './demo-reports.ts';
import { demoSlug } from './demo-slug.ts';
import { liveDemo } from './live-demo.ts';

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

/**
 * Makes the reports of the demonstration in a process that ends with them: drawing their pictures takes some 200 MB, and whoever watches the others for
 * months gives nothing back of what it once took.
 */
export const forkDemo = async (env: ChildEnvironment): Promise<void> => {
  const child = cluster.fork(env);
  const stop = (): boolean => child.process.kill();
  for (const signal of stopSignals) process.once(signal, stop);
  const [code, signal] = await once(child, 'exit').finally(() => stopSignals.map((name) => process.off(name, stop)));
  if (code !== 0) throw new Error(`the demonstration reports were not made: ${signal ?? `code ${code}`}`);
};

const toldEach = 10;

/** The life of that process. It ends when the one that wanted it does; the next start goes on from there. */
export const runDemo = async (config: Config, log: (line: string) => void): Promise<void> => {
  process.on('disconnect', () => process.exit(1));
  const installation = await openInstallation({
    appUrl: config.databaseUrl ?? '',
    dataDir: config.dataDir,
    maxConnections: 2,
    name: 'laksa demo',
    onError: (error) => log(error.message),
  });
  const tenant = (await installation.tenants.all()).find(({ slug }) => slug === demoSlug);
  if (tenant === undefined) throw new Error('there is no demonstration city to file reports in');
  log(`making ${demoReports.length} demonstration reports`);
  await liveDemo({ ...installation, workOnPicture: createPictureWorker(photoChild) }, tenant, (filed) => {
    if (filed % toldEach === 0) log(`  ${filed} of ${demoReports.length}`);
  });
  await installation.database.close();
};
