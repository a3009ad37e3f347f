import { ConfigError, type Config } from '../../config.ts';
import { withAdmin } from '../../platform/db/admin.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { changeTenant, type TenantChange } from '../../store/change-tenant.ts';
import { hasReports } from '../../store/has-reports.ts';
import { readOptions } from '../arguments.ts';
import { say } from '../say.ts';
import { tenantNamed, withInstallation, type CommandMeans } from '../with-installation.ts';
import { checkFree, checkName, checkOrigin, checkZone } from './tenant-arguments.ts';

export const setTenant = async (config: Config, args: readonly string[]): Promise<void> => {
  const { tenant: slug, ...change } = readOptions(args, {
    required: ['tenant'],
    optional: ['name', 'origin', 'zone'],
  });
  checkChange(change);
  await withInstallation(config, async (means) => {
    const tenant = await tenantNamed(means.laksa, slug);
    if (change.origin !== undefined) await checkMove(means, tenant, { origin: change.origin, config });
    if (change.zone !== undefined && change.zone !== tenant.zone) await checkNoReports(means, tenant);
    await withAdmin(means.owner, (admin) => changeTenant(admin, tenant, change, means.laksa.clock.now()));
    say(
      `${tenant.slug}: ${Object.entries(change)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
    );
    if (change.origin !== undefined && change.origin !== tenant.origin) sayWhatMoves(tenant, change.origin);
  });
};

const checkChange = ({ name, origin, zone }: TenantChange): void => {
  if (name === undefined && origin === undefined && zone === undefined)
    throw new ConfigError('nothing to change: it takes --name, --origin or --zone');
  if (name !== undefined) checkName(name);
  if (origin !== undefined) checkOrigin(origin);
  if (zone !== undefined) checkZone(zone);
};

type Move = { readonly origin: string; readonly config: Config };

const checkMove = async ({ laksa }: CommandMeans, tenant: Tenant, { origin, config }: Move): Promise<void> => {
  const tenants = await laksa.tenants.all();
  checkFree(origin, tenant.slug, tenants);
  if (tenants[0]?.id === tenant.id && config.isPublicUrlSet && config.publicUrl !== origin)
    throw new ConfigError(
      `--origin ${origin}: PUBLIC_URL moves ${tenant.slug} to ${config.publicUrl} at every start; change PUBLIC_URL instead`,
    );
};

/** Due dates end with a day of the zone: those that were told would no longer be those that are counted. */
const checkNoReports = async ({ laksa }: CommandMeans, tenant: Tenant): Promise<void> => {
  if (await laksa.database.inTenant(tenant.id, (tx) => hasReports(tx, tenant.id), { readOnly: true }))
    throw new ConfigError(`--zone: ${tenant.slug} has reports, and their dates were told in ${tenant.zone}: it stays`);
};

const sayWhatMoves = ({ origin: before }: Tenant, after: string): void => {
  say(`links, letters, receipts and feeds from now on say ${after}; running processes know it within seconds`);
  say(`let ${before} redirect to it, path and query kept: letters and receipts that are out point there`);
  say(
    'everybody is signed out, reporters open their report with number and code once more, and a passkey has to be added again',
  );
};
