import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { likenessOf } from '../../store/likeness.ts';
import { readPublicSame, type LikelySame } from '../../store/likely-same.ts';
import type { CheckedFields } from './check-fields.ts';

/** What everyone may see already of the same matter. Who keeps the content to themselves is shown nothing: it will not be merged with anything. */
export const publicSame = async (
  laksa: Installation,
  tenant: Tenant,
  value: CheckedFields,
): Promise<readonly LikelySame[]> => {
  if (value.isSecret) return [];
  const { villageCode } = value;
  const likeness = likenessOf(laksa.keyring, tenant.id, value);
  return laksa.database.inTenant(
    tenant.id,
    (tx) => readPublicSame(tx, tenant.id, { likeness, villageCode, at: tenant.clock.now() }),
    { readOnly: true },
  );
};
