import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import type { Tx } from '../../store/tx.ts';
import { lastDigest } from './digest.ts';
import type { Moment } from './queries.ts';

/** Now, in a city, and the last moment at which its summaries went by the rules in force. */
export const momentOf = async (tx: Tx, { cities, clock }: Installation, tenant: Tenant): Promise<Moment> => {
  const { policy } = await cities.read(tx, tenant, clock.now());
  const now = tenant.clock.now();
  return { now, digestAt: new Date(lastDigest(now.toISOString(), policy.notices.digestAt, tenant.zone)) };
};
