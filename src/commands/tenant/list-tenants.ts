import type { Config } from '../../config.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readOptions } from '../arguments.ts';
import { say } from '../say.ts';
import { withInstallation } from '../with-installation.ts';

export const listTenants = async (config: Config, args: readonly string[]): Promise<void> => {
  readOptions(args, { required: [] });
  await withInstallation(config, async ({ laksa }) => {
    const tenants = await laksa.tenants.all();
    if (tenants.length === 0) return say('there is no region yet: laksa tenant create --help');
    for (const tenant of tenants) say(lineOf(tenant));
  });
};

const lineOf = (tenant: Tenant): string =>
  [
    tenant.slug.padEnd(20),
    kindOf(tenant).padEnd(14),
    tenant.regionCode.padEnd(6),
    tenant.zone.padEnd(14),
    tenant.origin,
    ` ${tenant.name}`,
  ].join(' ');

const kindOf = ({ isDemo, isRehearsal, isOpen }: Tenant): string => {
  if (isDemo) return 'demonstration';
  if (isRehearsal) return 'rehearsal';
  return isOpen ? 'open' : 'not open yet';
};
