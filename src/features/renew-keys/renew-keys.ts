import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { renewChanges, renewDetails, renewRequests } from '../../store/renew-contacts.ts';
import { renewedAtOnce, renewFields } from '../../store/renew-fields.ts';
import { removeFormer, renewOriginals } from '../../store/renew-originals.ts';
import { renewStaffLists } from '../../store/renew-staff-lists.ts';
import { readStale } from '../../store/stale-keys.ts';

/**
 * Seals anew what is sealed under keys that were replaced, and computes look-ups anew, some hundred at a time. What is left to do is read from the rows
 * themselves: a worker that is killed in the middle has lost nothing, and several may work at once. True when more is waiting.
 */
export const renewKeys = async (laksa: Installation, { id: tenantId }: Tenant): Promise<boolean> => {
  const removed = await removeFormer(laksa, tenantId);
  const now = laksa.clock.now();
  const begun = await laksa.database.inTenant(tenantId, async (tx) => {
    const keys = await laksa.keyring.tenantKeys(tx, tenantId, now);
    const stale = await readStale(tx, keys, now);
    return stale === null ? null : { keys, stale };
  });
  if (begun === null) return removed > 0;
  const { keys, stale } = begun;
  const fields = await laksa.database.inTenant(tenantId, (tx) => renewFields(tx, keys, stale));
  if (stale.seal.length === 0) return fields === renewedAtOnce;
  const counts = [fields];
  for (const renew of [renewRequests, renewChanges, renewDetails, renewStaffLists])
    counts.push(await laksa.database.inTenant(tenantId, (tx) => renew(tx, keys, stale.seal)));
  const originals = await renewOriginals(laksa, keys, stale.seal);
  return originals > 0 || counts.some((count) => count === renewedAtOnce);
};
