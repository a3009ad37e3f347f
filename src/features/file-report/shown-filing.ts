import type { FastifyReply, FastifyRequest } from 'fastify';

import { storedClaimCode } from '../../store/claim.ts';
import { filedCookie, leftMark } from '../../store/filed-cookie.ts';
import { openFiledPass } from '../../store/filed-pass.ts';
import type { FileReportMeans, ShownFiling } from './means.ts';
import { readFiledReport, type FiledReport } from './queries.ts';

/**
 * Neither kept by a browser nor told to another site that a link leads to. `no-referrer` would say too little: a browser then sends the forms of the
 * page as if from nowhere, and leaving it would be refused like what another site sends.
 */
export const keepPrivate = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');

/** What the pass in the address or in the cookie opens; null: nothing. */
export const readShown = async (
  laksa: FileReportMeans,
  request: FastifyRequest<{ Querystring: { surat?: string | string[] } }>,
): Promise<ShownFiling | null> => {
  const { tenant, query, cookies } = request;
  const own = cookies[filedCookie] ?? '';
  const sealed = [query.surat ?? own].flat()[0] ?? '';
  if (own === leftMark) return null;
  const now = laksa.clock.now();
  const pass = openFiledPass({ keyring: laksa.keyring, tenantId: tenant.id }, sealed, now);
  if (pass === null) return null;
  const report = await laksa.database.inTenant(tenant.id, (tx) => readFiledReport(tx, tenant.id, pass.reportId), {
    readOnly: true,
  });
  if (report === null) return null;
  const [isOwn, at] = [sealed === own, now.getTime()];
  const showsReporter = isOwn || at < pass.codeUntil;
  const claimCode = pass.showsCode && showsReporter ? currentCode(laksa, tenant.id, report) : null;
  return {
    pass,
    sealed,
    report,
    showsReporter,
    claimCode,
    letsIn: claimCode !== null && isOwn && at < pass.letsInUntil,
  };
};

/** A code that was renewed is not shown here any more: whoever renewed it has it. */
const currentCode = (laksa: FileReportMeans, tenantId: string, { id, ...claim }: FiledReport): string | null =>
  claim.claim_generation === 1
    ? storedClaimCode(laksa.keyring, { tenantId, reportId: id, generation: 1 }, claim.claim_hash)
    : null;
