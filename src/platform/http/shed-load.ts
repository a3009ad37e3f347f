import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { withPatience } from '../db/patience.ts';
import { readForm } from './form.ts';
import { urgencyOf, type Allowances } from './urgency.ts';

/**
 * Turns requests away with 503 before they wait in line for long: by how many are worked on at this moment, and by how late the event loop is. Who is
 * let in takes along how long PostgreSQL may work for it.
 */
export const shedLoad = async (server: FastifyInstance, allowances: Allowances): Promise<void> => {
  await server.register(underPressure); // no limit is its own: it measures the delay
  const atWork = new Set<FastifyRequest>();
  const turnedAway = new WeakSet<FastifyRequest>();

  server.addHook('onRequest', (request, reply, next) => {
    const allowed = allowances[urgencyOf(request)];
    if (atWork.size >= allowed.atWork || server.memoryUsage().eventLoopDelay > allowed.delayMs) {
      if (!mayKeepTyped(request, server.memoryUsage().eventLoopDelay)) return next(tooBusy());
      turnedAway.add(request);
    }
    const begin = (): void => {
      if (!reply.raw.headersSent) atWork.add(request);
    };
    // Whoever sends slowly keeps nobody else waiting: work begins when all of it is there.
    if (hasBody(request)) request.raw.once('end', begin);
    else begin();
    withPatience(allowed.statementMs, next);
  });
  server.addHook('preHandler', async (request) => {
    if (!turnedAway.has(request)) return;
    await readForm(request);
    throw tooBusy();
  });
  server.addHook('onSend', async (request) => {
    atWork.delete(request);
  });
};

const longestKeptBytes = 64 * 1024;
const keptBelowDelayMs = 50;

/** Reading and repeating a form costs a little: words are given back as long as there is time for it, and without pictures. */
const mayKeepTyped = ({ routeOptions, headers }: FastifyRequest, delayMs: number): boolean =>
  routeOptions.config.keepsTyped === true &&
  Number(headers['content-length'] ?? Infinity) <= longestKeptBytes &&
  delayMs < keptBelowDelayMs;

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const tooBusy = (): Error => Object.assign(new Error('more to do than can be done'), { code: tooBusyCode });

export const tooBusyCode = 'LAKSA_TOO_BUSY';
