import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { isUuid } from '../../platform/db/uuid7.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { languages } from '../../platform/i18n/language.ts';
import { ownPathOr, seeOther } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { deliveries, setNotices } from '../../store/notice-setting.ts';
import { markNoticesSeen } from '../../store/seen-notices.ts';
import { noticesPath, seenPath, type ShowPostNoticesMeans } from './means.ts';
import { sendNotices } from './show-notices.tsx';

const one = z.string().optional().catch(undefined);
const asked = z.looseObject({ sesudah: one, selesai: z.enum(['marked', 'saved']).optional().catch(undefined) });

/** What a post was told, and how the person in it wants to be written to. */
export const showPostNoticesRoutes = (server: Server, laksa: ShowPostNoticesMeans): void => {
  server.get(noticesPath, { ...staff, schema: { querystring: asked } }, (request, reply) =>
    sendNotices(laksa, request, reply, { after: request.query.sesudah, done: request.query.selesai }),
  );
  server.post(seenPath, staff, (request, reply) => markSeen(laksa, request, reply));
  server.post(noticesPath, staff, (request, reply) => saveSetting(laksa, request, reply));
};

/** What stood on the page, and nothing that came in since. */
const markSeen = async (
  { database }: ShowPostNoticesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const { fields } = await readForm(request);
  const ids = textOf(fields, 'kabar').split(' ').filter(isUuid).slice(0, 100);
  const key = { tenantId: tenant.id, postId: staffOf(request).post.id };
  await database.inTenant(tenant.id, (tx) => markNoticesSeen(tx, key, ids, tenant.clock.now()));
  const here = ownPathOr(textOf(fields, 'next'), noticesPath);
  return seeOther(reply, `${here}${here.includes('?') ? '&' : '?'}selesai=marked`);
};

const saveSetting = async (
  laksa: ShowPostNoticesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const { fields } = await readForm(request);
  const typed = { delivery: textOf(fields, 'delivery'), language: textOf(fields, 'language') };
  const delivery = deliveries.find((known) => known === typed.delivery);
  const language = languages.find((known) => known === typed.language);
  if (delivery === undefined || language === undefined) return sendNotices(laksa, request, reply, { typed });
  const key = { tenantId: tenant.id, userId: staffOf(request).userId };
  await laksa.database.inTenant(tenant.id, (tx) => setNotices(tx, key, { delivery, language }));
  return seeOther(reply, `${noticesPath}?selesai=saved`);
};
