import { systemClock } from '../platform/clock/clock.ts';
import { migrate } from '../platform/db/migrate.ts';
import { installJobs } from '../platform/jobs/install-jobs.ts';
import { installAuth } from '../platform/session/install-auth.ts';
import { migrationsDir } from './places.ts';

/** Makes the roles, the schema, sign-in and jobs what this version needs. Gives the names of the migrations it applied. */
export const migrateDatabase = (
  ownerUrl: string,
  baseUrl: string,
  log: (line: string) => void,
): Promise<readonly string[]> =>
  migrate({
    ownerUrl,
    appUrl: baseUrl,
    migrationsDir,
    clock: systemClock,
    log,
    installers: [installAuth, installJobs],
  });
