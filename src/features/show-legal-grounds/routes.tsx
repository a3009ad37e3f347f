import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { LegalGroundsPage } from './legal-grounds.view.tsx';
import { presentGrounds } from './present.ts';
import { readGrounds } from './queries.ts';

export type ShowLegalGroundsMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** What the city promises, by which law, and how sure that is. */
export const showLegalGroundsRoutes = (server: Server, laksa: ShowLegalGroundsMeans): void => {
  server.get(
    '/bantuan/dasar-hukum',
    { config: { access: 'everyone' satisfies Access, urgency: 'light' } },
    async (request, reply) => {
      const { tenant } = request;
      const grounds = await laksa.database.inTenant(tenant.id, (tx) => readGrounds(tx, tenant.id), { readOnly: true });
      return sendPage(
        reply,
        renderDocument(<LegalGroundsPage {...presentGrounds(laksa.frame(request), tenant, grounds)} />),
      );
    },
  );
};
