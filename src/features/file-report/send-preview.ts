import type { FastifyReply } from 'fastify';

import { sendPage } from '../../platform/http/page.ts';
import { currentCity } from '../../store/current-city.ts';
import type { CheckedFields } from './check-fields.ts';
import { isDangerous } from '../../domain/is-dangerous.ts';
import type { Typed } from './typed.ts';
import { photoItems } from './form-with-photos.ts';
import { located, placeNotesOf } from './located.ts';
import type { FileReportMeans } from './means.ts';
import { previewOf } from './preview.tsx';
import { publicSame } from './public-same.ts';
import { inWords } from './refused-in-words.ts';
import { meantVillages } from './typed-village.ts';
import { usualTimeOf } from './usual-time.ts';

/** The page that shows what becomes of a form before anything is stored. */
export const sendPreview = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  { fields, nonce, refusedPhotos = [] }: Typed,
  checked: CheckedFields,
): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const frame = laksa.frame(request);
  const { t } = frame;
  const city = await currentCity(laksa, tenant);
  const { value, place } = await located(laksa, tenant, checked);
  const usual = await usualTimeOf(laksa, tenant, value.categoryId);
  return sendPage(
    reply,
    previewOf(frame, {
      city,
      value,
      fields,
      nonce,
      isDanger: isDangerous(city, fields),
      photos: await photoItems(laksa, request, nonce, t),
      refusedPhotos: inWords(refusedPhotos, t),
      same: await publicSame(laksa, tenant, value),
      meant: value.villageCode === null ? meantVillages(city.villages, fields) : [],
      placeNotes: await placeNotesOf({ t, tenant, city, fields }, place),
      usualTime: usual === null ? null : t('fileReport.usualTime', { days: usual.days, count: usual.reports }),
    }),
  );
};
