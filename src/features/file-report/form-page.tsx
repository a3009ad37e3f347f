import type { FastifyRequest } from 'fastify';

import { daysLater } from '../../domain/calendar.ts';
import { localDay } from '../../domain/time.ts';
import { currentCity } from '../../store/current-city.ts';
import { hasBegun } from '../../store/form-cookie.ts';
import { renderDocument } from '../../ui/render.ts';
import { aboutCategory } from './about-category.ts';
import { categoryChoices, villageChoices } from './form-choices.ts';
import { isDangerous } from '../../domain/is-dangerous.ts';
import type { FileReportMeans } from './means.ts';
import { photoItems } from './form-with-photos.ts';
import { inWords } from './refused-in-words.ts';
import { ReportFormPage } from './report-form.view.tsx';
import type { Typed } from './typed.ts';

/** The form with everything in it that was typed. */
export const formPage = async (
  laksa: FileReportMeans,
  request: FastifyRequest,
  { nonce, fields, problems = [], droppedFiles = [], refusedPhotos = [], proof: _proof, ...heldBack }: Typed,
): Promise<string> => {
  const city = await currentCity(laksa, request.tenant);
  const frame = laksa.frame(request);
  return renderDocument(
    <ReportFormPage
      frame={frame}
      nonce={nonce}
      fields={fields}
      problems={problems}
      {...heldBack}
      about={aboutCategory(city, request.language, fields.category)}
      categories={categoryChoices(city, request.language)}
      villages={villageChoices(city)}
      today={todayIn(request)}
      draftUntil={daysLater(todayIn(request), draftDays)}
      isDanger={isDangerous(city, fields)}
      droppedFiles={droppedFiles}
      photos={request.method === 'GET' && !hasBegun(request) ? [] : await photoItems(laksa, request, nonce, frame.t)}
      refusedPhotos={inWords(refusedPhotos, frame.t)}
    />,
  );
};

/** Source: own. Longer than a weekend without a connection, shorter than a device stays in other hands. */
const draftDays = 7;

/** The last day on which anything can have happened. */
export const todayIn = ({ tenant }: FastifyRequest): string => localDay(tenant.clock.now().toISOString(), tenant.zone);
