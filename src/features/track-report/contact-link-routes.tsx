import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { readChange } from '../../store/contact-change-row.ts';
import { confirmContact, isConfirmable } from '../../store/contact-change-settle.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { ContactLinkPage, type ContactLinkProps } from './contact-link.view.tsx';
import type { TrackReportMeans } from './means.ts';

const config = { access: 'claim' satisfies Access } as const;
const path = '/ganti-kontak/:pass';

type WithPass = { Params: { readonly pass: string } };

/** The link in the letter to a new address. Opened it changes nothing, for mail programs open links, too; its button does. */
export const contactLinkRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) =>
    sendLink(laksa, { request, reply }, { number: await numberOf(laksa, request), isDone: false }),
  );

  server.post<WithPass>(path, { config }, async (request, reply) => {
    const id = changeIn(laksa, request);
    const settled = id === null ? null : await confirmContact(laksa, request.tenant, id);
    return sendLink(laksa, { request, reply }, { number: settled?.number ?? null, isDone: true });
  });
};

const changeIn = ({ keyring }: TrackReportMeans, { tenant, params }: FastifyRequest<WithPass>): string | null =>
  openLetterPass({ keyring, tenantId: tenant.id, kind: 'contact' }, params.pass);

/** Null: the link is no longer good for anything. */
const numberOf = async (laksa: TrackReportMeans, request: FastifyRequest<WithPass>): Promise<string | null> => {
  const id = changeIn(laksa, request);
  if (id === null) return null;
  const { tenant } = request;
  const change = await laksa.database.inTenant(tenant.id, (tx) => readChange(tx, tenant.id, id), { readOnly: true });
  return change !== null && isConfirmable(change, tenant.clock.now()) ? change.number : null;
};

type Answering = { readonly request: FastifyRequest<WithPass>; readonly reply: FastifyReply };

const sendLink = (
  laksa: TrackReportMeans,
  { request, reply }: Answering,
  shown: Pick<ContactLinkProps, 'number' | 'isDone'>,
): FastifyReply => {
  const action = `/ganti-kontak/${request.params.pass}`;
  const page = <ContactLinkPage frame={laksa.frame(request)} action={action} {...shown} />;
  return sendPage(reply, renderDocument(page), shown.number === null ? 404 : 200);
};
