import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { ComponentsPage } from './components.view.tsx';

export type ShowComponentsMeans = { readonly frame: (request: FastifyRequest) => PageFrame };

/** The living page of all components. */
export const showComponentsRoutes = (server: Server, { frame }: ShowComponentsMeans): void => {
  server.get('/petugas/ui', { config: { access: 'staff' satisfies Access } }, (request, reply) =>
    sendPage(reply, renderDocument(<ComponentsPage frame={frame(request)} />)),
  );
};
