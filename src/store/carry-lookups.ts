import { sql } from 'kysely';

import type { Keyring } from '../platform/keyring/keyring.ts';
import { lookup, otherLookups, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Tx } from './tx.ts';

/**
 * The look-up of an address. What is known of it under an older look-up key is known under this one from here on: after a change of that key nobody is
 * taken for somebody new, and who wants no letters gets none.
 */
export const addressLookup = async (
  tx: Tx,
  { keyring }: { readonly keyring: Keyring },
  tenant: Tenant,
  email: string,
): Promise<Buffer> => {
  const keys = await keyring.tenantKeys(tx, tenant.id, tenant.clock.now());
  await carryLookups(tx, keys, 'email', email);
  return lookup(keys, 'email', email);
};

export const carryLookups = async (tx: Tx, keys: TenantKeys, field: string, value: string): Promise<void> => {
  const to = lookup(keys, field, value);
  for (const from of otherLookups(keys, field, value)) await carryLookup(tx, keys, { field, from, to });
};

export type Carried = { readonly field: string; readonly from: Buffer; readonly to: Buffer };

/** Wherever a look-up stands, the same value's look-up under the key in use stands from now on. */
export const carryLookup = async (
  tx: Tx,
  { tenantId, lookupKeyId }: Pick<TenantKeys, 'tenantId' | 'lookupKeyId'>,
  { field, from, to }: Carried,
): Promise<void> => {
  await sql`
    update laksa.person_field set lookup = ${to}, former_lookup = ${from}, lookup_key_id = ${lookupKeyId}
    where tenant_id = ${tenantId} and field = ${field} and lookup = ${from}`.execute(tx);
  if (field !== 'email') return;
  await sql`update laksa.notice_letter set lookup = ${to} where tenant_id = ${tenantId} and lookup = ${from}`.execute(
    tx,
  );
  await sql`
    update laksa.contact_change set disowned_lookup = ${to}
    where tenant_id = ${tenantId} and disowned_lookup = ${from}`.execute(tx);
  await carryStop(tx, tenantId, { from, to });
};

/** The row under the older look-up stays, ended: who has the link of an old letter still finds it. */
const carryStop = async (tx: Tx, tenantId: string, { from, to }: Omit<Carried, 'field'>): Promise<void> => {
  await sql`
    with former as (
      update laksa.contact_stop set ended_at = stopped_at
      where tenant_id = ${tenantId} and field = 'email' and lookup = ${from} and ended_at is null
      returning stopped_at)
    insert into laksa.contact_stop (tenant_id, field, lookup, stopped_at, ended_at)
    select ${tenantId}, 'email', ${to}, stopped_at, null from former
    on conflict (tenant_id, field, lookup) do update set stopped_at = excluded.stopped_at, ended_at = null`.execute(tx);
};

/** The look-up by which an address of the vault is known now, given that in the link of a letter, which may be older. */
export const presentLookup = async (tx: Tx, tenantId: string, lookup: Buffer): Promise<Buffer> => {
  const { rows } = await sql<{ lookup: Buffer }>`
    select lookup from laksa.person_field
    where tenant_id = ${tenantId} and field = 'email' and former_lookup = ${lookup} limit 1`.execute(tx);
  return rows[0]?.lookup ?? lookup;
};
