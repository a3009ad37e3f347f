import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';

import { sendFailure } from './problem.ts';
import { seeOther } from './page.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route: a word or object of the product's own. A route without it keeps the server from starting. */
    access?: unknown;
  }
}

/** A "no" of the product's guard. A page with `signInAt` sends the visitor there; an API call gets the status. */
export type Denial = {
  readonly status: 401 | 403 | 404 | 429 | 503;
  readonly kind?: string;
  /** What to do about it, in the caller's language. */
  readonly detail?: string;
  readonly signInAt?: string;
  readonly retryAfterSeconds?: number;
};

/** Says, before any handler runs and before a body is read, whether this request may; `null` lets it pass. */
export type Authorize<Access> = (request: FastifyRequest, access: Access) => Promise<Denial | null>;

export type AccessRules<Access> = {
  /** Whether a route's `config.access` is one that `authorize` understands. */
  readonly isAccess: (value: unknown) => value is Access;
  readonly authorize: Authorize<Access>;
  /** The `Cache-Control` of a route's answers, unless the handler sets its own. */
  readonly cacheControl: (access: Access) => string;
};

/** Refuses, by throwing, a route that does not declare who may call it. Call before any route is added. */
export const demandAccess = <Access>(server: FastifyInstance, rules: AccessRules<Access>): void => {
  server.addHook('onRoute', (route) => {
    if (!rules.isAccess(route.config?.access))
      throw new Error(`the route ${nameOf(route)} declares no access that is known`);
  });
};

const nameOf = (route: Pick<RouteOptions, 'method' | 'url'>): string =>
  `${[route.method].flat().join(', ')} ${route.url}`;

/** Asks the product's guard. The last of the hooks: tenant, language and origin are settled by then. */
export const guardRoutes = <Access>(server: FastifyInstance, rules: AccessRules<Access>): void => {
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404) return;
    const access = request.routeOptions.config.access;
    if (!rules.isAccess(access)) throw new Error('a route lost its access after the server was built');
    const denial = await rules.authorize(request, access);
    if (denial !== null) return deny(reply, denial);
    reply.header('cache-control', rules.cacheControl(access));
  });
};

const deny = (reply: FastifyReply, denial: Denial): FastifyReply => {
  const { signInAt, ...failure } = denial;
  if (signInAt !== undefined && !reply.request.isApi)
    return seeOther(reply.header('cache-control', 'no-store'), signInAt);
  if (denial.status === 401) reply.header('www-authenticate', 'Bearer');
  return sendFailure(reply, failure);
};
