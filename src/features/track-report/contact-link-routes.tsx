import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { readChange, type ContactChange } from '../../store/contact-change-row.ts';
import {
  confirmContact,
  isConfirmable,
  isTakeable,
  takeContactBack,
  type Settled,
} from '../../store/contact-change-settle.ts';
import { openLetterPass, type LetterPassKind } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { ContactLinkPage, type ContactLinkProps } from './contact-link.view.tsx';
import type { TrackReportMeans } from './means.ts';

const config = { access: 'claim' satisfies Access } as const;

type WithPass = { Params: { readonly pass: string } };

/** What one of the two links in letters about a change of contact does. Opened it changes nothing, for mail programs open links, too; its button does. */
type ContactLink = {
  readonly says: ContactLinkProps['says'];
  readonly path: string;
  readonly kind: LetterPassKind;
  readonly isOpen: (change: ContactChange, at: Date) => boolean;
  readonly settle: (laksa: TrackReportMeans, tenant: Tenant, changeId: string) => Promise<Settled>;
};

const links: readonly ContactLink[] = [
  { says: 'confirm', path: '/ganti-kontak', kind: 'contact', isOpen: isConfirmable, settle: confirmContact },
  { says: 'takeBack', path: '/ganti-kontak/batal', kind: 'contact_back', isOpen: isTakeable, settle: takeContactBack },
];

export const contactLinkRoutes = (server: Server, laksa: TrackReportMeans): void => {
  for (const link of links) {
    server.get<WithPass>(`${link.path}/:pass`, { config }, async (request, reply) => {
      const number = await numberOf(laksa, request, link);
      return sendLink(laksa, { request, reply }, link, { number, isDone: false, undone: [] });
    });

    server.post<WithPass>(`${link.path}/:pass`, { config }, async (request, reply) => {
      const id = changeIn(laksa, request, link);
      const settled = id === null ? null : await link.settle(laksa, request.tenant, id);
      return sendLink(laksa, { request, reply }, link, {
        number: settled?.number ?? null,
        isDone: true,
        undone: settled?.undone ?? [],
      });
    });
  }
};

const changeIn = (
  { keyring }: TrackReportMeans,
  { tenant, params }: FastifyRequest<WithPass>,
  { kind }: ContactLink,
): string | null => openLetterPass({ keyring, tenantId: tenant.id, kind }, params.pass);

/** Null: the link is no longer good for anything. */
const numberOf = async (
  laksa: TrackReportMeans,
  request: FastifyRequest<WithPass>,
  link: ContactLink,
): Promise<string | null> => {
  const id = changeIn(laksa, request, link);
  if (id === null) return null;
  const { tenant } = request;
  const change = await laksa.database.inTenant(tenant.id, (tx) => readChange(tx, tenant.id, id), { readOnly: true });
  return change !== null && link.isOpen(change, tenant.clock.now()) ? change.number : null;
};

type Answering = { readonly request: FastifyRequest<WithPass>; readonly reply: FastifyReply };

const sendLink = (
  laksa: TrackReportMeans,
  { request, reply }: Answering,
  { says, path }: ContactLink,
  shown: Pick<ContactLinkProps, 'number' | 'isDone' | 'undone'>,
): FastifyReply => {
  const action = `${path}/${request.params.pass}`;
  const page = <ContactLinkPage frame={laksa.frame(request)} says={says} action={action} {...shown} />;
  return sendPage(reply, renderDocument(page), shown.number === null ? 404 : 200);
};
