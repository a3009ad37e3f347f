import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { likenessOf } from '../../store/likeness.ts';
import { readPublicSame, type LikelySame } from '../../store/likely-same.ts';
import { readNearSame } from './near-same.ts';
import type { Tx } from '../../store/tx.ts';
import { readPublicWords } from './queries.ts';
import type { CheckedFields } from './check-fields.ts';

/** With what everyone may read of it, so that it is known without being opened. */
export type PublicSame = LikelySame & { readonly title: string };

/** What everyone may see already of the same matter. Who keeps the content to themselves is shown nothing: it will not be merged with anything. */
export const publicSame = async (
  laksa: Installation,
  tenant: Tenant,
  value: CheckedFields,
): Promise<readonly PublicSame[]> => {
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
      return withTitles(tx, tenant.id, [...new Map([...same, ...near].map((one) => [one.number, one])).values()]);
    },
    { readOnly: true },
  );
};

const mostOfWords = 80;

/** Its title, or how its words begin. */
const withTitles = async (tx: Tx, tenantId: string, same: readonly LikelySame[]): Promise<readonly PublicSame[]> => {
  if (same.length === 0) return [];
  const rows = await readPublicWords(
    tx,
    tenantId,
    same.map(({ number }) => number),
  );
  const words = new Map(rows.map((row) => [row.number, row.title ?? row.description ?? '']));
  return same.map((one) => ({ ...one, title: [...(words.get(one.number) ?? '')].slice(0, mostOfWords).join('') }));
};
