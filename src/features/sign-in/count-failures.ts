import { Counter, type Registry } from 'prom-client';

import type { Server } from '../../platform/http/server.ts';
import { signInPath } from './means.ts';

/** Counts who was not let in, by step and answer: a password or code that was wrong (422), too many of them (429). Before any route is added. */
export const countFailures = (server: Server, registry: Registry): void => {
  const failures = new Counter({
    name: 'laksa_sign_in_failures_total',
    help: 'Steps of a sign-in that were refused, by the page and the answer',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    if (request.method !== 'POST' || !route.startsWith(signInPath) || reply.statusCode < 400) return;
    failures.inc({ route, status: reply.statusCode });
  });
};
