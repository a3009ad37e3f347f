import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { yearOf } from '../../domain/calendar.ts';
import { localDay } from '../../domain/time.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { administrator } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { promisesPath, type KeepPromisesMeans } from './means.ts';
import { overviewProps } from './overview-props.ts';
import { OverviewPage } from './overview.view.tsx';
import { readKept } from './queries.ts';

/** A year of four figures; what else is asked for is the year of now. */
export const askedYear = z.coerce.number().int().min(1945).max(9998).optional().catch(undefined);

const asked = z.looseObject({
  tahun: askedYear,
  tersimpan: z.enum(['aturan', 'kalender']).optional().catch(undefined),
});
type Asked = z.infer<typeof asked>;

const savedOf = { aturan: 'rules', kalender: 'calendar' } as const;

export const overviewRoutes = (server: Server, laksa: KeepPromisesMeans): void => {
  server.get(promisesPath, { ...administrator, schema: { querystring: asked } }, (request, reply) =>
    show(laksa, request, reply, request.query),
  );
};

const show = async (
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { tahun, tersimpan }: Asked,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const now = tenant.clock.now();
  const year = tahun ?? yearOf(localDay(now.toISOString(), tenant.zone));
  const kept = await laksa.database.inTenant(tenant.id, (tx) => readKept(tx, { tenantId: tenant.id, year, now }), {
    readOnly: true,
  });
  const saved = tersimpan === undefined ? undefined : savedOf[tersimpan];
  return sendPage(
    reply,
    renderDocument(<OverviewPage {...overviewProps(laksa.frame(request), tenant, kept, { year, saved })} />),
  );
};
