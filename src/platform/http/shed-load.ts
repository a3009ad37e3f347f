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
    const { eventLoopDelay } = server.memoryUsage();
    if (atWork.size >= allowed.atWork || eventLoopDelay > allowed.delayMs) {
      const isTimeLeft = eventLoopDelay < keptBelowDelayMs && atWork.size < allowed.atWork + keptAtOnce;
      if (!isTimeLeft || !mayKeepTyped(request)) return next(tooBusy());
      turnedAway.add(request);
    }
    const begin = (): void => {
      if (!reply.raw.headersSent) atWork.add(request);
    };
    begin();
    if (hasBody(request)) setImmediate(untilThere, request, { begin, pause: () => atWork.delete(request) });
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

type Work = { readonly begin: () => void; readonly pause: () => void };

/**
 * Who comes is counted at once, so that a thousand in one turn of the event loop are not let in together, and is not counted while the rest of what they
 * send has yet to come: whoever sends slowly keeps nobody else waiting.
 */
const untilThere = ({ raw }: FastifyRequest, { begin, pause }: Work): void => {
  if (raw.complete || raw.readableEnded) return;
  pause();
  raw.once('end', begin);
};

const longestKeptBytes = 64 * 1024;
const keptBelowDelayMs = 50;
/** So many beyond those at work get their words back at once; the rest learn the time alone, or reading forms would be all that is done. */
const keptAtOnce = 5;

/** Words are given back as long as there is time for it, and without pictures. */
const mayKeepTyped = ({ routeOptions, headers }: FastifyRequest): boolean =>
  routeOptions.config.keepsTyped === true && Number(headers['content-length'] ?? Infinity) <= longestKeptBytes;

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const tooBusy = (): Error => Object.assign(new Error('more to do than can be done'), { code: tooBusyCode });

export const tooBusyCode = 'LAKSA_TOO_BUSY';
