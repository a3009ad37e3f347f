import { ConfigError, type Config } from '../../config.ts';
import { inTheWay } from '../../domain/readiness.ts';
import { openTenant as writeOpening } from '../../store/readiness.ts';
import { readOptions } from '../arguments.ts';
import { say } from '../say.ts';
import { tenantNamed, withInstallation } from '../with-installation.ts';
import { readReadiness } from './read-readiness.ts';

/** Lets citizens in when nothing stands in the way; else only with a reason, which is kept. */
export const openTenant = async (config: Config, args: readonly string[]): Promise<void> => {
  const { tenant: slug, anyway: note = '' } = readOptions(args, { required: ['tenant'], optional: ['anyway'] });
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, slug);
    if (tenant.isOpen) return say(`${tenant.name} is open already`);
    const missing = inTheWay((await readReadiness(laksa, tenant, config)).states).map(({ key }) => key);
    if (missing.length > 0 && note.trim() === '')
      throw new ConfigError(
        `needed before opening: ${missing.join(', ')}. See tenant check --tenant ${slug}, or say why not: --anyway 'REASON'`,
      );
    await laksa.database.inTenant(tenant.id, (tx) =>
      writeOpening(tx, tenant.id, { note, by: null, at: laksa.clock.now() }),
    );
    say(`${tenant.name} is open at ${tenant.origin}`);
  });
};
