import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

import { ConfigError, type Config } from '../../config.ts';
import { withAdmin } from '../../platform/db/admin.ts';
import { removeJobs } from '../../platform/jobs/remove-jobs.ts';
import { removeAccounts } from '../../platform/session/remove-accounts.ts';
import {
  accountsOnlyHere,
  findRemovable,
  hideTenant,
  removeRows,
  removeTenantRow,
  type Removable,
} from '../../store/remove-tenant.ts';
import { readOptions } from '../arguments.ts';
import { removeLogins } from '../demo/demo-logins.ts';
import { demoSlug } from '../demo/demo-slug.ts';
import { say } from '../say.ts';
import { withInstallation, type CommandMeans } from '../with-installation.ts';

/** Longer than any process keeps the list of tenants (platform/tenant). */
const forgottenAfterMs = 3_000;

/** Deletes all of one tenant. Interrupted at any point it is gone on with by the same command. */
export const removeTenant = async (config: Config, args: readonly string[]): Promise<void> => {
  const options = readOptions(args, { required: ['tenant'], optional: ['yes-delete-city'] });
  await withInstallation(config, (means) =>
    withAdmin(means.owner, async (admin) => {
      const tenant = await findRemovable(admin, options.tenant);
      if (tenant === null)
        throw new ConfigError(`there is no tenant ${options.tenant}: tenant list names those there are`);
      checkMeant(tenant, options['yes-delete-city']);
      await hideTenant(admin, tenant, means.laksa.clock.now());
      say(`${tenant.slug} is not found any more; deleting it`);
      await pause(forgottenAfterMs);
      await removeAll({ means, config, admin }, tenant);
      say(`${tenant.name} is gone`);
      if (tenant.slug === demoSlug)
        say('start with LAKSA_DEMO=0 from now on: without any region a start makes it again');
    }),
  );
};

/** A real city is named in full by whoever deletes it. */
const checkMeant = ({ slug, name, isDemo, isRehearsal }: Removable, said: string | undefined): void => {
  if (isDemo || isRehearsal || said === name) return;
  throw new ConfigError(
    `${slug} is a real city. Deleting it cannot be undone: back up database, files and keys first (docs/operations.md), then say --yes-delete-city '${name}'`,
  );
};

type Ground = { readonly means: CommandMeans; readonly config: Config; readonly admin: pg.Client };

/** The accounts first: who they are is known only while posts are held. */
const removeAll = async ({ means, config, admin }: Ground, tenant: Removable): Promise<void> => {
  const accounts = await accountsOnlyHere(admin, tenant);
  await removeAccounts(admin, accounts);
  say(`  ${accounts.length} sign-ins`);
  await removeJobs(admin, tenant.id);
  await removeRows(admin, tenant, (table, rows) => say(`  ${table}: ${rows} rows`));
  await removeJobs(admin, tenant.id);
  await means.laksa.files.removeAll(tenant.id);
  await rm(join(config.dataDir, 'outbox', tenant.slug), { recursive: true, force: true });
  if (tenant.slug === demoSlug) await removeLogins(config.dataDir);
  await removeTenantRow(admin, tenant);
};
