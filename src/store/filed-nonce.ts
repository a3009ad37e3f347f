import { createHash } from 'node:crypto';

import type { Tx } from './tx.ts';

/** The table does not show what a browser holds. */
export const hashNonce = (tenantId: string, nonce: string): Buffer =>
  createHash('sha256').update(`${tenantId} ${nonce}`).digest();

/** The id of the report that was filed with this form. Null: it was not sent yet. */
export const reportOfForm = async (tx: Tx, tenantId: string, nonce: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('nonce_hash', '=', hashNonce(tenantId, nonce))
    .executeTakeFirst();
  return row?.id ?? null;
};
