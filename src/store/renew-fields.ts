import { sql } from 'kysely';

import { open, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import { carryAll } from './carry-lookups.ts';
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
  const renewed = rows.map((row) => ({ ...row, ...sealedAnew(keys, row) }));
  // Before the rows themselves, which are then found under their old look-ups.
  const moved = rows.flatMap(({ field, lookup: from }, at) => {
    const to = renewed[at]?.lookup ?? from;
    return to.equals(from) ? [] : [{ field, from, to }];
  });
  await carryAll(tx, keys, moved);
  await putAll(tx, keys, renewed);
  return rows.length;
};

type FieldRow = {
  readonly person_id: string;
  readonly field: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly lookup: Buffer;
};

const sealedAnew = (keys: TenantKeys, row: FieldRow) => {
  const field = personFields.find((one) => one === row.field);
  const value = open(keys, row.key_id, row.sealed, fieldPlace(row.person_id, row.field));
  if (field === undefined || value === null) throw new Error(`a ${row.field} of the vault was not opened`);
  return sealedColumns(keys, row.person_id, field, value);
};

/** In one statement: going to the database for each would take most of the time. */
const putAll = async (tx: Tx, keys: TenantKeys, rows: readonly FieldRow[]): Promise<void> => {
  await sql`
    update laksa.person_field f
    set key_id = ${keys.sealKeyId}, sealed = r.sealed, lookup = r.lookup, lookup_key_id = ${keys.lookupKeyId}
    from unnest(${rows.map((row) => row.person_id)}::uuid[], ${rows.map((row) => row.field)}::text[],
      ${rows.map((row) => row.sealed)}::bytea[], ${rows.map((row) => row.lookup)}::bytea[]) as r(person_id, field, sealed, lookup)
    where f.tenant_id = ${keys.tenantId} and f.person_id = r.person_id and f.field = r.field`.execute(tx);
};
