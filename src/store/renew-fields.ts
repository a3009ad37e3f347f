import { open, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import { carryLookup } from './carry-lookups.ts';
import { fieldPlace, personFields, sealedColumns } from './person.ts';
import type { Stale } from './stale-keys.ts';
import type { Tx } from './tx.ts';

/** So many are sealed anew in one transaction, whose rows wait for nobody long. */
export const renewedAtOnce = 200;

/** Seals fields of persons anew, and computes their look-ups anew with every place they stand. Gives how many. */
export const renewFields = async (tx: Tx, keys: TenantKeys, stale: Stale): Promise<number> => {
  const { tenantId } = keys;
  const rows = await tx
    .selectFrom('person_field')
    .select(['person_id', 'field', 'key_id', 'sealed', 'lookup', 'lookup_key_id'])
    .where('tenant_id', '=', tenantId)
    .where((is) =>
      is.or([
        ...(stale.seal.length > 0 ? [is('key_id', 'in', stale.seal)] : []),
        ...(stale.lookup.length > 0 ? [is('lookup_key_id', 'in', stale.lookup)] : []),
        ...(stale.hasFirstLookups ? [is('lookup_key_id', 'is', null)] : []),
      ]),
    )
    .where('key_id', 'in', [...keys.byId.keys()]) // of the lost ones nothing can be renewed
    .limit(renewedAtOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) await renewField(tx, keys, row);
  return rows.length;
};

type FieldRow = {
  readonly person_id: string;
  readonly field: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly lookup: Buffer;
};

const renewField = async (tx: Tx, keys: TenantKeys, row: FieldRow): Promise<void> => {
  const field = personFields.find((one) => one === row.field);
  const value = open(keys, row.key_id, row.sealed, fieldPlace(row.person_id, row.field));
  if (field === undefined || value === null) throw new Error(`a ${row.field} of the vault was not opened`);
  const renewed = sealedColumns(keys, row.person_id, field, value);
  // Before the row itself, which is then found under its old look-up.
  if (!renewed.lookup.equals(row.lookup)) await carryLookup(tx, keys, { field, from: row.lookup, to: renewed.lookup });
  await tx
    .updateTable('person_field')
    .set(renewed)
    .where('tenant_id', '=', keys.tenantId)
    .where('person_id', '=', row.person_id)
    .where('field', '=', row.field)
    .execute();
};
