import { photoFormats, photoSizes, type BlurredName, type SizeName } from '../domain/photo.ts';
import { readBox, type BlurBox } from '../domain/blur-box.ts';
import type { WhichPhoto } from './photo-work.ts';
import type { Installation } from './installation.ts';
import type { Tx } from './tx.ts';

/** One drawing of boxes over a picture. */
export type PhotoBlur = {
  readonly version: number;
  readonly boxes: readonly BlurBox[];
  readonly postName: string;
  readonly at: Date;
};

/** Every version of what is blurred on a picture, the one that holds first. */
export const readBlurs = async (tx: Tx, tenantId: string, photoId: string): Promise<readonly PhotoBlur[]> => {
  const rows = await tx
    .selectFrom('photo_blur')
    .innerJoin('post', (join) =>
      join.onRef('post.tenant_id', '=', 'photo_blur.tenant_id').onRef('post.id', '=', 'photo_blur.post_id'),
    )
    .select(['photo_blur.version', 'photo_blur.boxes', 'post.name', 'photo_blur.at'])
    .where('photo_blur.tenant_id', '=', tenantId)
    .where('photo_blur.photo_id', '=', photoId)
    .orderBy('photo_blur.version', 'desc')
    .execute();
  return rows.map(({ version, boxes, name, at }) => ({ version, boxes: boxes.map(kept), postName: name, at }));
};

/** One that cannot be read must not be one less. */
const kept = (text: string): BlurBox => {
  const box = readBox(text);
  if (box === null) throw new Error('a box over a picture was kept that is none');
  return box;
};

/** The file of a size in one version: no other has its name, so that nothing kept of one can be taken for the next. */
export const blurredName = (name: SizeName, version: number): BlurredName => `b${version}.${name}`;

const allNames: readonly SizeName[] = photoSizes.flatMap((size) =>
  photoFormats.map((format): SizeName => `${size}.${format}`),
);

/** Whether the files of this version are those to be shown from here on; false: boxes were drawn anew meanwhile. */
export const settleBlur = async (tx: Tx, { tenantId, id }: WhichPhoto, version: number): Promise<boolean> => {
  const settled = await tx
    .updateTable('photo')
    .set({ blurred_version: version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('blur_version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return settled !== undefined;
};

export const removeBlurred = async ({ files }: Installation, photo: WhichPhoto, version: number): Promise<void> => {
  for (const name of allNames) await files.removeFile({ ...photo, name: blurredName(name, version) });
};
