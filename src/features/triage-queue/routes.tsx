import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { allows } from '../../domain/permission.ts';
import { moveNames } from '../../domain/move.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { isFound } from './queries.ts';
import { NoQueuePage } from './no-queue.view.tsx';
import { listAsked } from './queue-list.ts';
import { QueuePage } from './queue.view.tsx';
import { showQueue } from './show-queue.ts';

export type TriageQueueMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

const one = z.string().optional().catch(undefined);
const moveDone = z.enum(moveNames).optional().catch(undefined);
const asked = z.looseObject({ daftar: one, nomor: one, sesudah: one, selesai: moveDone });
type Asked = z.infer<typeof asked>;

export const triageQueueRoutes = (server: Server, laksa: TriageQueueMeans): void => {
  const options = { config: { access: 'staff' satisfies Access }, schema: { querystring: asked } };
  server.get('/petugas', options, (request, reply) => showDesk(laksa, request, reply, request.query));
};

const showDesk = async (
  laksa: TriageQueueMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  query: Asked,
): Promise<FastifyReply> => {
  const { post } = staffOf(request);
  const frame = laksa.frame(request);
  const list = listAsked(post, query.daftar);
  if (list === null) {
    return sendPage(
      reply,
      renderDocument(<NoQueuePage frame={frame} post={post.name} administersCity={allows(post, 'administer_city')} />),
    );
  }
  const number = query.nomor === undefined ? null : await findNumber(laksa, request, query.nomor);
  if (number !== null) return seeOther(reply, `/petugas/laporan/${number}`);
  const props = await showQueue(laksa, request, list, query.sesudah);
  const isLost = query.nomor !== undefined;
  const search = { typed: query.nomor ?? '', error: isLost ? frame.t('staff.queue.notFound') : undefined };
  return sendPage(
    reply,
    renderDocument(<QueuePage {...props} frame={frame} search={search} done={query.selesai} />),
    isLost ? 404 : 200,
  );
};

/** The number, where there is such a report and the post may read it: nobody learns here which numbers exist. */
const findNumber = async (laksa: TriageQueueMeans, request: FastifyRequest, typed: string): Promise<string | null> => {
  const number = parseNumber(typed);
  if (number === null) return null;
  const { tenant } = request;
  const { post } = staffOf(request);
  const found = await laksa.database.inTenant(tenant.id, (tx) => isFound(tx, tenant.id, post, number), {
    readOnly: true,
  });
  return found ? number : null;
};
