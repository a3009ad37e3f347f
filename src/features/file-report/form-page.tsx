import type { FastifyRequest } from 'fastify';

import { speaksOfDanger } from '../../domain/danger.ts';
import { localDay } from '../../domain/time.ts';
import { currentCity } from '../../store/current-city.ts';
import { renderDocument } from '../../ui/render.ts';
import { categoryChoices, villageChoices } from './form-choices.ts';
import type { FileReportMeans } from './means.ts';
import type { FormProblem, ReportFields } from './report-fields.view.tsx';
import { ReportFormPage, type ReportFormProps } from './report-form.view.tsx';

/** A form as somebody filled it in, and what is to be said about it. */
export type Typed = {
  readonly nonce: string;
  readonly fields: ReportFields;
  readonly problems?: readonly FormProblem[];
  readonly droppedFiles?: readonly string[];
} & Pick<ReportFormProps, 'tooMany' | 'sentBefore'>;

/** The form with everything in it that was typed. */
export const formPage = async (
  laksa: FileReportMeans,
  request: FastifyRequest,
  { nonce, fields, problems = [], droppedFiles = [], tooMany, sentBefore }: Typed,
): Promise<string> => {
  const city = await currentCity(laksa, request.tenant);
  return renderDocument(
    <ReportFormPage
      frame={laksa.frame(request)}
      nonce={nonce}
      fields={fields}
      problems={problems}
      tooMany={tooMany}
      sentBefore={sentBefore}
      categories={categoryChoices(city, request.language)}
      villages={villageChoices(city)}
      today={todayIn(request)}
      isDanger={isDangerous(fields)}
      droppedFiles={droppedFiles}
    />,
  );
};

/** The last day on which anything can have happened. */
export const todayIn = ({ tenant }: FastifyRequest): string => localDay(tenant.clock.now().toISOString(), tenant.zone);

export const isDangerous = ({ category, title, description, place }: ReportFields): boolean =>
  speaksOfDanger([category, title, description, place].join(' . '));
