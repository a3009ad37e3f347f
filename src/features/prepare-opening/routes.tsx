import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { inTheWay, isConfirmable } from '../../domain/readiness.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { administrator, actorOf } from '../../store/identity.ts';
import { addMark, openTenant } from '../../store/readiness.ts';
import { renderDocument } from '../../ui/render.ts';
import { readinessPath, type PrepareOpeningMeans } from './means.ts';
import { readReadiness } from './read-readiness.ts';
import { readinessProps } from './readiness-props.ts';
import { mostWords, ReadinessPage, type ReadinessProps } from './readiness.view.tsx';

const asked = z.looseObject({ selesai: z.enum(['confirmed', 'undone', 'opened']).optional().catch(undefined) });
const which = z.object({ item: z.string() });

/** What is missing before a region opens, who has looked at what, and the opening itself. */
export const prepareOpeningRoutes = (server: Server, laksa: PrepareOpeningMeans): void => {
  server.get(readinessPath, { ...administrator, schema: { querystring: asked } }, (request, reply) =>
    sendReadiness(laksa, request, reply, { done: request.query.selesai }),
  );
  server.post(`${readinessPath}/buka`, administrator, (request, reply) => open(laksa, request, reply));
  server.post(`${readinessPath}/:item`, { ...administrator, schema: { params: which } }, (request, reply) =>
    mark(laksa, request, reply, request.params.item),
  );
};

type Shown = Pick<ReadinessProps, 'done' | 'needsReason'>;

const sendReadiness = async (
  laksa: PrepareOpeningMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const readiness = await laksa.database.inTenant(tenant.id, (tx) => readReadiness(tx, laksa, request), {
    readOnly: true,
  });
  const props = readinessProps(laksa.frame(request), tenant, readiness);
  const status = shown.needsReason === true ? 422 : 200;
  return sendPage(reply, renderDocument(<ReadinessPage {...props} {...shown} />), status);
};

/** Confirms, or takes back; what was said before is kept. */
const mark = async (
  laksa: PrepareOpeningMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  item: string,
): Promise<FastifyReply> => {
  if (!isConfirmable(item)) return sendFailure(reply, { status: 404 });
  const { tenant } = request;
  const { fields } = await readForm(request);
  const isConfirmed = textOf(fields, 'confirmed') === 'yes';
  const note = textOf(fields, 'note').trim().slice(0, mostWords);
  await laksa.database.inTenant(tenant.id, (tx) =>
    addMark(tx, tenant.id, { item, isConfirmed, note, by: actorOf(request), at: tenant.clock.now() }),
  );
  return seeOther(reply, `${readinessPath}?selesai=${isConfirmed ? 'confirmed' : 'undone'}`);
};

const open = async (
  laksa: PrepareOpeningMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const { fields } = await readForm(request);
  const note = textOf(fields, 'reason').trim().slice(0, mostWords);
  const isOpened = await laksa.database.inTenant(tenant.id, async (tx) => {
    const { states } = await readReadiness(tx, laksa, request);
    if (tenant.isOpen) return true;
    if (inTheWay(states).length > 0 && note === '') return false;
    await openTenant(tx, tenant.id, { note, by: actorOf(request), at: laksa.clock.now() });
    return true;
  });
  if (!isOpened) return sendReadiness(laksa, request, reply, { needsReason: true });
  laksa.tenants.forget();
  return seeOther(reply, `${readinessPath}?selesai=opened`);
};
