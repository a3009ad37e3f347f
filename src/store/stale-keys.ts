import { sql } from 'kysely';

import type { TenantKeys } from '../platform/keyring/tenant-keys.ts';
import type { Tx } from './tx.ts';

/** Keys that were replaced, and may still hold something. */
export type Stale = {
  readonly seal: readonly string[];
  readonly lookup: readonly string[];
  /** Look-ups of before anybody wrote down which key made them; stale as soon as one was replaced. */
  readonly hasFirstLookups: boolean;
};

/** Null: there are none, or this process has not yet heard of the keys that took their place. */
export const readStale = async (tx: Tx, keys: TenantKeys, now: Date): Promise<Stale | null> => {
  const { rows } = await sql<{ id: string; purpose: string }>`
    select id, purpose from laksa.data_key
    where tenant_id = ${keys.tenantId} and retired_at <= ${now} and lost_at is null`.execute(tx);
  const idsOf = (purpose: string) => rows.flatMap((row) => (row.purpose === purpose ? [row.id] : []));
  const stale = { seal: idsOf('seal'), lookup: idsOf('lookup') };
  const isBehind = stale.seal.includes(keys.sealKeyId) || stale.lookup.includes(keys.lookupKeyId);
  if (rows.length === 0 || isBehind) return null;
  return { ...stale, hasFirstLookups: stale.lookup.length > 0 };
};
