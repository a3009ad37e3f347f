import { open, seal, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import { openContact, sealContact } from './contact-change-seal.ts';
import { requestPlace } from './follow-request.ts';
import { openDetails, sealDetails } from './photo-details.ts';
import { renewedAtOnce } from './renew-fields.ts';
import type { Tx } from './tx.ts';

type Renewing = (tx: Tx, keys: TenantKeys, stale: readonly string[]) => Promise<number>;

/** Seals anew the addresses that wait for a link to be used. Gives how many. */
export const renewRequests: Renewing = async (tx, keys, stale) => {
  const rows = await tx
    .selectFrom('follow_request')
    .select(['id', 'key_id', 'sealed'])
    .where('tenant_id', '=', keys.tenantId)
    .where('key_id', 'in', stale)
    .limit(renewedAtOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, key_id, sealed } of rows) {
    const anew = seal(keys, opened(open(keys, key_id, sealed, requestPlace(id))), requestPlace(id));
    await tx
      .updateTable('follow_request')
      .set({ key_id: anew.keyId, sealed: anew.sealed })
      .where('tenant_id', '=', keys.tenantId)
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
};

/** The same of changes of contact. */
export const renewChanges: Renewing = async (tx, keys, stale) => {
  const rows = await tx
    .selectFrom('contact_change')
    .select(['id', 'key_id', 'old_sealed', 'new_sealed', 'told_sealed'])
    .where('tenant_id', '=', keys.tenantId)
    .where('key_id', 'in', stale)
    .limit(renewedAtOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    const values = {
      old: openContact(keys, row, 'old'),
      new: openContact(keys, row, 'new'),
      told: openContact(keys, row, 'told'),
    };
    await tx
      .updateTable('contact_change')
      .set(sealContact(keys, row.id, values))
      .where('tenant_id', '=', keys.tenantId)
      .where('id', '=', row.id)
      .execute();
  }
  return rows.length;
};

/** The same of what pictures tell besides what they show. */
export const renewDetails: Renewing = async (tx, keys, stale) => {
  const rows = await tx
    .selectFrom('photo')
    .select(['id', 'details', 'details_key_id'])
    .where('tenant_id', '=', keys.tenantId)
    .where('details_key_id', 'in', stale)
    .limit(renewedAtOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, details, details_key_id: keyId } of rows) {
    if (details === null || keyId === null) continue;
    await tx
      .updateTable('photo')
      .set(sealDetails(keys, id, opened(openDetails(keys, keyId, id, details))))
      .where('tenant_id', '=', keys.tenantId)
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
};

const opened = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('the key of a value that is sealed anew is at hand');
  return value;
};
