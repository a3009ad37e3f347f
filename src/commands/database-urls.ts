import type { Config } from '../config.ts';
import { roleUrl } from '../platform/db/role-url.ts';

/** The connection of each role, from the settings or derived from the one that is set. */
export type DatabaseUrls = {
  readonly app: string;
  readonly jobs: string;
  readonly auth: string;
  /** Session connections, for `listen` and advisory locks. */
  readonly direct: string;
  /** May make roles and migrate; undefined while serving from an application's account alone. */
  readonly owner: string | undefined;
};

export const databaseUrls = (config: Config, base: string): DatabaseUrls => ({
  app: roleUrl(base, 'laksa_app'),
  jobs: roleUrl(config.databaseJobsUrl ?? config.databaseDirectUrl ?? base, 'laksa_jobs'),
  auth: roleUrl(config.databaseAuthUrl ?? base, 'laksa_auth'),
  direct: roleUrl(config.databaseDirectUrl ?? base, 'laksa_app'),
  owner: config.databaseOwnerUrl ?? (new URL(base).username === 'laksa_app' ? undefined : base),
});
