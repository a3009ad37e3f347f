import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { likenessOf } from '../../store/likeness.ts';
import { readPublicSame, type LikelySame } from '../../store/likely-same.ts';
import { readNearSame } from './near-same.ts';
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
  const at = tenant.clock.now();
  const words = `${value.title} ${value.description}`;
  return laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const same = await readPublicSame(tx, tenant.id, { likeness, villageCode, at });
      const near = await readNearSame(tx, tenant.id, { words, villageCode, at });
      return [...new Map([...same, ...near].map((one) => [one.number, one])).values()];
    },
    { readOnly: true },
  );
};
