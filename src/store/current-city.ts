import { isOutage } from '../platform/db/outage.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { City } from './city.ts';
import type { Installation } from './installation.ts';

/** The city outside any transaction: mostly from memory, else in a transaction of its own; as it last was while the database is down. */
export const currentCity = async (laksa: Installation, tenant: Tenant): Promise<City> => {
  const now = laksa.clock.now();
  const { cities, database } = laksa;
  const known = cities.kept(tenant.id, now);
  if (known !== null) return known;
  try {
    return await database.inTenant(tenant.id, (tx) => cities.read(tx, tenant, now), { readOnly: true });
  } catch (error) {
    const before = isOutage(error) ? cities.lastRead(tenant.id) : null;
    if (before === null) throw error;
    return before;
  }
};
