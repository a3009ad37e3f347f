import { ConfigError, type Config } from '../config.ts';
import { isOutage } from '../platform/db/outage.ts';
import { secretsFrom } from '../platform/session/secrets.ts';
import { createSessions, type Sessions } from '../platform/session/sessions.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from '../store/installation.ts';
import { openInstallation } from './serve/installation.ts';
import { withDatabase, type Means } from './with-database.ts';

export type CommandMeans = Means & { readonly laksa: Installation; readonly sessions: Sessions };

/** Runs a command's work with what the slices stand on. */
export const withInstallation = async <T>(config: Config, work: (means: CommandMeans) => Promise<T>): Promise<T> =>
  withDatabase(config, async (means) => {
    const onError = (error: Error) => void process.stderr.write(`${error.message}\n`);
    const laksa = await openInstallation({
      appUrl: means.app,
      dataDir: config.dataDir,
      maxConnections: 4,
      name: 'laksa command',
      onError,
    }).catch((error: unknown) => {
      throw inWords(error);
    });
    const sessions = createSessions({
      url: means.auth,
      secrets: () => secretsFrom(laksa.keyring.handedOut('session')),
      maxConnections: 1,
      onError,
    });
    try {
      return await work({ ...means, laksa, sessions });
    } finally {
      await sessions.destroy();
      await laksa.database.close();
    }
  });

/** A database that is down, or does not take our account, is said in a line; what to do about it is in the manual. */
const inWords = (error: unknown): unknown =>
  isOutage(error) || isRefusal(error)
    ? new ConfigError(
        `the database cannot be worked with (${(error as Error).message}): see docs/operations.md, "When something is wrong"`,
      )
    : error;

/** Classes 28 and 3D of PostgreSQL: the account or its password is refused, or there is no such database. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(28|3D)/.test(String(error.code));

/** The tenant a command is about: named by its slug, or the only one there is. */
export const tenantNamed = async (laksa: Installation, slug: string | undefined): Promise<Tenant> => {
  const tenants = await laksa.tenants.all();
  const known = tenants.map((tenant) => tenant.slug).join(', ') || 'none';
  if (slug === undefined && tenants[0] !== undefined && tenants.length === 1) return tenants[0];
  const tenant = tenants.find((candidate) => candidate.slug === slug);
  if (tenant === undefined)
    throw new ConfigError(
      slug === undefined
        ? `name the tenant with --tenant; there are: ${known}`
        : `there is no tenant ${slug}; there are: ${known}`,
    );
  return tenant;
};
