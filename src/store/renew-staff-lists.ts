import { sql } from 'kysely';

import { open, seal, type TenantKeys } from '../platform/keyring/tenant-keys.ts';
import { renewedAtOnce } from './renew-fields.ts';
import type { Tx } from './tx.ts';

/** What is kept sealed of officers; each row is sealed for its table and id. */
export const staffLists = ['invitation', 'sign_in_link', 'import_batch'] as const;

/** Seals anew what waits for officers to answer. Gives how many of the table with the most. */
export const renewStaffLists = async (tx: Tx, keys: TenantKeys, stale: readonly string[]): Promise<number> => {
  let most = 0;
  for (const table of staffLists) most = Math.max(most, await renewTable(tx, keys, stale, table));
  return most;
};

const renewTable = async (
  tx: Tx,
  keys: TenantKeys,
  stale: readonly string[],
  table: (typeof staffLists)[number],
): Promise<number> => {
  const { rows } = await sql<{ readonly id: string; readonly key_id: string; readonly sealed: Buffer | null }>`
    select id, key_id, sealed from ${sql.table(`laksa.${table}`)}
    where tenant_id = ${keys.tenantId} and key_id = any(${stale}::uuid[]) limit ${renewedAtOnce} for update skip locked`.execute(
    tx,
  );
  for (const { id, key_id: keyId, sealed } of rows) {
    const place = `${table} ${id}`;
    const content = sealed === null ? null : open(keys, keyId, sealed, place);
    if (sealed !== null && content === null) throw new Error('the key of a value that is sealed anew is at hand');
    const anew = content === null ? { keyId: keys.sealKeyId, sealed: null } : seal(keys, content, place);
    await sql`update ${sql.table(`laksa.${table}`)} set key_id = ${anew.keyId}, sealed = ${anew.sealed}
      where tenant_id = ${keys.tenantId} and id = ${id}`.execute(tx);
  }
  return rows.length;
};
