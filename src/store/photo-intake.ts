import type { Readable } from 'node:stream';

import { photoLimits, type NotTakenProblem } from '../domain/photo.ts';
import type { FormFile } from '../platform/http/form-fields.ts';
import type { Installation } from './installation.ts';
import type { PhotoStage } from './photo-stage.ts';
import { stagePhotos } from './staged-photos.ts';
import { removePhoto } from './remove-photo.ts';
import { takePhoto, type IncomingPhoto, type NotTaken, type TakenPhoto } from './take-photo.ts';

/** A file that was not taken, by the name its sender knows it by. */
export type RefusedPhoto = {
  readonly name: string;
  readonly problem: NotTakenProblem;
  /** Where it is taken later on. */
  readonly retryAfterSeconds?: number;
};

export type IntakeOf = Pick<IncomingPhoto, 'purpose' | 'postId' | 'network'> & {
  /** The field of the form that holds the pictures. */
  readonly field: string;
  /** How many the form may bring, where that is fewer than a report may have. */
  readonly atMost?: number;
};

/** A form that was read, with pictures that belong to nothing yet: what they are put under is known only when the whole form is. */
export type FormWithPhotos<Form> = {
  readonly form: Form;
  readonly stageUnder: (stage: PhotoStage) => Promise<StagedIntake>;
  /** The form comes to nothing, and neither do they. */
  readonly drop: () => Promise<void>;
};

/** What came of the pictures of a form: those that wait now, and those that were not taken, with why. */
export type StagedIntake = { readonly ids: readonly string[]; readonly refused: readonly RefusedPhoto[] };

type Named = TakenPhoto & { readonly name: string };

/** Reads a form and takes its pictures as they come. When the form cannot be read to its end nothing of it is kept. */
export const readWithPhotos = async <Form>(
  laksa: Installation,
  tenantId: string,
  about: IntakeOf,
  read: (take: (file: FormFile) => Promise<boolean>) => Promise<Form>,
): Promise<FormWithPhotos<Form>> => {
  const taken: Named[] = [];
  const refused: RefusedPhoto[] = [];
  const { field: ownField, atMost = photoLimits.count, ...intake } = about;
  const take = async ({ field, name, content }: FormFile): Promise<boolean> => {
    if (field !== ownField) return false;
    const result = await takeOne(laksa, tenantId, { ...intake, name, content }, taken.length < atMost);
    if (result.ok) taken.push({ ...result.value, name });
    else refused.push(refusedAs(name, result.refusal));
    return true;
  };
  const drop = async (): Promise<void> => {
    for (const { id } of taken) await removePhoto(laksa, { tenantId, id });
  };
  try {
    const form = await read(take);
    const stageUnder = async (stage: PhotoStage): Promise<StagedIntake> => {
      const { ids, tooMany } = await stagePhotos(laksa, stage, taken);
      const named = taken.filter(({ id }) => tooMany.some((one) => one.id === id));
      const over = named.map(({ name }) => ({ name, problem: 'too_many' as const }));
      return { ids, refused: [...refused, ...over] };
    };
    return { form, stageUnder, drop };
  } catch (error) {
    await drop();
    throw error;
  }
};

const refusedAs = (name: string, { kind, ...rest }: NotTaken): RefusedPhoto => ({ name, problem: kind, ...rest });

const takeOne = async (
  laksa: Installation,
  tenantId: string,
  photo: IncomingPhoto,
  hasRoom: boolean,
): ReturnType<typeof takePhoto> => {
  if (hasRoom) return takePhoto(laksa, tenantId, photo);
  await readToItsEnd(photo.content);
  return { ok: false, refusal: { kind: 'too_many' } };
};

const readToItsEnd = async (content: Readable): Promise<void> => {
  for await (const _chunk of content) continue;
};
