import { uuid7 } from '../platform/db/uuid7.ts';
import type { Ground } from './person.ts';
import type { Tx } from './tx.ts';

export type OriginalRead = {
  readonly tenantId: string;
  readonly photoId: string;
  readonly reportId: string;
  readonly postId: string;
  readonly ground: Extract<Ground, 'handling' | 'photo_check'>;
  readonly at: Date;
};

/** Writes down who opened the original of a picture and what for, where the readings of identities are: it may tell as much. */
export const noteOriginalRead = async (tx: Tx, read: OriginalRead): Promise<void> => {
  const { tenantId, photoId, reportId, postId, ground, at } = read;
  const what = { person_id: null, photo_id: photoId, report_id: reportId, fields: ['photo'] };
  await tx
    .insertInto('vault_read')
    .values({ tenant_id: tenantId, id: uuid7(at), ...what, ground, post_id: postId, at })
    .execute();
};
