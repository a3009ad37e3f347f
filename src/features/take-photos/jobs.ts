import { Readable } from 'node:stream';

import type { Access } from '../../domain/access.ts';
import type { BlurBox } from '../../domain/blur-box.ts';
import type { SizeName } from '../../domain/photo.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { openOriginal, settlePhoto, type PhotoOutcome, type WhichPhoto } from '../../store/photo-work.ts';
import { forgetLeftPhotos } from '../../store/staged-photos.ts';

/** Works on the bytes of a picture somewhere they can do no harm: what became of it, and its sizes, with nothing to be recognised in the boxes. */
export type WorkOnPicture = (
  original: Readable,
  boxes?: readonly BlurBox[],
) => Promise<
  PhotoOutcome & {
    readonly pictures?: readonly { readonly name: SizeName; readonly bytes: Buffer }[];
  }
>;

export type PhotoWork = Installation & { readonly workOnPicture: WorkOnPicture };

export const workOnPhotoTask = (means: PhotoWork): Task => ({
  access: 'system' satisfies Access,
  run: (ids) => workOnPhoto(means, { tenantId: ids.tenantId, id: idOf(ids, 'photoId') }),
});

/**
 * The sizes are on the disk before the row says so. A picture that was dropped while it was worked on leaves nothing behind; one that was worked on
 * already is left as it is.
 */
export const workOnPhoto = async (means: PhotoWork, photo: WhichPhoto): Promise<void> => {
  const { database, files } = means;
  if ((await stateOf(means, photo)) !== 'staged') return;
  const original = await openOriginal(means, photo);
  if (original === null || original === 'lost') return;
  const { pictures = [], ...outcome } = await means.workOnPicture(original);
  for (const { name, bytes } of pictures) await files.write({ ...photo, name }, Readable.from([bytes]));
  await database.inTenant(photo.tenantId, (tx) => settlePhoto(tx, means, photo, outcome));
  if (isGone(await stateOf(means, photo))) await files.remove(photo);
};

/** Dropped, or about to be. */
const isGone = (state: string | null): boolean => state === null || state === 'receiving';

/** Null: there is none. */
const stateOf = async ({ database }: Installation, { tenantId, id }: WhichPhoto): Promise<string | null> => {
  const row = await database.inTenant(
    tenantId,
    (tx) =>
      tx.selectFrom('photo').select('state').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst(),
    { readOnly: true },
  );
  return row?.state ?? null;
};

/** Forgets the pictures of forms that were never sent. */
export const forgetPhotos = (laksa: Installation, tenant: Tenant): Promise<boolean> =>
  forgetLeftPhotos(laksa, tenant.id);
