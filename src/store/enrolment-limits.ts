import { take, wholeInstallation } from '../platform/limit/limit.ts';
import type { Installation } from './installation.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';

/** A hand that types wrongly has enough; who guesses at a password or a code behind a link has not. Source: own. */
const ofOneLink = { max: 20, windowSeconds: 60 * 60 } as const;
/** Links are 128 random bits: this only keeps guessing from being work for us. Source: own. */
const fromOneNetwork = { max: 60, windowSeconds: 60 * 60 } as const;

/** Counts a step behind a link. False: too many. */
export const mayTakeStep = (laksa: Installation, tenant: Tenant, linkId: string): Promise<boolean> =>
  laksa.database.inTenant(
    tenant.id,
    async (tx) =>
      (await take(tx, { tenantId: tenant.id, key: `enrol ${linkId}`, ...ofOneLink, at: laksa.clock.now() })).allowed,
  );

/** Counts a link that is none, from a network; null: not known, and not counted. False: too many. */
export const mayTryLink = (laksa: Installation, network: string | null): Promise<boolean> =>
  network === null
    ? Promise.resolve(true)
    : laksa.database.inTenant(wholeInstallation, async (tx) => {
        const key = `unknown link ${network}`;
        return (await take(tx, { tenantId: wholeInstallation, key, ...fromOneNetwork, at: laksa.clock.now() })).allowed;
      });
