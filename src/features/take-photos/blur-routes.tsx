import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { mostBoxes } from '../../domain/blur-box.ts';
import { mayBlur } from '../../domain/may-blur.ts';
import { showNumber } from '../../domain/report-number.ts';
import { statusOf } from '../../domain/refusal.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { blurPhoto } from '../../store/blur-photo.ts';
import { staffOf } from '../../store/identity.ts';
import { readBlurs, type PhotoBlur } from '../../store/photo-blur.ts';
import { renderDocument } from '../../ui/render.ts';
import { readBlurForm, type BlurForm } from './blur-form.ts';
import { BlurPage } from './blur.view.tsx';
import type { TakePhotosMeans } from './means.ts';
import { readPhoto, type SeenPhoto } from './queries.ts';
import { sendBlurredPicture, sizeOf } from './send-picture.ts';

type OfPhoto = { Params: { readonly id: string }; Querystring: { readonly tersimpan?: string } };
type OfSize = { Params: { readonly id: string; readonly size: string } };
type Found = { readonly photo: SeenPhoto; readonly blurs: readonly PhotoBlur[] };

const config = { access: 'staff' satisfies Access };

/** Where an officer says what nobody shall recognise on a picture. Whoever may not finds what is not there. */
export const blurRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  server.get<OfPhoto>('/petugas/foto/:id/kabur', { config }, async (request, reply) => {
    const found = await findPhoto(laksa, request, request.params.id);
    if (found === null) return sendFailure(reply, { status: 404 });
    return sendPage(reply, blurPage(laksa, request, found, { isSaved: request.query.tersimpan === '1' }));
  });

  // What is seen of it outside, or will be once the picture is shown.
  server.get<OfSize>('/petugas/foto/:id/kabur/:size', { config }, async (request, reply) => {
    const size = sizeOf(request.params.size);
    const found = await findPhoto(laksa, request, request.params.id);
    const version = found === null ? null : readyVersion(found);
    if (size === null || version === null) return sendFailure(reply, { status: 404 });
    return sendBlurredPicture(laksa, reply, { tenantId: request.tenant.id, id: request.params.id, size, version });
  });

  server.post<OfPhoto>('/petugas/foto/:id/kabur', { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const found = await findPhoto(laksa, request, request.params.id);
    if (found === null) return sendFailure(reply, { status: 404 });
    return save(laksa, { request, reply, found, form: readBlurForm(fields, found.blurs) });
  });
};

/** The version whose files are there; null: none, or not yet. */
const readyVersion = ({ photo, blurs }: Found): number | null =>
  photo.isBlurPending ? null : (blurs[0]?.version ?? null);

type Saving = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly found: Found;
  readonly form: BlurForm;
};

const save = async (laksa: TakePhotosMeans, { request, reply, found, form }: Saving): Promise<FastifyReply> => {
  const { t } = laksa.frame(request);
  if (form.problem !== null) {
    const problem = t(`photo.blur.${form.problem}`, { count: mostBoxes });
    return sendPage(reply, blurPage(laksa, request, found, { form, problem }), 422);
  }
  const { tenant } = request;
  const { id, number } = found.photo;
  const blurring = { number, photoId: id, post: staffOf(request).post, boxes: form.boxes, version: form.version };
  const saved = await laksa.database.inTenant(tenant.id, (tx) => blurPhoto(tx, laksa, tenant, blurring));
  if (saved.ok) return seeOther(reply, `/petugas/foto/${id}/kabur?tersimpan=1`);
  const now = await findPhoto(laksa, request, id);
  if (saved.refusal.kind !== 'changed_meanwhile' || now === null) return sendFailure(reply, { status: 404 });
  const page = blurPage(laksa, request, now, { form, problem: t('photo.blur.changed') });
  return sendPage(reply, page, statusOf(saved.refusal));
};

const findPhoto = async ({ database }: TakePhotosMeans, request: FastifyRequest, id: string): Promise<Found | null> => {
  const { tenant } = request;
  if (!isUuid(id)) return null;
  return database.inTenant(
    tenant.id,
    async (tx) => {
      const photo = await readPhoto(tx, tenant.id, id);
      if (photo === null || photo.size === null || !mayBlur(staffOf(request).post, photo, photo.purpose)) return null;
      return { photo, blurs: await readBlurs(tx, tenant.id, id) };
    },
    { readOnly: true },
  );
};

type Said = { readonly form?: BlurForm; readonly problem?: string; readonly isSaved?: boolean };

/** What was drawn and not saved stays on the page. */
const blurPage = (
  laksa: TakePhotosMeans,
  request: FastifyRequest,
  found: Found,
  { form, problem, isSaved = false }: Said,
): string => {
  const { photo, blurs } = found;
  const { id, number } = photo;
  const { tenant, language } = request;
  const ready = readyVersion(found);
  const frame = laksa.frame(request);
  const { t } = frame;
  const now = tenant.clock.now().toISOString();
  const path = `/petugas/foto/${id}/kabur`;
  const saved = blurs.map(({ version, at, postName, boxes }) => {
    const when = formatMoment(at.toISOString(), tenant.zone, language, now);
    return t('photo.blur.version', { version, when, who: postName, count: boxes.length });
  });
  return renderDocument(
    <BlurPage
      frame={{ ...frame, path }}
      photo={{ src: `/petugas/foto/${id}/sedang`, ...(photo.size ?? { width: 1, height: 1 }) }}
      report={{ href: `/petugas/laporan/${number}`, words: t('staff.report.title', { number: showNumber(number) }) }}
      outside={ready === null ? null : `${path}/sedang?v=${ready}`}
      action={path}
      version={blurs[0]?.version ?? 0}
      boxes={form?.boxes ?? blurs[0]?.boxes ?? []}
      saved={saved}
      isPending={photo.isBlurPending}
      isSaved={isSaved}
      problem={problem ?? null}
    />,
  );
};
