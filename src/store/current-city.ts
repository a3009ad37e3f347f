import type { Tenant } from '../platform/tenant/tenant.ts';
import type { City } from './city.ts';
import type { Installation } from './installation.ts';

/** The city outside any transaction: mostly from memory, else in a transaction of its own. */
export const currentCity = async (laksa: Installation, tenant: Tenant): Promise<City> => {
  const now = laksa.clock.now();
  const known = laksa.cities.kept(tenant.id, now);
  return known ?? laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, now), { readOnly: true });
};
