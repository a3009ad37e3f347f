import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { cleanText } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { PublicListPage } from './list.view.tsx';
import { NotPublicPage, WithdrawnPage } from './not-public.view.tsx';
import { presentReport, withdrawalReason } from './present.ts';
import { pageSize, readFound, readNewest, readPublicReport, type ListedReport, type PublicReport } from './queries.ts';
import { PublicReportPage } from './report.view.tsx';

export type ShowReportMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

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

  server.get<{ Querystring: ListQuery }>('/laporan', { config }, async (request, reply) => {
    const { tenant, query } = request;
    const words = cleanText(first(query.q)).trim().slice(0, longestSearch);
    const after = readCursor(first(query.sesudah));
    const found = await laksa.database.inTenant(
      tenant.id,
      (tx) => (words === '' ? readNewest(tx, tenant.id, after) : readFound(tx, tenant.id, words, after)),
      { readOnly: true },
    );
    return sendPage(reply, listPage(laksa.frame(request), request, { found, words, isFirst: after === null }));
  });
};

type ListQuery = { readonly q?: string | string[]; readonly sesudah?: string | string[] };

const first = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

const longestSearch = 200;

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

type Listed = { readonly found: readonly ListedReport[]; readonly words: string; readonly isFirst: boolean };

const listPage = (frame: PageFrame, { tenant }: FastifyRequest, { found, words, isFirst }: Listed): string => {
  const shown = found.slice(0, pageSize);
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  const path = (parameters: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams({ ...(words === '' ? {} : { q: words }), ...parameters }).toString();
    return query === '' ? '/laporan' : `/laporan?${query}`;
  };
  return renderDocument(
    <PublicListPage
      frame={frame}
      words={words}
      rows={shown.map((row) => ({
        ...row,
        filedOn: formatDate(row.filed_at.toISOString(), tenant.zone, frame.language),
      }))}
      next={last === undefined ? undefined : path({ sesudah: writeCursor({ filedAt: last.filed_at, id: last.id }) })}
      first={isFirst ? undefined : path({})}
    />,
  );
};
