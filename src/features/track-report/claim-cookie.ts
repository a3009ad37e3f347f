import type { FastifyReply, FastifyRequest } from 'fastify';

import { isHttps } from '../../platform/http/tenant.ts';
import type { Claim } from '../../store/claim-check.ts';
import { claimCookie, claimPassMs, sealClaimPass } from '../../store/claim-pass.ts';
import { filedCookie, leftMark, shownCodeCookie } from '../../store/filed-cookie.ts';
import { filedPassMs } from '../../store/filed-pass.ts';
import { letterCookie } from '../../store/letter-cookie.ts';
import type { TrackReportMeans } from './means.ts';

const cookieFor = ({ tenant }: FastifyRequest, number: string) => {
  const { name, settings } = claimCookie(number);
  return { name, settings: { ...settings, secure: isHttps(tenant) } };
};

/** Lets the browser in for another while. */
export const rememberClaim = (laksa: TrackReportMeans, reply: FastifyReply, claim: Claim): void => {
  const { request } = reply;
  const pass = sealClaimPass({ keyring: laksa.keyring, tenantId: request.tenant.id }, claim, laksa.clock.now());
  const { name, settings } = cookieFor(request, claim.number);
  reply.setCookie(name, pass, { ...settings, maxAge: claimPassMs / 1000 });
};

/** Also what the page after filing was shown for, and that a letter was opened: the next who holds the device finds nothing by going back. */
export const forgetClaim = (reply: FastifyReply, number: string): void => {
  const { name, settings } = cookieFor(reply.request, number);
  reply.clearCookie(name, settings);
  reply.clearCookie(letterCookie(number).name, settings);
  reply.clearCookie(shownCodeCookie.name, { ...settings, path: shownCodeCookie.path });
  reply.setCookie(filedCookie, leftMark, { ...settings, path: '/lapor', maxAge: filedPassMs / 1000 });
};
