import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { ok } from '../../domain/result.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { currentCity } from '../../store/current-city.ts';
import { fileWithinLimits, findSame } from '../../store/file-report.ts';
import { rememberedForm, rememberForm } from '../../store/form-cookie.ts';
import type { Installation } from '../../store/installation.ts';
import { askedRoutes } from './asked-routes.ts';
import { checkFields, type CheckedFields } from './check-fields.ts';
import { filedRoutes, passedReport, showFiled } from './filed-routes.tsx';
import { formPage, todayIn } from './form-page.tsx';
import { readSentForm } from './form-with-photos.ts';
import { isDangerous } from '../../domain/is-dangerous.ts';
import { located, placeDoubts } from './located.ts';
import { mapRoutes } from './map-routes.ts';
import type { FileReportMeans } from './means.ts';
import { sendNotFiled } from './not-filed.tsx';
import { noFields } from './report-fields.ts';
import { sendPreview } from './send-preview.ts';
import { sendSupport } from './support.ts';
import { supportedRoutes } from './supported-routes.tsx';
import type { Typed } from './typed.ts';

const config = { access: 'everyone' satisfies Access } as const;

/** The form at /lapor, its preview, and what follows when it was sent. */
export const fileReportRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get('/lapor', { config: { ...config, urgency: 'light' } }, async (request, reply) => {
    const nonce = (await rememberedForm(laksa, request)) ?? crypto.randomUUID();
    return sendPage(reply, await formPage(laksa, request, { nonce, fields: noFields }));
  });

  server.post('/lapor', { config: { ...config, keepsTyped: true } }, async (request, reply) => {
    const { sent, typed } = await readSentForm(laksa, request);
    const { fields, nonce, refusedPhotos = [] } = typed;
    rememberForm(reply, nonce);
    const step = textOf(sent, 'step');
    if (step === 'edit') return sendPage(reply, await formPage(laksa, request, typed));
    const support = textOf(sent, 'support');
    if (support !== '' && step === '') return sendSupport(laksa, reply, typed, support);
    const city = await currentCity(laksa, request.tenant);
    const checked = checkFields(fields, { city, today: todayIn(request) });
    if (!checked.ok)
      return sendPage(reply, await formPage(laksa, request, { ...typed, problems: checked.problems }), 422);
    if (step === 'preview') return sendPreview(laksa, reply, typed, checked.value);
    const { value, place } = await located(laksa, request.tenant, checked.value);
    const before = await filedJustNow(laksa, request, value, nonce);
    const filed = before ?? (await file(laksa, request, { value, typed }));
    if (!filed.ok) return sendNotFiled(laksa, reply, filed.refusal, typed);
    const shown = {
      isRepeat: before !== null,
      isDanger: isDangerous(city, fields),
      ...(await placeDoubts({ t: laksa.frame(request).t, tenant: request.tenant, city, fields }, place)),
      refusedPhotos: [...refusedPhotos, ...filed.value.leftPhotos],
    };
    return seeOther(reply, showFiled(laksa, reply, filed.value, shown));
  });

  askedRoutes(server, laksa);
  mapRoutes(server, laksa);
  supportedRoutes(server, laksa);
  filedRoutes(server, laksa);
};

type Checked = { readonly value: CheckedFields; readonly typed: Typed };

const file = (laksa: Installation, request: FastifyRequest, { value, typed: { nonce, proof = null } }: Checked) => {
  const network = networkOf(request.ip);
  const from = network === null ? null : { network, proof };
  return fileWithinLimits(laksa, request.tenant, filingOf(request, value, nonce), from);
};

/** Whoever goes back in the browser after filing finds the words still there, in a form with a new nonce: sent again, they are the same report. */
const filedJustNow = async (laksa: FileReportMeans, request: FastifyRequest, value: CheckedFields, nonce: string) => {
  const reportId = passedReport(laksa, request);
  if (reportId === null) return null;
  const filed = await findSame(laksa, request.tenant, reportId, filingOf(request, value, nonce));
  return filed === null ? null : ok(filed);
};

const filingOf = ({ language }: FastifyRequest, value: CheckedFields, nonce: string) =>
  ({ ...value, language, channel: 'web', nonce, actor: { kind: 'reporter' } }) as const;
