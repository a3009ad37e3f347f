import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import { administrator } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { JobsInTroublePage } from './jobs-in-trouble.view.tsx';
import { showJobs } from './show-jobs.ts';
import { roomWords } from './room-words.ts';
import { showUndelivered } from './show-undelivered.ts';

export type RetryJobsMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

const path = '/kelola/pekerjaan';
const asked = z.looseObject({ lagi: z.enum(['ya', 'tidak']).optional().catch(undefined) });
const which = z.object({ id: z.string().regex(/^\d{1,18}$/) });

export const retryJobsRoutes = (server: Server, laksa: RetryJobsMeans): void => {
  server.get(path, { ...administrator, schema: { querystring: asked } }, (request, reply) =>
    show(laksa, request, reply, noticeOf[request.query.lagi ?? 'none']),
  );
  server.post(`${path}/:id`, { ...administrator, schema: { params: which } }, (request, reply) =>
    retry(laksa, request, reply, request.params.id),
  );
};

const noticeOf = { ya: 'retried', tidak: 'gone', none: undefined } as const;

const show = async (
  laksa: RetryJobsMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  notice: 'retried' | 'gone' | undefined,
): Promise<FastifyReply> => {
  const frame = laksa.frame(request);
  const jobsShown = await showJobs(laksa, request);
  const room = await roomWords(laksa.files, frame.t);
  const undelivered = await showUndelivered(laksa, request);
  const page = (
    <JobsInTroublePage frame={frame} room={room} jobs={jobsShown} undelivered={undelivered} notice={notice} />
  );
  return sendPage(reply, renderDocument(page));
};

/** Pressed twice it is due once; a job that is done meanwhile, runs now or belongs to another city is gone. */
const retry = async (
  laksa: RetryJobsMeans,
  { tenant }: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> => {
  const isDue = await laksa.database.inTenant(tenant.id, (tx) => jobs.retry(tx, tenant.id, id));
  return seeOther(reply, `${path}?lagi=${isDue ? 'ya' : 'tidak'}`);
};
