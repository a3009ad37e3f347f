import { Readable } from 'node:stream';

import type { Access } from '../../domain/access.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { blurredName, readBlurs, removeBlurred, settleBlur } from '../../store/photo-blur.ts';
import { openOriginal, type WhichPhoto } from '../../store/photo-work.ts';
import type { PhotoWork } from './jobs.ts';

export const blurPhotoTask = (means: PhotoWork): Task => ({
  access: 'system' satisfies Access,
  run: (ids) => blurPhotoFiles(means, { tenantId: ids.tenantId, id: idOf(ids, 'photoId') }),
});

/**
 * Makes the sizes that everyone sees, from the original, with the boxes of the version that holds now. Only when all lie there are they shown; those of
 * earlier versions go, also those that a worker left which stopped half-way, and its own where boxes were drawn anew meanwhile.
 */
export const blurPhotoFiles = async (means: PhotoWork, photo: WhichPhoto): Promise<void> => {
  const { database, files } = means;
  const [now] = await database.inTenant(photo.tenantId, (tx) => readBlurs(tx, photo.tenantId, photo.id), {
    readOnly: true,
  });
  if (now === undefined) return;
  for (let version = 1; version < now.version; version += 1) await removeBlurred(means, photo, version);
  const original = await openOriginal(means, photo);
  if (original === null || original === 'lost') throw new Error('there is no original to blur');
  const worked = await means.workOnPicture(original, now.boxes);
  if (!worked.ok) throw new Error(`the blurred sizes were not made: ${worked.problem}`);
  for (const { name, bytes } of worked.pictures ?? [])
    await files.write({ ...photo, name: blurredName(name, now.version) }, Readable.from([bytes]));
  const isShown = await database.inTenant(photo.tenantId, (tx) => settleBlur(tx, photo, now.version));
  if (!isShown) await removeBlurred(means, photo, now.version);
};
