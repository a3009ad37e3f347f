import type { FastifyRequest } from 'fastify';

import { notTakenProblems, photoLimits } from '../../domain/photo.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import type { Text } from '../../ui/texts/text.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { networkOf } from '../../platform/limit/network.ts';
import type { Installation } from '../../store/installation.ts';
import { readWithPhotos, type RefusedPhoto } from '../../store/photo-intake.ts';
import { formStage } from '../../store/photo-stage.ts';
import { givenProof } from '../../store/small-question.ts';
import { dropPhoto, stagedPhotos, type StagedPhoto } from '../../store/staged-photos.ts';
import type { PhotoItem } from '../../ui/photo-strip.tsx';
import { photoPlaceWords, withPhotoPlace } from './photo-place.ts';
import type { OwnPhoto } from './photo-field.view.tsx';
import { nonceOf } from './form-nonce.ts';
import type { Typed } from './typed.ts';
import { readFields } from './report-fields.ts';

type SentForm = { readonly sent: FormFields; readonly typed: Typed };

/**
 * The form with the pictures that came along: they wait under its nonce. A form without one gets one where it comes back to its sender: what is derived
 * from the words would be another after the next word.
 */
export const readSentForm = async (laksa: Installation, request: FastifyRequest): Promise<SentForm> => {
  const { tenant } = request;
  const about = { field: 'photos', purpose: 'report', network: networkOf(request.ip) } as const;
  const { form, stageUnder } = await readWithPhotos(laksa, tenant.id, about, (take) => readForm(request, take));
  const fields = readFields(form.fields);
  const own = textOf(form.fields, 'nonce');
  const comesBack = ['edit', 'preview'].includes(textOf(form.fields, 'step')) && !isUuid(own.trim().toLowerCase());
  const nonce = comesBack ? crypto.randomUUID() : nonceOf(own, fields, laksa.clock.now());
  const stage = formStage(laksa.keyring, tenant.id, nonce);
  for (const id of textsOf(form.fields, 'drop').filter(isUuid)) await dropPhoto(laksa, stage, id);
  const { refused } = await stageUnder(stage);
  const refusedPhotos = [...refused, ...toldRefused(form.fields)];
  const placed = await withPhotoPlace(laksa, stage, form.fields, fields);
  const proof = givenProof(form.fields);
  return { sent: form.fields, typed: { nonce, fields: placed, droppedFiles: form.droppedFiles, refusedPhotos, proof } };
};

/** Pictures that the script has sent by themselves and that were not taken, `broken jalan.jpg`. */
const toldRefused = (fields: FormFields): readonly RefusedPhoto[] =>
  textsOf(fields, 'not_taken')
    .slice(0, photoLimits.count)
    .flatMap((told) => {
      const [, said = '', name = ''] = /^(\w+) (.{1,200})$/.exec(withoutTricks(told)) ?? [];
      const problem = notTakenProblems.find((known) => known === said);
      return problem === undefined ? [] : [{ name, problem }];
    });

/** What waits with a form, as its pages show it. */
export const photoItems = async (
  laksa: Installation,
  { tenant }: FastifyRequest,
  nonce: string,
  t: Text,
): Promise<readonly OwnPhoto[]> => {
  const photos = await stagedPhotos(laksa, formStage(laksa.keyring, tenant.id, nonce));
  return Promise.all(
    photos.map(async (photo, at) => ({
      ...photoItem(photo, { nonce, t, number: at + 1 }),
      place: (await photoPlaceWords(laksa, tenant, photo, t)) ?? undefined,
    })),
  );
};

type Showing = { readonly nonce: string; readonly t: Text; readonly number: number };

const photoItem = (photo: StagedPhoto, { nonce, t, number }: Showing): PhotoItem => ({
  id: photo.id,
  thumb: photo.state === 'ready' ? `/lapor/foto/${photo.id}/kecil?nonce=${nonce}` : null,
  alt: photo.details.name || t('photo.alt', { number }),
  notes: notesOf(photo, t),
});

const notesOf = ({ state, problem }: StagedPhoto, t: Text): readonly string[] => {
  if (state === 'staged') return [t('photo.working')];
  return problem === null ? [] : [t(`photo.problem.${problem}`)];
};
