import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { photoPlace } from '../../domain/photo.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { rememberForm } from '../../store/form-cookie.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { joinFiled } from '../../store/join-filed.ts';
import { readWithPhotos, type RefusedPhoto } from '../../store/photo-intake.ts';
import { formStage } from '../../store/photo-stage.ts';
import { noteTold, stagedPhotos, type StagedPhoto } from '../../store/staged-photos.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { TakePhotosMeans } from './means.ts';
import { sendPicture, sizesByName } from './send-picture.ts';

type OfPhoto = { Params: { readonly id: string }; Querystring: { readonly nonce?: string | string[] } };

const config = { access: 'everyone' satisfies Access } as const;

/** The pictures of a form that was not sent yet, for who has its nonce: one by one from the script, and as they were taken. */
export const stagedRoutes = (server: Server, laksa: TakePhotosMeans): void => {
  server.post('/lapor/foto', { config }, async (request, reply) => {
    const { tenant } = request;
    const about = { field: 'photo', purpose: 'report', network: networkOf(request.ip) } as const;
    const { form, stageUnder, drop } = await readWithPhotos(laksa, tenant.id, about, (take) => readForm(request, take));
    const nonce = textOf(form.fields, 'nonce').trim().toLowerCase();
    if (!isUuid(nonce)) {
      await drop();
      return sendFailure(reply, { status: 422, kind: 'incomplete' });
    }
    const stage = formStage(laksa.keyring, tenant.id, nonce);
    const { ids, refused } = await stageUnder(stage);
    rememberForm(reply, nonce);
    const [id] = ids;
    if (id === undefined) return sendNotTaken(laksa, reply, refused[0] ?? { problem: 'empty' });
    await noteTold(laksa, stage, id, toldIn(form.fields));
    const arrived = await joinFiled(laksa, tenant, { nonce, id });
    if (arrived.in === null) return sendNotTaken(laksa, reply, arrived);
    const state = arrived.in === 'report' ? 'filed' : 'staged';
    return reply.header('cache-control', 'no-store').code(201).send({ id, state });
  });

  server.get<OfPhoto>('/lapor/foto/:id', { config }, async (request, reply) => {
    const photo = await photoOf(laksa, request);
    if (photo === undefined) return sendFailure(reply, { status: 404 });
    return reply.header('cache-control', 'no-store').send(said(photo, laksa.frame(request).t));
  });

  server.get<OfPhoto>('/lapor/foto/:id/kecil', { config }, async (request, reply) => {
    const photo = await photoOf(laksa, request);
    if (photo?.state !== 'ready') return sendFailure(reply, { status: 404 });
    return sendPicture(laksa, reply, { tenantId: request.tenant.id, id: photo.id, size: sizesByName.kecil });
  });
};

/** For the script, which says it beside the picture. */
const sendNotTaken = (
  laksa: TakePhotosMeans,
  reply: FastifyReply,
  { problem, retryAfterSeconds }: Pick<RefusedPhoto, 'problem' | 'retryAfterSeconds'>,
): FastifyReply => {
  reply.header('cache-control', 'no-store');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  const { t } = laksa.frame(reply.request);
  return reply.code(problem === 'too_much_sent' ? 429 : 422).send({ problem, words: t(`photo.problem.${problem}`) });
};

/** Whoever has no nonce, or that of another form, finds nothing. */
const photoOf = async (
  laksa: TakePhotosMeans,
  { tenant, params, query }: FastifyRequest<OfPhoto>,
): Promise<StagedPhoto | undefined> => {
  const nonce = [query.nonce ?? ''].flat()[0] ?? '';
  if (nonce === '' || nonce.length > 64) return undefined;
  const photos = await stagedPhotos(laksa, formStage(laksa.keyring, tenant.id, nonce));
  return photos.find(({ id }) => id === params.id);
};

/** For the script; the place is the sender's own, and told so that it can be seen and taken away. */
const said = ({ id, state, problem, details }: StagedPhoto, t: Text) => ({
  id,
  state,
  ...(problem === null ? {} : { problem, words: t(`photo.problem.${problem}`) }),
  ...(details.latitude === undefined ? {} : { lat: details.latitude, lng: details.longitude }),
});

/** What the telephone read before it made the picture smaller, which takes everything but the pixels away. */
const toldIn = (fields: FormFields) => {
  const degrees = (name: string): number => Number.parseFloat(textOf(fields, name));
  const takenAt = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?$/.exec(textOf(fields, 'taken_at'))?.[0];
  return { ...photoPlace(degrees('lat'), degrees('lng')), ...(takenAt === undefined ? {} : { takenAt }) };
};
