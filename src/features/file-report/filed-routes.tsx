import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { isHttps } from '../../platform/http/tenant.ts';
import { claimCodeOf } from '../../store/claim.ts';
import type { Filed } from '../../store/file-report.ts';
import { filedPassMs, openFiledPass, sealFiledPass, type FiledPass } from '../../store/filed-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { FiledPage } from './filed.view.tsx';
import type { FileReportMeans, ShownFiling } from './means.ts';
import { readFiledReport, type FiledReport } from './queries.ts';
import { nextOf, receiptOf } from './receipt.tsx';

const config = { access: 'everyone' satisfies Access } as const;
const cookieName = 'laporan_terkirim';

/**
 * Where a filed report is shown: the address carries a sealed pass, the cookie the same one. The code is in neither. With the cookie it is shown for a
 * day, which survives reloading; the address alone, copied or logged on the way, shows it for some minutes only.
 */
export const showFiled = (
  laksa: FileReportMeans,
  reply: FastifyReply,
  filed: Filed,
  about: Pick<FiledPass, 'isDanger' | 'droppedPhotos'>,
): string => {
  const { tenant } = reply.request;
  const pass = sealFiledPass(
    { keyring: laksa.keyring, tenantId: tenant.id },
    { reportId: filed.reportId, showsCode: filed.claimCode !== null, ...about },
    laksa.clock.now(),
  );
  reply.setCookie(cookieName, pass, {
    path: '/lapor',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(tenant),
    maxAge: filedPassMs / 1000,
  });
  return `/lapor/terkirim?surat=${pass}`;
};

export const filedRoutes = (server: Server, laksa: FileReportMeans): void => {
  server.get<{ Querystring: { surat?: string | string[] } }>('/lapor/terkirim', { config }, async (request, reply) => {
    const shown = await readShown(laksa, request);
    if (shown === null) return seeOther(reply, '/lapor');
    return sendPage(keepPrivate(reply), filedPage(laksa, request, shown));
  });

  server.get<{ Querystring: { surat?: string | string[] } }>(
    '/lapor/tanda-terima',
    { config },
    async (request, reply) => {
      const shown = await readShown(laksa, request);
      if (shown === null) return seeOther(reply, '/lapor');
      const { tenant } = request;
      return sendPage(keepPrivate(reply), renderDocument(await receiptOf(laksa, tenant, laksa.frame(request), shown)));
    },
  );
};

/** Neither kept by a browser nor told to where a link leads. */
const keepPrivate = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');

const readShown = async (
  laksa: FileReportMeans,
  request: FastifyRequest<{ Querystring: { surat?: string | string[] } }>,
): Promise<ShownFiling | null> => {
  const { tenant, query, cookies } = request;
  const own = cookies[cookieName] ?? '';
  const sealed = [query.surat ?? own].flat()[0] ?? '';
  const now = laksa.clock.now();
  const pass = openFiledPass({ keyring: laksa.keyring, tenantId: tenant.id }, sealed, now);
  if (pass === null) return null;
  const report = await laksa.database.inTenant(tenant.id, (tx) => readFiledReport(tx, tenant.id, pass.reportId), {
    readOnly: true,
  });
  if (report === null) return null;
  const mayShow = pass.showsCode && (sealed === own || now.getTime() < pass.codeUntil);
  return { pass, sealed, report, claimCode: mayShow ? currentCode(laksa, tenant.id, report) : null };
};

/** A code that was renewed is not shown here any more: whoever renewed it has it. */
const currentCode = (laksa: FileReportMeans, tenantId: string, { id, claim_generation }: FiledReport): string | null =>
  claim_generation === 1 ? claimCodeOf(laksa.claimKeys, { tenantId, reportId: id, generation: 1 }) : null;

const filedPage = (
  laksa: FileReportMeans,
  request: FastifyRequest,
  { pass, sealed, report, claimCode }: ShownFiling,
): string => {
  const frame = laksa.frame(request);
  const toldOnly = (field: 'name' | 'phone' | 'email'): string | null => (report.told.includes(field) ? field : null);
  return renderDocument(
    <FiledPage
      frame={frame}
      number={report.number}
      claimCode={claimCode}
      next={nextOf(frame, request.tenant, report)}
      reporter={{ name: toldOnly('name'), phone: toldOnly('phone'), email: toldOnly('email') }}
      receiptPath={`/lapor/tanda-terima?surat=${sealed}`}
      isDanger={pass.isDanger}
      droppedPhotos={pass.droppedPhotos}
    />,
  );
};
