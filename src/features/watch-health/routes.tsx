import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { healthProps } from './health-props.ts';
import type { HealthSeen } from './health-seen.ts';
import { HealthPage } from './health.view.tsx';

export type WatchHealthMeans = {
  readonly frame: (request: FastifyRequest) => PageFrame;
  readonly lookAtHealth: () => Promise<HealthSeen>;
};

const path = '/kelola/kesehatan';
const watcher = { config: { access: { post: 'see_health' } satisfies Access } };
const asked = z.looseObject({ segar: z.literal('1').optional().catch(undefined) });

/** Seconds until a page that was asked to refreshes itself. */
const refreshSeconds = 60;

/** Whether all runs: the whole installation for who administers it, one city for who administers that. */
export const watchHealthRoutes = (server: Server, means: WatchHealthMeans): void => {
  server.get(path, { ...watcher, schema: { querystring: asked } }, (request, reply) =>
    show(means, request, reply, request.query.segar === '1'),
  );
};

const show = async (
  { frame, lookAtHealth }: WatchHealthMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  isFresh: boolean,
): Promise<FastifyReply> => {
  const props = healthProps(frame(request), request, await lookAtHealth(), isFresh);
  if (isFresh) reply.header('refresh', String(refreshSeconds));
  return sendPage(reply, renderDocument(<HealthPage {...props} />));
};
