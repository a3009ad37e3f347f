import type { FastifyReply, FastifyRequest } from 'fastify';

import { isHttps } from '../../platform/http/tenant.ts';
import type { Claim } from '../../store/claim-check.ts';
import { claimPassMs, openClaimPass, sealClaimPass } from '../../store/claim-pass.ts';
import type { TrackReportMeans } from './means.ts';

const cookieName = 'lacak';

/** Each report has a cookie of its own, which goes to the pages of that report alone. */
const settingsFor = ({ tenant }: FastifyRequest, number: string) =>
  ({ path: `/lacak/${number}`, httpOnly: true, sameSite: 'lax', secure: isHttps(tenant) }) as const;

/** Lets the browser in for another while. */
export const rememberClaim = (laksa: TrackReportMeans, reply: FastifyReply, claim: Claim): void => {
  const { request } = reply;
  const pass = sealClaimPass({ keyring: laksa.keyring, tenantId: request.tenant.id }, claim, laksa.clock.now());
  reply.setCookie(cookieName, pass, { ...settingsFor(request, claim.number), maxAge: claimPassMs / 1000 });
};

export const forgetClaim = (reply: FastifyReply, number: string): void => {
  reply.clearCookie(cookieName, settingsFor(reply.request, number));
};

/** The report this browser was let in to, if it is the one of this address. */
export const claimOf = (laksa: TrackReportMeans, request: FastifyRequest, number: string): Claim | null => {
  const pass = request.cookies[cookieName] ?? '';
  const claim = openClaimPass({ keyring: laksa.keyring, tenantId: request.tenant.id }, pass, laksa.clock.now());
  return claim?.number === number ? claim : null;
};
