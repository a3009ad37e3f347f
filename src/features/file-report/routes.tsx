import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { localDay } from '../../domain/time.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { currentCity } from '../../store/current-city.ts';
import type { TooManyFilings } from '../../store/file-report-limits.ts';
import { fileWithinLimits } from '../../store/file-report.ts';
import type { Installation } from '../../store/installation.ts';
import { renderDocument } from '../../ui/render.ts';
import { checkFields, type CheckedFields } from './check-fields.ts';
import { speaksOfDanger } from '../../domain/danger.ts';
import { filedRoutes, showFiled } from './filed-routes.tsx';
import { categoryChoices, villageChoices } from './form-choices.ts';
import { nonceOf } from './form-nonce.ts';
import type { FileReportMeans } from './means.ts';
import { previewOf } from './preview.tsx';
import { noFields, readFields } from './report-fields.ts';
import type { FormProblem, ReportFields } from './report-fields.view.tsx';
import { ReportFormPage } from './report-form.view.tsx';
import type { TooMany } from './too-many.view.tsx';

const config = { access: 'everyone' satisfies Access } as const;

/** The form at /lapor, its preview, and what follows when it was sent. */
export const fileReportRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get('/lapor', { config }, async (request, reply) => {
    const nonce = crypto.randomUUID();
    return sendPage(reply, await formPage(laksa, request, { nonce, fields: noFields }));
  });

  server.post('/lapor', { config }, async (request, reply) => {
    const form = await readForm(request);
    const fields = readFields(form.fields);
    const nonce = nonceOf(textOf(form.fields, 'nonce'), fields, laksa.clock.now());
    const typed = { nonce, fields, droppedFiles: form.droppedFiles };
    const step = textOf(form.fields, 'step');
    if (step === 'edit') return sendPage(reply, await formPage(laksa, request, typed));
    const city = await currentCity(laksa, request.tenant);
    const checked = checkFields(fields, { city, today: today(request) });
    if (!checked.ok)
      return sendPage(reply, await formPage(laksa, request, { ...typed, problems: checked.problems }), 422);
    const isDanger = isDangerous(fields);
    if (step === 'preview')
      return sendPage(reply, previewOf(laksa.frame(request), { ...typed, city, value: checked.value, isDanger }));
    const filed = await file(laksa, request, checked.value, nonce);
    if (!filed.ok) return sendTooMany(laksa, reply, filed.refusal, typed);
    const shown = { isDanger, droppedPhotos: form.droppedFiles.length > 0 };
    return seeOther(reply, showFiled(laksa, reply, filed.value, shown));
  });

  filedRoutes(server, laksa);
};

const file = (laksa: Installation, { tenant, language, ip }: FastifyRequest, value: CheckedFields, nonce: string) => {
  const filing = { ...value, language, channel: 'web', nonce, actor: { kind: 'reporter' } } as const;
  return fileWithinLimits(laksa, tenant, filing, networkOf(ip));
};

/** The form once more, with every word in it and the time from which it is taken. */
const sendTooMany = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  { by, retryAfterSeconds, freeAt }: TooManyFilings,
  typed: Typed,
): Promise<FastifyReply> => {
  const { request } = reply;
  const now = laksa.clock.now().toISOString();
  const tooMany = { by, from: formatMoment(freeAt.toISOString(), request.tenant.zone, request.language, now) };
  reply.header('retry-after', String(retryAfterSeconds));
  return sendPage(reply, await formPage(laksa, request, { ...typed, tooMany }), 429);
};

const today = ({ tenant }: FastifyRequest): string => localDay(tenant.clock.now().toISOString(), tenant.zone);

const isDangerous = ({ category, title, description, place }: ReportFields): boolean =>
  speaksOfDanger([category, title, description, place].join(' . '));

type Typed = {
  readonly nonce: string;
  readonly fields: ReportFields;
  readonly problems?: readonly FormProblem[];
  readonly droppedFiles?: readonly string[];
  readonly tooMany?: TooMany;
};

const formPage = async (
  laksa: FileReportMeans,
  request: FastifyRequest,
  { nonce, fields, problems = [], droppedFiles = [], tooMany }: Typed,
): Promise<string> => {
  const city = await currentCity(laksa, request.tenant);
  return renderDocument(
    <ReportFormPage
      frame={laksa.frame(request)}
      nonce={nonce}
      fields={fields}
      problems={problems}
      tooMany={tooMany}
      categories={categoryChoices(city, request.language)}
      villages={villageChoices(city)}
      today={today(request)}
      isDanger={isDangerous(fields)}
      droppedFiles={droppedFiles}
    />,
  );
};
