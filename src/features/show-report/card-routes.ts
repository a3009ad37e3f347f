import type { Access } from '../../domain/access.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Installation } from '../../store/installation.ts';
import { cardOf, markOf, openCardDrawer, type DrawCard } from './card.ts';
import { readCardReport } from './card-queries.ts';

export type CardMeans = Installation & {
  /** Absent: the machine draws none, and no page names one. */
  readonly drawCard?: DrawCard | undefined;
};

/** What is shown where somebody passes the address of a report on. Who asks again is told by the database whether it is public still. */
export const cardRoutes = (server: Server, laksa: CardMeans): void => {
  const config = { access: 'everyone' satisfies Access } as const;
  const drawer = laksa.drawCard === undefined ? null : openCardDrawer(laksa.files, laksa.drawCard);
  server.get<{ Params: { number: string } }>('/laporan/:number/kartu.png', { config }, async (request, reply) => {
    const { tenant, language, params } = request;
    const report = await laksa.database.inTenant(tenant.id, (tx) => readCardReport(tx, tenant.id, params.number), {
      readOnly: true,
    });
    if (report === null || drawer === null) return sendFailure(reply, { status: 404 });
    const card = cardOf(tenant, language, report);
    const etag = `"${markOf(card)}"`;
    // Made for the pages of others.
    reply
      .header('etag', etag)
      .header('vary', 'accept-language, cookie')
      .header('cross-origin-resource-policy', 'cross-origin');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const drawn = await drawer(card);
    if (drawn === 'busy') return sendFailure(reply, { status: 503, retryAfterSeconds: 5 });
    if (drawn === null) return sendFailure(reply, { status: 404 });
    return reply.type('image/png').send(drawn);
  });
};
