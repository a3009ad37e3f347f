import type { FastifyInstance } from 'fastify';

import { sendFailure } from './problem.ts';

/** Answers what no route answers: 405 with `Allow` where the address has other methods, else 404. */
export const answerUnrouted = (server: FastifyInstance): void => {
  const routes: { readonly methods: readonly string[]; readonly pattern: RegExp }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    routes.push({ methods: [method].flat(), pattern: patternOf(url) });
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods));
    if (allowed.size === 0 || allowed.has(request.method)) return sendFailure(reply, { status: 404 });
    return sendFailure(reply.header('allow', [...allowed].toSorted().join(', ')), { status: 405 });
  });
};

/** `/reports/:number` and `/assets/*` as the router reads them. */
const patternOf = (url: string): RegExp => {
  const source = url
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/:[A-Za-z0-9_]+/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`);
};
