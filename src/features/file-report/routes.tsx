import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { currentCity } from '../../store/current-city.ts';
import { fileWithinLimits } from '../../store/file-report.ts';
import type { Installation } from '../../store/installation.ts';
import { checkFields, type CheckedFields } from './check-fields.ts';
import { filedRoutes, showFiled } from './filed-routes.tsx';
import { nonceOf } from './form-nonce.ts';
import { formPage, isDangerous, todayIn } from './form-page.tsx';
import type { FileReportMeans } from './means.ts';
import { sendNotFiled } from './not-filed.tsx';
import { previewOf } from './preview.tsx';
import { publicSame } from './public-same.ts';
import { noFields, readFields } from './report-fields.ts';

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
    const checked = checkFields(fields, { city, today: todayIn(request) });
    if (!checked.ok)
      return sendPage(reply, await formPage(laksa, request, { ...typed, problems: checked.problems }), 422);
    const isDanger = isDangerous(fields);
    if (step === 'preview')
      return sendPage(
        reply,
        previewOf(laksa.frame(request), {
          ...typed,
          city,
          value: checked.value,
          isDanger,
          same: await publicSame(laksa, request.tenant, checked.value),
        }),
      );
    const filed = await file(laksa, request, checked.value, nonce);
    if (!filed.ok) return sendNotFiled(laksa, reply, filed.refusal, typed);
    const shown = { isDanger, droppedPhotos: form.droppedFiles.length > 0 };
    return seeOther(reply, showFiled(laksa, reply, filed.value, shown));
  });

  filedRoutes(server, laksa);
};

const file = (laksa: Installation, { tenant, language, ip }: FastifyRequest, value: CheckedFields, nonce: string) => {
  const filing = { ...value, language, channel: 'web', nonce, actor: { kind: 'reporter' } } as const;
  return fileWithinLimits(laksa, tenant, filing, networkOf(ip));
};
