import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { PoolUse } from '../db/database.ts';
import { refusalOf } from './refusal.ts';

export type Metrics = {
  readonly registry: Registry;
  readonly observe: (answer: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
    /** Why nothing was done; absent where something was. */
    readonly refusal?: string | undefined;
  }) => void;
};

/** The process's measurements. Routes appear by their pattern, never by an address that was visited. */
export const createMetrics = (registry = new Registry()): Metrics => {
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'];
  const answers = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from a request to the end of its answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'http_refusals_total',
    help: 'Requests shed (503) or told to come back later (429), by why',
    labelNames: ['status', 'kind'],
    registers: [registry],
  });
  return {
    registry,
    observe: ({ method, route, status, seconds, refusal }) => {
      answers.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
      if (refusal !== undefined) refusals.inc({ status, kind: refusal });
    },
  };
};

/** How busy the connections of this process are, asked when somebody looks. */
export const measurePool = (registry: Registry, use: () => PoolUse): void => {
  new Gauge({
    name: 'laksa_pool_connections',
    help: 'Connections to the database: in use, idle, asked for and not there yet (waiting), and the most there may be',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(use())) this.set({ state }, count);
    },
  });
};

/** What clients invent as a method is not a label. */
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Measures each answer of the server and writes one line about it: no address, no agent, no path, no query. */
export const recordAnswers = (server: FastifyInstance, metrics: Metrics): void => {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const method = methods.has(request.method) ? request.method : 'other';
    const status = reply.statusCode;
    metrics.observe({ method, route, status, seconds: reply.elapsedTime / 1000, refusal: refusalOf(reply) });
    request.log.info(
      { tenant: request.tenant?.slug, method, route, status, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
};
