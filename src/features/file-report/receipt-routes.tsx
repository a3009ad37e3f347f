import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { claimOf } from '../../store/claim-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import type { FileReportMeans, ShownFiling } from './means.ts';
import { readFiledReport } from './queries.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { receiptOf } from './receipt.ts';
import { ReceiptPage } from './receipt.view.tsx';
import { keepPrivate, readShown } from './shown-filing.ts';

type Filed = { Querystring: { surat?: string | string[] } };
type Own = { Params: { readonly number: string } };
type Shown = Pick<ShownFiling, 'report' | 'showsReporter'>;

/** The receipt as a page and as a file: for whoever holds the pass of the page after filing, and for whoever came in by number and code. */
export const receiptRoutes = (server: Server, laksa: FileReportMeans): void => {
  const everyone = { config: { access: 'everyone' satisfies Access } };
  server.get<Filed>('/lapor/tanda-terima', everyone, async (request, reply) => {
    const shown = await readShown(laksa, request);
    if (shown === null) return seeOther(reply, '/lapor');
    return sendReceipt(laksa, reply, shown, `/lapor/tanda-terima.pdf?surat=${shown.sealed}`);
  });
  server.get<Filed>('/lapor/tanda-terima.pdf', everyone, async (request, reply) => {
    const shown = await readShown(laksa, request);
    return shown === null ? seeOther(reply, '/lapor') : sendPdf(laksa, reply, shown);
  });

  const claim = { config: { access: 'claim' satisfies Access } };
  server.get<Own>('/lacak/:number/tanda-terima', claim, async (request, reply) => {
    const shown = await readOwn(laksa, request);
    if (shown === null) return seeOther(reply, lostPath(request.params.number));
    return sendReceipt(laksa, reply, shown, `/lacak/${shown.report.number}/tanda-terima.pdf`);
  });
  server.get<Own>('/lacak/:number/tanda-terima.pdf', claim, async (request, reply) => {
    const shown = await readOwn(laksa, request);
    return shown === null ? seeOther(reply, lostPath(request.params.number)) : sendPdf(laksa, reply, shown);
  });
};

const lostPath = (number: string): string => `/lacak?nomor=${parseNumber(number) ?? ''}`;

/** Null when the code was not typed here, or was renewed since. */
const readOwn = async (laksa: FileReportMeans, request: FastifyRequest<Own>): Promise<Shown | null> => {
  const { tenant, params } = request;
  const claim = claimOf(laksa, request, params.number);
  if (claim === null) return null;
  const report = await laksa.database.inTenant(tenant.id, (tx) => readFiledReport(tx, tenant.id, claim.reportId), {
    readOnly: true,
  });
  return report?.claim_generation === claim.generation ? { report, showsReporter: true } : null;
};

const sendReceipt = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  shown: Shown,
  pdfPath: string,
): Promise<FastifyReply> => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const receipt = await receiptOf(laksa, request.tenant, frame, shown);
  const { number } = shown.report;
  const page = <ReceiptPage frame={frame} reportNumber={number} receipt={receipt} pdfPath={pdfPath} />;
  return sendPage(keepPrivate(reply), renderDocument(page));
};

const sendPdf = async (laksa: FileReportMeans, reply: FastifyReply, shown: Shown): Promise<FastifyReply> => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const pdf = await receiptPdf(frame, await receiptOf(laksa, request.tenant, frame, shown));
  return keepPrivate(reply)
    .header('vary', 'accept-language, cookie')
    .header('content-disposition', `inline; filename="tanda-terima-${shown.report.number}.pdf"`)
    .type('application/pdf')
    .send(pdf);
};
