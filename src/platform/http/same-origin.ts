import type { FastifyInstance, FastifyRequest } from 'fastify';

import { isLoopbackHost } from './loopback.ts';
import { sendFailure } from './problem.ts';

const changingNothing = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses, with 403, a change that another site asked a visitor's browser for. */
export const refuseOtherSites = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request, reply) => {
    if (changingNothing.has(request.method) || request.is404 || comesFromHere(request)) return;
    return sendFailure(reply, { status: 403, kind: 'other_site' });
  });
};

/**
 * `Origin` decides; where a browser sends none, `Sec-Fetch-Site` does. What sends neither is no browser of these
 * years, and what carries a bearer token and no cookie brings no rights that a browser would add by itself.
 */
const comesFromHere = (request: FastifyRequest): boolean => {
  const { origin, cookie, authorization, 'sec-fetch-site': site } = request.headers;
  if (cookie === undefined && authorization?.startsWith('Bearer ') === true) return true;
  if (origin !== undefined) return isOwnOrigin(request, origin);
  return site === undefined || site === 'same-origin' || site === 'none';
};

const isOwnOrigin = (request: FastifyRequest, origin: string): boolean => {
  if (origin === request.tenant?.origin) return true;
  return isLoopbackHost(request.host) && (origin === `http://${request.host}` || origin === `https://${request.host}`);
};
