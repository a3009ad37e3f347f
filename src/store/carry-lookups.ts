import { sql, type RawBuilder } from 'kysely';

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

export const carryLookups = (tx: Tx, keys: TenantKeys, field: string, value: string): Promise<void> => {
  const to = lookup(keys, field, value);
  return carryAll(
    tx,
    keys,
    otherLookups(keys, field, value).map((from) => ({ field, from, to })),
  );
};

export type Carried = { readonly field: string; readonly from: Buffer; readonly to: Buffer };

/** Wherever a look-up stands, the same value's look-up under the key in use stands from now on. */
export const carryAll = async (
  tx: Tx,
  { tenantId, lookupKeyId }: Pick<TenantKeys, 'tenantId' | 'lookupKeyId'>,
  carried: readonly Carried[],
): Promise<void> => {
  if (carried.length === 0) return;
  await sql`
    update laksa.person_field f set lookup = c.after, former_lookup = c.before, lookup_key_id = ${lookupKeyId}
    from ${asRows(carried)} where f.tenant_id = ${tenantId} and f.field = c.field and f.lookup = c.before`.execute(tx);
  const emails = carried.filter(({ field }) => field === 'email');
  if (emails.length === 0) return;
  await sql`
    update laksa.notice_letter l set lookup = c.after
    from ${asRows(emails)} where l.tenant_id = ${tenantId} and l.lookup = c.before`.execute(tx);
  await sql`
    update laksa.contact_change d set disowned_lookup = c.after
    from ${asRows(emails)} where d.tenant_id = ${tenantId} and d.disowned_lookup = c.before`.execute(tx);
  await sql`
    update laksa.invitation i set lookup = c.after
    from ${asRows(emails)} where i.tenant_id = ${tenantId} and i.lookup = c.before`.execute(tx);
  await carryStops(tx, tenantId, emails);
};

/** The row under the older look-up stays, ended: who has the link of an old letter still finds it. */
const carryStops = async (tx: Tx, tenantId: string, emails: readonly Carried[]): Promise<void> => {
  await sql`
    with former as (
      update laksa.contact_stop s set ended_at = s.stopped_at
      from ${asRows(emails)} where s.tenant_id = ${tenantId} and s.field = 'email' and s.lookup = c.before and s.ended_at is null
      returning c.after, s.stopped_at)
    insert into laksa.contact_stop (tenant_id, field, lookup, stopped_at, ended_at)
    select ${tenantId}, 'email', after, max(stopped_at), null from former group by after
    on conflict (tenant_id, field, lookup) do update set stopped_at = excluded.stopped_at, ended_at = null`.execute(tx);
};

/** One value may stand there often: in as many reports as somebody filed. */
const asRows = (carried: readonly Carried[]): RawBuilder<unknown> => {
  const once = [...new Map(carried.map((one) => [`${one.field} ${one.from.toString('hex')}`, one])).values()];
  return sql`unnest(${once.map(({ field }) => field)}::text[], ${once.map(({ from }) => from)}::bytea[],
    ${once.map(({ to }) => to)}::bytea[]) as c(field, before, after)`;
};

/** The look-up by which an address of the vault is known now, given that in the link of a letter, which may be older. */
export const presentLookup = async (tx: Tx, tenantId: string, lookup: Buffer): Promise<Buffer> => {
  const { rows } = await sql<{ lookup: Buffer }>`
    select lookup from laksa.person_field
    where tenant_id = ${tenantId} and field = 'email' and former_lookup = ${lookup} limit 1`.execute(tx);
  return rows[0]?.lookup ?? lookup;
};
