import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';

import { drawCard } from '../../adapters/pictures/draw-card.ts';
import { buildSite } from '../../app.ts';
import type { Config } from '../../config.ts';
import { createMetrics, measurePool, type Metrics } from '../../platform/http/metrics.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import type { Line } from '../../platform/line/line.ts';
import { openLog } from '../../platform/log/log.ts';
import { secretsFrom } from '../../platform/session/secrets.ts';
import { createSessions } from '../../platform/session/sessions.ts';
import type { Installation } from '../../store/installation.ts';
import type { Assets } from '../../ui/page-frame.ts';
import { databaseUrls } from '../database-urls.ts';
import { lastBackups } from '../last-backups.ts';
import { assetsDir, publicDir } from '../places.ts';
import { signInConnections, webConnections } from './connections.ts';
import { healthOf } from './health-seen.ts';
import { openInstallation } from './installation.ts';
import { startKeyRefresh } from './refresh-keys.ts';
import type { Running } from './running.ts';
import { slowTo } from './slow-to.ts';
import { scrapeBy, superiorLine } from './superior-line.ts';

/** An answer that takes longer than PostgreSQL may work for any route (platform/http/urgency.ts) does not come: it hangs, or the line is dead. */
const asking = { maxConnections: webConnections, answerWithinMs: 15_000 } as const;

/** One web process: the site, listening. */
export const serveWeb = async (config: Config): Promise<Running> => {
  const log = openLog(config.logLevel, 'web');
  const onError = (error: unknown) => log.error({ err: error }, 'connection lost');
  const urls = databaseUrls(config, config.databaseUrl ?? '');
  const metrics = createMetrics();
  const line = superiorLine(metrics.registry);
  const laksa = await openInstallation({
    appUrl: urls.app,
    dataDir: config.dataDir,
    name: 'laksa web',
    ...asking,
    onError,
    onSlow: slowTo(log),
  });
  measurePool(metrics.registry, laksa.database.poolUse);
  const sessions = sessionsOf(laksa, urls.auth, onError);
  const refreshing = startKeyRefresh(laksa.keyring, onError);
  const site = await buildSite({
    ...laksa,
    sessions,
    assets: await builtAssets(),
    folders: folders(),
    log,
    trustProxy: config.trustProxy,
    keepsLetters: !config.sendsMail,
    lastBackups: () => lastBackups(config.dataDir),
    mapTiles: config.mapTiles,
    drawCard,
    ...watched(laksa, config, { metrics, line }),
  });
  await site.listen({ host: config.host, port: config.port });
  return {
    stop: async () => {
      await Promise.all([site.close(), refreshing.stop()]);
      await sessions.destroy();
      await laksa.database.close();
    },
  };
};

const sessionsOf = ({ keyring }: Installation, url: string, onError: (error: Error) => void) =>
  createSessions({
    url,
    secrets: () => secretsFrom(keyring.handedOut('session')),
    maxConnections: signInConnections,
    onError,
  });

/** What this process tells of itself, and what it is told of the others. */
const watched = (
  laksa: Installation,
  config: Config,
  { metrics, line }: { readonly metrics: Metrics; readonly line: Line | null },
) => ({
  checks: readinessOf(laksa),
  metrics,
  ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
  onTrouble: (trouble: object) => line?.tell('trouble', trouble),
  lookAtHealth: healthOf(laksa, config, line),
  ...(line === null ? {} : { scrape: () => scrapeBy(line, metrics.registry) }),
});

const folders = () => [
  { prefix: '/assets/', root: assetsDir, isHashed: true },
  ...(existsSync(publicDir) ? [{ prefix: '/public/', root: publicDir, isHashed: false }] : []),
];

const builtAssets = async (): Promise<Assets> => {
  const manifest: Readonly<Record<string, string>> = JSON.parse(
    await readFile(join(assetsDir, 'manifest.json'), 'utf8'),
  );
  const { 'site.css': css, ...scripts } = Object.fromEntries(
    Object.entries(manifest).map(([name, file]) => [name, `/assets/${file}`]),
  );
  if (css === undefined) throw new Error('the build made no site.css');
  return { css, scripts };
};

const readinessOf = ({ database }: Installation) => ({
  database: () => database.outsideTenants(async (tx) => void (await sql`select 1`.execute(tx))),
  migrations: () =>
    database.outsideTenants(async (tx) => void (await sql`select name from ops.migration limit 1`.execute(tx))),
  workers: () =>
    database.outsideTenants(async (tx) => {
      if ((await jobs.countRunners(tx)) === 0) throw new Error('no worker is alive');
    }),
});
