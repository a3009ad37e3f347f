import type { IncomingMessage, ServerResponse } from 'node:http';

import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

import type { Tenants } from '../tenant/tenant.ts';
import { demandAccess, guardRoutes, type AccessRules } from './access.ts';
import { answerClientError } from './client-error.ts';
import { failureOf, handleErrors, type OnTrouble } from './error-handler.ts';
import { acceptForms } from './form.ts';
import { answerHealth, type HealthOptions } from './health.ts';
import { chooseLanguages } from './language.ts';
import { createMetrics, recordAnswers, type Metrics } from './metrics.ts';
import { describeApi, publishApiDescription, type OpenApiOptions } from './openapi.ts';
import { decorateForErrors, sendFailure, type RenderErrorPage } from './problem.ts';
import { nameCauses, requestIds } from './request-id.ts';
import { refuseOtherSites } from './same-origin.ts';
import { sendAllHeaders, sendSecurityHeaders } from './security-headers.ts';
import { shedLoad } from './shed-load.ts';
import { serveFolders, type StaticFolder } from './static-files.ts';
import { resolveTenants } from './tenant.ts';
import { answerUnrouted } from './unrouted.ts';
import { usualAllowances, type Allowances } from './urgency.ts';

/** What a slice adds its routes to: route schemas are zod's, and type the handler. */
export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type ServerOptions<Access> = {
  readonly tenants: Pick<Tenants, 'all' | 'byHost'>;
  readonly rules: AccessRules<Access>;
  readonly renderErrorPage: RenderErrorPage;
  readonly health: HealthOptions<Access>;
  readonly openApi: OpenApiOptions<Access>;
  readonly folders: readonly StaticFolder<Access>[];
  readonly log: FastifyBaseLogger;
  /** Addresses whose `X-Forwarded-*` are believed; none: nobody's. */
  readonly trustProxy?: readonly string[];
  /** From where pictures may come besides our own address; none: nowhere. */
  readonly pictureOrigins?: readonly string[];
  readonly metrics?: Metrics;
  /** How much each kind of route may have of the process; the usual when absent. */
  readonly allowances?: Allowances;
  /** Told of each answer 500. */
  readonly onTrouble?: OnTrouble;
};

/**
 * A server with the whole floor and no page: add the slices' routes, then `listen` or `inject`.
 * Throws, or rejects when it starts, if a route does not declare its access.
 */
export const buildServer = async <Access>(options: ServerOptions<Access>): Promise<Server> => {
  const server = bareServer(options);
  server.server.maxConnections = mostConnections;
  const metrics = options.metrics ?? createMetrics();
  decorateForErrors(server, options.renderErrorPage);
  handleErrors(server, options.onTrouble);
  demandAccess(server, options.rules);
  answerUnrouted(server);
  await describeApi(server, options.openApi);
  // The order of these is the order in which a request meets them.
  nameCauses(server);
  await sendSecurityHeaders(server, options.pictureOrigins);
  await server.register(cookie);
  await shedLoad(server, options.allowances ?? usualAllowances);
  resolveTenants(server, options.tenants);
  chooseLanguages(server);
  refuseOtherSites(server);
  guardRoutes(server, options.rules);
  await acceptForms(server);
  await server.register(etag, { weak: true }); // one entity, compressed or not
  await server.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
  recordAnswers(server, metrics);
  await serveFolders(server, options.folders);
  answerHealth(server, options.health, metrics);
  publishApiDescription(server, options.openApi);
  return server.withTypeProvider<ZodTypeProvider>();
};

/** Of one process. A line that is held open costs some 20 kB; what comes beyond is closed at once, and others are served on. */
const mostConnections = 4_000;

const bareServer = <Access>({ log, trustProxy = [] }: ServerOptions<Access>): FastifyInstance =>
  fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }), // recordAnswers writes the line instead
    genReqId: requestIds(trustProxy),
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    bodyLimit: 1024 * 1024,
    requestTimeout: 600_000, // five pictures of 4 MB over a line of 270 kbit/s
    keepAliveTimeout: 72_000, // longer than the usual 60 s of a proxy in front, so that it never meets a closed connection
    http: {
      headersTimeout: 20_000, // a request of 2 kB over the worst line takes a few
      connectionsCheckingInterval: 5_000, // how often the two are looked at; Node's own 30 s would make 20 into 50
      maxHeaderSize: 16 * 1024, // cookies of a browser that follows many reports have some 4 kB
    },
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: false, // what is on its way is still served while the process drains
    frameworkErrors: (error, _request, reply) => {
      sendFailure(sendAllHeaders(reply), failureOf(error)); // no hook runs for an address like this
    },
    clientErrorHandler: answerClientError,
  });
