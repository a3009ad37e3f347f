import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { HomePage } from './home.view.tsx';
import { readNewestReports } from './queries.ts';

export type ShowHomeMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** The front door. */
export const showHomeRoutes = (server: Server, laksa: ShowHomeMeans): void => {
  server.get('/', { config: { access: 'everyone' satisfies Access } }, async (request, reply) => {
    const { tenant } = request;
    const newest = await laksa.database.inTenant(tenant.id, (tx) => readNewestReports(tx, tenant.id), {
      readOnly: true,
    });
    return sendPage(reply, renderDocument(<HomePage frame={laksa.frame(request)} newest={newest} />));
  });
};
