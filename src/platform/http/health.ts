import { timingSafeEqual } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { loggableError } from '../log/loggable-error.ts';
import { isLoopbackAddress } from './loopback.ts';
import type { Metrics } from './metrics.ts';
import { sendFailure } from './problem.ts';

export type HealthOptions<Access> = {
  readonly access: Access;
  /** By name (`database`, `migrations`, `workers`): each resolves when it is well and rejects when it is not. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
  /** Lets a collector on another machine read `/metrics`, as a bearer token. */
  readonly metricsToken?: string;
  /** The measurements of all processes, as text; absent: of this one alone. */
  readonly scrape?: () => Promise<string>;
};

/** `/healthz`: this process is up. `/readyz`: what it needs is up too. `/metrics`: for this machine or the token only. */
export const answerHealth = <Access>(
  server: FastifyInstance,
  options: HealthOptions<Access>,
  metrics: Metrics,
): void => {
  // Answered for any host, under any load, and without a line in the log: these are asked every few seconds.
  const config = { access: options.access, isTenantless: true, urgency: 'always' } as const;
  const quiet = { config, logLevel: 'warn' } as const;
  server.get('/healthz', quiet, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'up' }),
  );
  server.get('/readyz', quiet, async (request, reply) => answerReadiness(request, reply, options.checks));
  server.get('/metrics', quiet, async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) return sendFailure(reply, { status: 404 });
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await (options.scrape ?? (() => metrics.registry.metrics()))());
  });
};

const answerReadiness = async (
  request: FastifyRequest,
  reply: FastifyReply,
  checks: HealthOptions<unknown>['checks'],
): Promise<FastifyReply> => {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await runCheck(request, name, check)] as const),
  );
  const isReady = results.every(([, result]) => result === 'ok');
  if (!isReady) reply.header('retry-after', '5');
  return reply
    .code(isReady ? 200 : 503)
    .header('cache-control', 'no-store')
    .send({ status: isReady ? 'ready' : 'not_ready', checks: Object.fromEntries(results) });
};

const checkTimeoutMs = 2_000;

const runCheck = async (
  request: FastifyRequest,
  name: string,
  check: () => Promise<void>,
): Promise<'ok' | 'failed'> => {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error(`no answer within ${checkTimeoutMs} ms`)), checkTimeoutMs);
  try {
    await Promise.race([check(), timeout.promise]);
    return 'ok';
  } catch (error) {
    request.log.warn({ error: error instanceof Error ? loggableError(error) : null, check: name }, 'not ready');
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
};

/** A proxy on this machine makes everybody look local: what it forwards carries a header that says so. */
const mayReadMetrics = (request: FastifyRequest, token: string | undefined): boolean => {
  const { authorization, forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
  if (token !== undefined && isSame(authorization ?? '', `Bearer ${token}`)) return true;
  return isLoopbackAddress(request.socket.remoteAddress) && forwarded === undefined && forwardedFor === undefined;
};

const isSame = (given: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
};
