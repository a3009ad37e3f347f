import type { FastifyInstance } from 'fastify';

import type { Tenant, Tenants } from '../tenant/tenant.ts';
import { isLoopbackHost } from './loopback.ts';
import { sendFailure } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered for any host, without asking whose it is: health and metrics. */
    isTenantless?: boolean;
  }
  interface FastifyRequest {
    /** Whose site is visited. Settled before every handler, except on routes with `isTenantless`. */
    tenant: Tenant;
  }
}

/** Settles `request.tenant` by the host asked for; a host that is nobody's gets 421. */
export const resolveTenants = (server: FastifyInstance, tenants: Pick<Tenants, 'all' | 'byHost'>): void => {
  server.decorateRequest('tenant');
  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isTenantless === true) return;
    const tenant = await tenantAt(tenants, request.host);
    if (tenant === null) return sendFailure(reply, { status: 421 });
    request.tenant = tenant;
    if (isHttps(tenant)) reply.header('strict-transport-security', hstsOneYear);
    if (tenant.isRehearsal) reply.headers(rehearsalHeaders);
  });
};

const tenantAt = async (tenants: Pick<Tenants, 'all' | 'byHost'>, host: string): Promise<Tenant | null> => {
  const exact = await tenants.byHost(host);
  if (exact !== null || !isLoopbackHost(host)) return exact;
  return (await tenants.all())[0] ?? null;
};

export const isHttps = (tenant: Tenant): boolean => tenant.origin.startsWith('https:');

/** On every answer, to machines too: nothing here is real, and no search engine keeps it. */
const rehearsalHeaders = {
  'x-laksa-rehearsal': 'LATIHAN / REHEARSAL, no real report',
  'x-robots-tag': 'noindex, nofollow',
};

/** Without subdomains: a tenant does not speak for its neighbours. */
const hstsOneYear = 'max-age=31536000';
