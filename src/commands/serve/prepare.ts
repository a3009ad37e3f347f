import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

import type { Config } from '../../config.ts';
import { startEmbeddedPostgres } from '../../platform/postgres/embedded-postgres.ts';
import { secretsFrom } from '../../platform/session/secrets.ts';
import { createSessions } from '../../platform/session/sessions.ts';
import { moveFirstTenant } from '../../store/tenant-address.ts';
import { beginBackups } from '../backup/begin-backups.ts';
import { databaseUrls, type DatabaseUrls } from '../database-urls.ts';
import { loginsFile } from '../demo/demo-logins.ts';
import { forkDemo } from '../demo/demo-process.ts';
import { demoSlug } from '../demo/demo-slug.ts';
import { makeDemo } from '../demo/make-demo.ts';
import { migrateDatabase } from '../migrate.ts';
import { childEnvironment, type ChildEnvironment, type ChildKind } from './child-environment.ts';
import { openInstallation } from './installation.ts';

export type Prepared = {
  /** What a child process is told besides the settings it inherits: as it is now. */
  readonly env: (kind: ChildKind) => ChildEnvironment;
  /** Of the application, as it is now. */
  readonly appUrl: () => string;
  /** Called when the embedded database came back at another port: what was told before is void. */
  readonly onMoved: (listener: () => void) => void;
  readonly greeting: readonly string[];
  readonly close: () => Promise<void>;
};

/** Everything that must be there before the first request: data folder, database, schema, and the demonstration city where it is wanted. */
export const prepare = async (config: Config, log: (line: string) => void): Promise<Prepared> => {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  if (config.backup !== undefined) await beginBackups(config.dataDir);
  let moved = (): void => undefined;
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({
          dataDir: config.dataDir,
          log,
          onRestart: () => embedded?.url !== base && moved(),
        })
      : null;
  const base = embedded?.url ?? config.databaseUrl ?? '';
  const urls = databaseUrls(config, base);
  try {
    if (urls.owner !== undefined)
      await bringUpToDate(config, { ...urls, owner: urls.owner }, { base, log, isEmbedded: embedded !== null });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  return {
    env: (kind) => childEnvironment(kind, databaseUrls(config, embedded?.url ?? base), config),
    appUrl: () => databaseUrls(config, embedded?.url ?? base).app,
    onMoved: (listener) => {
      moved = listener;
    },
    greeting: [...greetingOf(config, embedded !== null), ...(await nextSteps(urls.app))],
    close: async () => embedded?.stop(),
  };
};

type Ground = { readonly base: string; readonly log: (line: string) => void; readonly isEmbedded: boolean };

const bringUpToDate = async (
  config: Config,
  urls: DatabaseUrls & { readonly owner: string },
  { base, log, isEmbedded }: Ground,
): Promise<void> => {
  await migrateDatabase(urls.owner, base, log);
  await moveFirst(urls.owner, config);
  const onError = (error: Error) => log(error.message);
  // Also without a demonstration: a key that is not this database's stops the start, in one line, and not each process again and again.
  const installation = await openInstallation({
    appUrl: urls.app,
    dataDir: config.dataDir,
    maxConnections: 2,
    name: 'laksa start',
    onError,
  });
  if (!wantsDemo(config, isEmbedded)) return installation.database.close();
  const sessions = createSessions({
    url: urls.auth,
    secrets: () => secretsFrom(installation.keyring.handedOut('session')),
    maxConnections: 1,
    onError,
  });
  try {
    const tenants = await installation.tenants.all();
    if (config.demo !== undefined || tenants.length === 0 || tenants.some((tenant) => tenant.slug === demoSlug)) {
      await makeDemo({
        ownerUrl: urls.owner,
        origin: config.publicUrl,
        dataDir: config.dataDir,
        installation,
        sessions,
        fileReports: config.demo === 'without-reports' ? null : () => forkDemo(childEnvironment('demo', urls, config)),
        log,
      });
    }
  } finally {
    await sessions.destroy();
    await installation.database.close();
  }
};

/**
 * `PUBLIC_URL` is the address of the first tenant, whatever it was at the last start. Where nobody set it only the demonstration city follows host and
 * port: a real city keeps the address it was made with.
 */
const moveFirst = async (ownerUrl: string, { publicUrl, isPublicUrlSet }: Config): Promise<void> => {
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    await moveFirstTenant(admin, publicUrl, { onlyDemo: !isPublicUrlSet });
  } finally {
    await admin.end();
  }
};

const wantsDemo = ({ demo }: Config, isEmbedded: boolean): boolean =>
  demo === undefined ? isEmbedded : demo !== 'none';

/** Without any region every page says that its address is nobody's. */
const nextSteps = async (appUrl: string): Promise<readonly string[]> =>
  (await hasTenants(appUrl))
    ? []
    : [
        'There is no region yet. Make one: laksa tenant create --slug S --region 36.71 --origin https://...',
        '  (in a checkout npm run laksa -- tenant create; the code is that of the ministry, such as 36.71 for Kota Tangerang)',
      ];

const hasTenants = async (appUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  const { rowCount } = await client.query('select from laksa.tenant limit 1').finally(() => client.end());
  return rowCount !== 0;
};

const greetingOf = (config: Config, isEmbedded: boolean): readonly string[] => [
  `Laksa is up:            ${config.publicUrl}`,
  `  report a problem      ${config.publicUrl}/lapor`,
  `  follow a report       ${config.publicUrl}/lacak`,
  `  staff                 ${config.publicUrl}/petugas`,
  ...(wantsDemo(config, isEmbedded) ? [`  demo sign-ins         ${loginsFile(config.dataDir)}`] : []),
  `  data                  ${config.dataDir}`,
  ...(config.smtpUrl === undefined
    ? [`  messages              ${join(config.dataDir, 'outbox')} (no SMTP_URL: nothing is sent)`]
    : []),
];
