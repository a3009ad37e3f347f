import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { readFollow, stopFollowing } from '../../store/follow.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import type { FollowReportMeans } from './means.ts';
import { StopPage, type StopProps } from './stop.view.tsx';

const config = { access: 'claim' satisfies Access } as const;

type WithPass = { Params: { readonly pass: string } };

/** The end, by the link in every letter; a mail program may press its button (RFC 8058), so the answer to that is a page and no redirect. */
export const stopRoutes = (server: Server, laksa: FollowReportMeans): void => {
  server.get<WithPass>('/ikuti/berhenti/:pass', { config }, async (request, reply) => {
    const id = followIn(laksa, request);
    const tenantId = request.tenant.id;
    const follow =
      id === null
        ? null
        : await laksa.database.inTenant(tenantId, (tx) => readFollow(tx, tenantId, id), { readOnly: true });
    return sendPage(reply, stopPage(laksa, request, follow), follow === null ? 404 : 200);
  });

  server.post<WithPass>('/ikuti/berhenti/:pass', { config }, async (request, reply) => {
    const id = followIn(laksa, request);
    const { id: tenantId, clock } = request.tenant;
    const follow =
      id === null
        ? null
        : await laksa.database.inTenant(tenantId, async (tx) => {
            await stopFollowing(tx, tenantId, id, clock.now());
            return readFollow(tx, tenantId, id);
          });
    return sendPage(reply, stopPage(laksa, request, follow), follow === null ? 404 : 200);
  });
};

const followIn = ({ keyring }: FollowReportMeans, { tenant, params }: FastifyRequest<WithPass>): string | null =>
  openLetterPass({ keyring, tenantId: tenant.id, kind: 'unfollow' }, params.pass);

const stopPage = (laksa: FollowReportMeans, request: FastifyRequest<WithPass>, follow: StopProps['follow']): string =>
  renderDocument(<StopPage frame={laksa.frame(request)} follow={follow} pass={request.params.pass} />);
