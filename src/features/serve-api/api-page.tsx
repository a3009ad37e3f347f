import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { renderDocument } from '../../ui/render.ts';
import { operationsOf, type ApiOperation } from './api-document.ts';
import { ApiPage } from './api-page.view.tsx';
import { curlOf } from './curl.ts';
import type { ServeApiMeans } from './means.ts';

export const apiPageRoute = (server: Server, { frame }: ServeApiMeans): void => {
  const config = { access: 'everyone' satisfies Access };
  let operations: readonly ApiOperation[] | null = null;
  server.get('/api', { config }, async (request, reply) => {
    // Known once all routes are: read at the first visit, the same for every city.
    operations ??= operationsOf(server.swagger());
    const { origin } = request.tenant;
    const shown = operations.map((operation) => ({ ...operation, curl: curlOf(operation, origin) }));
    return sendPage(reply, renderDocument(<ApiPage frame={frame(request)} operations={shown} />));
  });
};
