import type { Config } from '../../config.ts';
import { isBackedUp } from '../../domain/backups.ts';
import { readinessOf, type ReadinessFacts, type ReadinessState } from '../../domain/readiness.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { readCityReadiness, readMarks } from '../../store/readiness.ts';
import { lastBackups } from '../last-backups.ts';
import { isReached } from './is-reached.ts';

export type Readiness = { readonly facts: ReadinessFacts; readonly states: readonly ReadinessState[] };

/** How far a region is, as the machine sees it on which the command runs. */
export const readReadiness = async (laksa: Installation, tenant: Tenant, config: Config): Promise<Readiness> => {
  const seen = {
    sendsMail: config.smtpUrl !== undefined,
    isReached: config.trustProxy.length > 0 && (await isReached(tenant)),
    isBackedUp: isBackedUp(await lastBackups(config.dataDir), laksa.clock.now()),
  };
  return laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
      const facts = { ...seen, ...(await readCityReadiness(tx, tenant, city)) };
      return { facts, states: readinessOf(facts, await readMarks(tx, tenant.id)) };
    },
    { readOnly: true },
  );
};
