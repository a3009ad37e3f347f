import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { renderDocument } from '../../ui/render.ts';
import type { FileReportMeans, ShownFiling } from './means.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { receiptOf } from './receipt.ts';
import { ReceiptPage } from './receipt.view.tsx';
import { keepPrivate, readShown } from './shown-filing.ts';

const config = { access: 'everyone' satisfies Access } as const;

/** The receipt as a page and as a file, for whoever holds the pass of the page after filing. */
export const receiptRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get<{ Querystring: { surat?: string | string[] } }>(
    '/lapor/tanda-terima',
    { config },
    async (request, reply) => {
      const shown = await readShown(laksa, request);
      if (shown === null) return seeOther(reply, '/lapor');
      return sendPage(keepPrivate(reply), await receiptPage(laksa, request, shown));
    },
  );

  server.get<{ Querystring: { surat?: string | string[] } }>(
    '/lapor/tanda-terima.pdf',
    { config },
    async (request, reply) => {
      const shown = await readShown(laksa, request);
      if (shown === null) return seeOther(reply, '/lapor');
      const frame = laksa.frame(request);
      const pdf = await receiptPdf(frame, await receiptOf(laksa, request.tenant, frame, shown));
      return keepPrivate(reply)
        .header('vary', 'accept-language, cookie')
        .header('content-disposition', `inline; filename="tanda-terima-${shown.report.number}.pdf"`)
        .type('application/pdf')
        .send(pdf);
    },
  );
};

const receiptPage = async (laksa: FileReportMeans, request: FastifyRequest, shown: ShownFiling): Promise<string> => {
  const frame = laksa.frame(request);
  const receipt = await receiptOf(laksa, request.tenant, frame, shown);
  const pdfPath = `/lapor/tanda-terima.pdf?surat=${shown.sealed}`;
  return renderDocument(
    <ReceiptPage frame={frame} reportNumber={shown.report.number} receipt={receipt} pdfPath={pdfPath} />,
  );
};
