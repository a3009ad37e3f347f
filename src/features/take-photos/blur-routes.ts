import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { mostBoxes } from '../../domain/blur-box.ts';
import { mayBlur } from '../../domain/may-blur.ts';
import { seesReport } from '../../domain/permission.ts';
import { statusOf } from '../../domain/refusal.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { blurPhoto } from '../../store/blur-photo.ts';
import type { NamedPost } from '../../store/city.ts';
import { staffOf } from '../../store/identity.ts';
import { readBlurs } from '../../store/photo-blur.ts';
import { readBlurForm, type BlurForm } from './blur-form.ts';
import { blurPage, blurPath, readyVersion, uncoverPage, type FoundPhoto } from './blur-pages.tsx';
import type { TakePhotosMeans } from './means.ts';
import { readPhoto, type SeenPhoto } from './queries.ts';
import { sendBlurredPicture, sizeOf } from './send-picture.ts';

type OfPhoto = { Params: { readonly id: string }; Querystring: { readonly tersimpan?: string } };
type OfSize = { Params: { readonly id: string; readonly size: string } };

const config = { access: 'staff' satisfies Access };

/** Where an officer says what nobody shall recognise on a picture. Whoever may not finds what is not there. */
export const blurRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  server.get<OfPhoto>('/petugas/foto/:id/kabur', { config }, async (request, reply) => {
    const found = await findPhoto(laksa, request, request.params.id, mayDraw);
    if (found === null) return sendFailure(reply, { status: 404 });
    return sendPage(reply, blurPage({ laksa, request, found }, { isSaved: request.query.tersimpan === '1' }));
  });

  // What is seen of it outside, or will be once the picture is shown: less than whoever reads the report sees in any case.
  server.get<OfSize>('/petugas/foto/:id/kabur/:size', { config }, async (request, reply) => {
    const size = sizeOf(request.params.size);
    const found = await findPhoto(laksa, request, request.params.id, seesReport);
    const version = found === null ? null : readyVersion(found);
    if (size === null || version === null) return sendFailure(reply, { status: 404 });
    return sendBlurredPicture(laksa, reply, { tenantId: request.tenant.id, id: request.params.id, size, version });
  });

  server.post<OfPhoto>('/petugas/foto/:id/kabur', { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const found = await findPhoto(laksa, request, request.params.id, mayDraw);
    if (found === null) return sendFailure(reply, { status: 404 });
    return answer(laksa, { request, reply, found, form: readBlurForm(fields, found.blurs) });
  });
};

type Saving = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly found: FoundPhoto;
  readonly form: BlurForm;
};

const answer = async (laksa: TakePhotosMeans, saving: Saving): Promise<FastifyReply> => {
  const { request, reply, found, form } = saving;
  if (form.problem !== null) {
    const problem = laksa.frame(request).t(`photo.blur.${form.problem}`, { count: mostBoxes });
    return sendPage(reply, blurPage({ laksa, request, found }, { form, problem }), 422);
  }
  if (form.mayUncover !== false) return save(laksa, saving);
  if (form.back !== null) return seeOther(reply, blurPath(found.photo.id));
  return sendPage(reply, blurPage({ laksa, request, found }, { form }));
};

const save = async (laksa: TakePhotosMeans, { request, reply, found, form }: Saving): Promise<FastifyReply> => {
  const { tenant } = request;
  const { id, number } = found.photo;
  const { boxes, version, mayUncover } = form;
  const blurring = {
    number,
    photoId: id,
    post: staffOf(request).post,
    boxes,
    version,
    mayUncover: mayUncover === true,
  };
  const saved = await laksa.database.inTenant(tenant.id, (tx) => blurPhoto(tx, laksa, tenant, blurring));
  if (saved.ok) return seeOther(reply, `${blurPath(id)}?tersimpan=1`);
  const now = await findPhoto(laksa, request, id, mayDraw);
  if (now === null) return sendFailure(reply, { status: 404 });
  const { refusal } = saved;
  if (refusal.kind === 'uncovers')
    return sendPage(reply, uncoverPage({ laksa, request, found: now }, form, refusal.boxes), 422);
  if (refusal.kind !== 'changed_meanwhile') return sendFailure(reply, { status: 404 });
  const problem = laksa.frame(request).t('photo.blur.changed');
  return sendPage(reply, blurPage({ laksa, request, found: now }, { form, problem }), statusOf(refusal));
};

type May = (post: NamedPost, photo: SeenPhoto) => boolean;

const mayDraw: May = (post, photo) => mayBlur(post, photo, photo.purpose);

const findPhoto = async (
  { database }: TakePhotosMeans,
  request: FastifyRequest,
  id: string,
  may: May,
): Promise<FoundPhoto | null> => {
  const { tenant } = request;
  if (!isUuid(id)) return null;
  return database.inTenant(
    tenant.id,
    async (tx) => {
      const photo = await readPhoto(tx, tenant.id, id);
      if (photo === null || photo.size === null || !may(staffOf(request).post, photo)) return null;
      return { photo, blurs: await readBlurs(tx, tenant.id, id) };
    },
    { readOnly: true },
  );
};
