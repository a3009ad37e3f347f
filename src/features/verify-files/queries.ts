import type { Tx } from '../../store/tx.ts';

export type KeptPhoto = {
  readonly id: string;
  readonly state: string;
  readonly report_id: string | null;
  readonly details: Buffer | null;
  readonly details_key_id: string | null;
  readonly original_file: string | null;
  readonly blurred_version: number | null;
};

/** A page of the pictures of a city, in the order of their ids. */
export const readPhotos = (tx: Tx, tenantId: string, after: string, limit: number): Promise<readonly KeptPhoto[]> =>
  tx
    .selectFrom('photo')
    .select(['id', 'state', 'report_id', 'details', 'details_key_id', 'original_file', 'blurred_version'])
    .where('tenant_id', '=', tenantId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
