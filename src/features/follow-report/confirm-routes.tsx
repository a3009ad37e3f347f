import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { numberToFollow } from '../../store/follow-request.ts';
import { confirmFollow } from '../../store/follow.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { ConfirmPage } from './confirm.view.tsx';
import type { FollowReportMeans } from './means.ts';

const config = { access: 'claim' satisfies Access } as const;

type WithPass = { Params: { readonly pass: string } };

/** The link in the one letter that an unproved address gets: opened it changes nothing, for mail programs open links, too; its button does. */
export const confirmRoutes = (server: Server, laksa: FollowReportMeans): void => {
  server.get<WithPass>('/ikuti/:pass', { config }, async (request, reply) => {
    const id = requestIn(laksa, request);
    const { tenant } = request;
    const number =
      id === null
        ? null
        : await laksa.database.inTenant(tenant.id, (tx) => numberToFollow(tx, tenant, id), { readOnly: true });
    return sendPage(reply, confirmPage(laksa, request, number), number === null ? 404 : 200);
  });

  server.post<WithPass>('/ikuti/:pass', { config }, async (request, reply) => {
    const id = requestIn(laksa, request);
    const network = networkOf(request.ip);
    const followed = id === null ? null : await confirmFollow(laksa, request.tenant, id, network);
    if (followed === null) return sendPage(reply, confirmPage(laksa, request, null), 404);
    return seeOther(reply, `/laporan/${followed.number}/ikuti?jadi=1`);
  });
};

const requestIn = ({ keyring }: FollowReportMeans, { tenant, params }: FastifyRequest<WithPass>): string | null =>
  openLetterPass({ keyring, tenantId: tenant.id, kind: 'follow' }, params.pass);

const confirmPage = (laksa: FollowReportMeans, request: FastifyRequest<WithPass>, number: string | null): string =>
  renderDocument(<ConfirmPage frame={laksa.frame(request)} number={number} pass={request.params.pass} />);
