import { uuid7 } from '../platform/db/uuid7.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import { lookup, lookups, open, seal, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import { carryLookups } from './carry-lookups.ts';
import type { Tx } from './tx.ts';

export const personFields = ['name', 'phone', 'email'] as const;
export type PersonField = (typeof personFields)[number];

/** What a person told of themselves, already normalised: a telephone number in E.164, an address in lower case. */
export type Identity = { readonly [Field in PersonField]?: string | undefined };

/** What was opened of it. `lost`: what cannot be opened any more, because the key it was sealed under is lost. */
export type OpenedIdentity = Identity & { readonly lost?: readonly PersonField[] };

/**
 * Why identity is read; each reading leaves a row. `handling`, `photo_check`: a post with the right to it says what for. `contact_change`: shown,
 * masked, to who has the code, or told of a change.
 */
export type Ground = 'deliver_notice' | 'receipt' | 'lost_code' | 'contact_change' | 'handling' | 'photo_check';

/** What a row of the log says was read: a field of a person, or the original of a picture. */
export type ReadField = PersonField | 'photo';

type Vault = { readonly keyring: Keyring; readonly tenantId: string; readonly at: Date };

/** Seals a new person into the vault. Null when nothing was told: such a reporter is known by the claim code alone. */
export const savePerson = async (
  tx: Tx,
  vault: Vault,
  identity: Identity,
  language: string,
): Promise<string | null> => {
  const told = personFields.flatMap((field) =>
    identity[field] === undefined ? [] : [[field, identity[field]] as const],
  );
  if (told.length === 0) return null;
  const keys = await vault.keyring.tenantKeys(tx, vault.tenantId, vault.at);
  const id = uuid7(vault.at);
  await tx.insertInto('person').values({ tenant_id: vault.tenantId, id, language, created_at: vault.at }).execute();
  const rows = told.map(([field, value]) => ({
    tenant_id: vault.tenantId,
    person_id: id,
    field,
    ...sealedColumns(keys, id, field, value),
  }));
  await tx.insertInto('person_field').values(rows).execute();
  for (const [field, value] of told) await carryLookups(tx, keys, field, value);
  return id;
};

export const sealedColumns = (keys: TenantKeys, personId: string, field: PersonField, value: string) => {
  const { keyId, sealed } = seal(keys, value, fieldPlace(personId, field));
  return { key_id: keyId, sealed, lookup: lookup(keys, field, value), lookup_key_id: keys.lookupKeyId };
};

/** What a sealed field is bound to. */
export const fieldPlace = (personId: string, field: string): string => `person_field ${personId} ${field}`;

export type Reading = {
  readonly personId: string;
  readonly fields: readonly PersonField[];
  readonly ground: Ground;
  readonly reportId: string | null;
  readonly postId: string | null;
};

type FieldOf = { readonly personId: string; readonly field: PersonField };

/** Puts one value in the place of another, or of none; null takes it out of the vault. */
export const setPersonField = async (
  tx: Tx,
  vault: Vault,
  { personId, field }: FieldOf,
  value: string | null,
): Promise<void> => {
  await tx
    .deleteFrom('person_field')
    .where('tenant_id', '=', vault.tenantId)
    .where('person_id', '=', personId)
    .where('field', '=', field)
    .execute();
  if (value === null) return;
  const keys = await vault.keyring.tenantKeys(tx, vault.tenantId, vault.at);
  await tx
    .insertInto('person_field')
    .values({
      tenant_id: vault.tenantId,
      person_id: personId,
      field,
      ...sealedColumns(keys, personId, field, value),
    })
    .execute();
  await carryLookups(tx, keys, field, value);
};

/** Opens fields of a person and writes down who did, when and why, in the same transaction: no reading without a trace. */
export const readPerson = async (tx: Tx, vault: Vault, reading: Reading): Promise<OpenedIdentity> => {
  const { tenantId, at } = vault;
  await writeReading(tx, vault, reading);
  const rows = await tx
    .selectFrom('person_field')
    .select(['field', 'key_id', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', reading.personId)
    .where('field', 'in', reading.fields)
    .execute();
  const opened: Partial<Record<PersonField, string>> = {};
  const lost: PersonField[] = [];
  for (const row of rows) {
    const keys = await vault.keyring.tenantKeys(tx, tenantId, at, row.key_id);
    const field = personFields.find((one) => one === row.field);
    if (field === undefined) continue;
    const value = open(keys, row.key_id, row.sealed, fieldPlace(reading.personId, field));
    if (value === null) lost.push(field);
    else opened[field] = value;
  }
  return lost.length === 0 ? opened : { ...opened, lost };
};

/** The trace of a reading, for what is kept of a person outside of their fields. */
export const writeReading = async (
  tx: Tx,
  { tenantId, at }: Omit<Vault, 'keyring'>,
  reading: Reading,
): Promise<void> => {
  await tx
    .insertInto('vault_read')
    .values({
      tenant_id: tenantId,
      id: uuid7(at),
      person_id: reading.personId,
      photo_id: null,
      report_id: reading.reportId,
      fields: reading.fields,
      ground: reading.ground,
      post_id: reading.postId,
      at,
    })
    .execute();
};

/** Whether a person in the vault has this contact, without opening anything. */
export const hasContact = async (
  tx: Tx,
  vault: Vault,
  personId: string,
  { field, value }: { readonly field: PersonField; readonly value: string },
): Promise<boolean> => {
  const keys = await vault.keyring.tenantKeys(tx, vault.tenantId, vault.at);
  const row = await tx
    .selectFrom('person_field')
    .select('person_id')
    .where('tenant_id', '=', vault.tenantId)
    .where('field', '=', field)
    .where('lookup', 'in', lookups(keys, field, value))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
};
