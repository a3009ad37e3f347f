import type { Installation } from './installation.ts';
import { formStage, lockStage } from './photo-stage.ts';
import { readStaged, type StagedPhoto } from './staged-photos.ts';
import type { Tx } from './tx.ts';

/** A picture on its way into a report: what is known of it goes into the history as one of the report's secrets. */
export type FiledPhoto = { readonly id: string; readonly secret: string };

/** The pictures that wait with the form of a filing. What could not be read stays behind. */
export const photosOfForm = async (
  tx: Tx,
  laksa: Installation,
  tenantId: string,
  nonce: string,
): Promise<readonly FiledPhoto[]> => {
  const stage = formStage(laksa.keyring, tenantId, nonce);
  await lockStage(tx, stage);
  const staged = await readStaged(tx, laksa, stage);
  return staged.filter(({ state }) => state !== 'unreadable').map(filedPhoto);
};

/** Without the name its sender gave it: that is the sender's own. */
export const filedPhoto = ({ id, details: { name: _, ...known } }: StagedPhoto): FiledPhoto => ({
  id,
  secret: JSON.stringify({ id, ...known }),
});

/** From here on they are the report's, and are kept as long as it is. */
export const attachPhotos = async (
  tx: Tx,
  { tenantId, reportId }: { readonly tenantId: string; readonly reportId: string },
  photos: readonly FiledPhoto[],
): Promise<void> => {
  if (photos.length === 0) return;
  await tx
    .updateTable('photo')
    .set({ report_id: reportId })
    .where('tenant_id', '=', tenantId)
    .where('report_id', 'is', null)
    .where(
      'id',
      'in',
      photos.map(({ id }) => id),
    )
    .execute();
};
