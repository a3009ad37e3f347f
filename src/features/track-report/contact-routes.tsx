import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import type { Claim } from '../../store/claim-check.ts';
import { claimOf } from '../../store/claim-pass.ts';
import { askContactChange } from '../../store/contact-change.ts';
import { renderDocument } from '../../ui/render.ts';
import { readContact, type TypedContact } from './contact-form.ts';
import { ContactPage, type ContactProps } from './contact.view.tsx';
import type { TrackReportMeans } from './means.ts';
import { presentContact } from './present-contact.ts';

type OfReport = {
  Params: { readonly number: string };
  Querystring: { readonly surat?: string | string[]; readonly diganti?: string | string[] };
};

const config = { access: 'claim' satisfies Access } as const;
const path = '/lacak/:number/kontak';

/** Name and contact of the reporter, shown in part and changed, behind the code. */
export const contactRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<OfReport>(path, { config }, async (request, reply) => {
    const { surat, diganti } = request.query;
    const done = surat !== undefined ? 'sent' : diganti !== undefined ? 'changed' : null;
    const page = await contactPage(laksa, request, { done });
    return page === null ? seeOther(reply, lostPath(request)) : sendPage(reply, page);
  });

  server.post<OfReport>(path, { config }, async (request, reply) => {
    const typed = readContact((await readForm(request)).fields);
    const claim = ownClaim(laksa, request);
    if (claim === null) return seeOther(reply, lostPath(request));
    const here = `/lacak/${claim.number}/kontak`;
    if (typed === null) return seeOther(reply, here);
    if (typed.problem !== null) return sendTyped(laksa, { request, reply, typed }, 422);
    // No letter leaves: nobody could confirm the new address, and nobody would be told.
    if (typed.field === 'email' && laksa.frame(request).keepsLetters === true) return seeOther(reply, here);
    return change(laksa, { request, reply, typed }, claim);
  });
};

const ownClaim = (laksa: TrackReportMeans, request: FastifyRequest<OfReport>): Claim | null => {
  const number = parseNumber(request.params.number);
  return number === null ? null : claimOf(laksa, request, number);
};

const lostPath = ({ params }: FastifyRequest<OfReport>): string => {
  const number = parseNumber(params.number);
  return number === null ? '/lacak' : `/lacak?nomor=${number}`;
};

type Sent = {
  readonly request: FastifyRequest<OfReport>;
  readonly reply: FastifyReply;
  readonly typed: TypedContact;
};

const change = async (
  laksa: TrackReportMeans,
  { request, reply, typed }: Sent,
  claim: Claim,
): Promise<FastifyReply> => {
  const { tenant, language } = request;
  const { field, value } = typed;
  const made = await askContactChange(laksa, tenant, claim, { field, value, language });
  const here = `/lacak/${claim.number}/kontak`;
  if (made.ok) return seeOther(reply, `${here}?${made.value.state === 'waiting' ? 'surat' : 'diganti'}=1`);
  if (made.refusal.kind === 'wrong_code') return seeOther(reply, `/lacak?nomor=${claim.number}`);
  return sendTyped(laksa, { request, reply, typed }, 429);
};

/** The page again, with what was typed. */
const sendTyped = async (
  laksa: TrackReportMeans,
  { request, reply, typed }: Sent,
  status: 422 | 429,
): Promise<FastifyReply> => {
  const page = await contactPage(laksa, request, { typed, isTooMany: status === 429 });
  return page === null ? seeOther(reply, lostPath(request)) : sendPage(reply, page, status);
};

type Said = {
  readonly done?: ContactProps['done'];
  readonly typed?: TypedContact;
  readonly isTooMany?: boolean;
};

/** Null: this browser was not let in, or the code was replaced since. */
const contactPage = async (
  laksa: TrackReportMeans,
  request: FastifyRequest<OfReport>,
  { done = null, typed, isTooMany = false }: Said,
): Promise<string | null> => {
  const claim = ownClaim(laksa, request);
  const shown = claim === null ? null : await presentContact(laksa, request, claim);
  if (claim === null || shown === null) return null;
  const frame = laksa.frame(request);
  return renderDocument(
    <ContactPage
      frame={frame}
      number={claim.number}
      {...shown}
      typed={typed === undefined ? null : { field: typed.field, value: typed.typed, problem: wrong(frame, typed) }}
      done={done}
      isTooMany={isTooMany}
    />,
  );
};

const wrong = ({ t }: ContactProps['frame'], { problem }: TypedContact): string =>
  problem === null ? '' : t(`refusal.problem.${problem}`);
