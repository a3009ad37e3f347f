import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  readonly observe: (answer: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
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
  return {
    registry,
    observe: ({ method, route, status, seconds }) => {
      answers.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
  };
};

/** Measures each answer of the server and writes one line about it: no address, no agent, no path, no query. */
export const recordAnswers = (server: FastifyInstance, metrics: Metrics): void => {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    const status = reply.statusCode;
    metrics.observe({ method, route, status, seconds: reply.elapsedTime / 1000 });
    request.log.info(
      { tenant: request.tenant?.slug, method, route, status, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
};
