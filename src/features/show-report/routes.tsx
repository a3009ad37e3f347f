import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { cardRoutes, type CardMeans } from './card-routes.ts';
import { listRoutes } from './list-routes.tsx';
import { NotPublicPage, WithdrawnPage } from './not-public.view.tsx';
import { presentReport, withdrawalReason } from './present.ts';
import { readPublicReport, type PublicReport } from './queries.ts';
import { PublicReportPage } from './report.view.tsx';

export type ShowReportMeans = CardMeans & { readonly frame: (request: FastifyRequest) => PageFrame };

const config = { access: 'everyone' satisfies Access } as const;

/** What everyone may read: one report, and all of them. */
export const showReportRoutes = (server: Server, laksa: ShowReportMeans): void => {
  server.get<{ Params: { number: string } }>('/laporan/:number', { config }, async (request, reply) => {
    const { tenant, params } = request;
    const number = parseNumber(params.number);
    if (number !== null && number !== params.number) return reply.redirect(`/laporan/${number}`, 301);
    const report =
      number === null
        ? null
        : await laksa.database.inTenant(tenant.id, (tx) => readPublicReport(tx, tenant.id, number), { readOnly: true });
    if (report === null) return sendPage(reply, renderDocument(<NotPublicPage frame={laksa.frame(request)} />), 404);
    return sendPage(reply, pageOf(laksa.frame(request), request, report));
  });

  listRoutes(server, laksa);
  cardRoutes(server, laksa);
};

const pageOf = (frame: PageFrame, { tenant }: FastifyRequest, report: PublicReport): string =>
  report.publication === 'withdrawn_from_public'
    ? renderDocument(
        <WithdrawnPage
          frame={frame}
          number={report.number}
          reason={withdrawalReason(frame.t, report.publication_reason)}
        />,
      )
    : renderDocument(<PublicReportPage {...presentReport(frame, tenant, report)} />);
