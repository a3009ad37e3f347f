import { Readable } from 'node:stream';

import { workOnPhoto, type PhotoWork } from '../../features/take-photos/jobs.ts';
import type { Installation } from '../../store/installation.ts';
import type { PhotoStage } from '../../store/photo-stage.ts';
import { stagePhotos } from '../../store/staged-photos.ts';
import { takePhoto, type IncomingPhoto, type TakenPhoto } from '../../store/take-photo.ts';
import { drawnPicture, isPictureName } from './pictures/drawn-picture.ts';

/** Ids of pictures by the names they are drawn under. */
export type StagedPictures = ReadonlyMap<string, string>;

type Wanted = Pick<IncomingPhoto, 'purpose' | 'postId'> & {
  readonly names: readonly string[];
  /** When they come in. */
  readonly moment: string;
};

/**
 * Draws pictures, sends them in under a form or an answer, as a telephone would, and has them worked on at once: what is not can be shown to nobody.
 * Once more under the same stage they are the ones before.
 */
export const stagePictures = async (
  laksa: PhotoWork,
  stage: PhotoStage,
  { names, moment, ...about }: Wanted,
): Promise<StagedPictures> => {
  const then = { ...laksa, clock: { now: () => new Date(moment) } };
  const taken: TakenPhoto[] = [];
  for (const name of names) taken.push(await sendIn(then, stage, name, about));
  const { ids } = await stagePhotos(then, stage, taken);
  for (const id of ids) await workOnPhoto(then, { tenantId: stage.tenantId, id });
  return new Map(names.map((name, at) => [name, ids[at] ?? '']));
};

const sendIn = async (
  laksa: Installation,
  { tenantId }: PhotoStage,
  name: string,
  about: Pick<IncomingPhoto, 'purpose' | 'postId'>,
): Promise<TakenPhoto> => {
  if (!isPictureName(name)) throw new Error(`no picture ${name} can be drawn`);
  const content = Readable.from([await drawnPicture(name)]);
  const taken = await takePhoto(laksa, tenantId, { ...about, name: `${name}.jpg`, content });
  if (!taken.ok) throw new Error(`the drawn picture ${name} was not taken: ${taken.refusal.kind}`);
  return taken.value;
};
