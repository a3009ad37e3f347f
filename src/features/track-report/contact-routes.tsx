import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import type { Claim } from '../../store/claim-check.ts';
import { claimOf } from '../../store/claim-pass.ts';
import { askContactChange, type ContactAnswer } from '../../store/contact-change.ts';
import { removeAddedAddress } from '../../store/contact-change-removal.ts';
import { renderDocument } from '../../ui/render.ts';
import { readContact, type TypedContact } from './contact-form.ts';
import { contactFields, ContactPage, type ContactProps } from './contact.view.tsx';
import type { TrackReportMeans } from './means.ts';
import { presentContact } from './present-contact.ts';

type OfReport = {
  Params: { readonly number: string };
  Querystring: {
    readonly surat?: string | string[];
    readonly diganti?: string | string[];
    readonly dihapus?: string | string[];
  };
};

const config = { access: 'claim' satisfies Access } as const;
const path = '/lacak/:number/kontak';

/** Name and contact of the reporter, shown in part and changed, behind the code. */
export const contactRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<OfReport>(path, { config }, async (request, reply) => {
    const { surat, diganti, dihapus } = request.query;
    const done = { isSent: surat !== undefined, isChanged: diganti !== undefined };
    const page = await contactPage(laksa, request, { done, isRemoved: dihapus !== undefined });
    return page === null ? seeOther(reply, lostPath(request)) : sendPage(reply, page);
  });

  server.post<OfReport>(path, { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const typed = readContact(fieldsTaken(laksa, request, fields));
    const claim = ownClaim(laksa, request);
    if (claim === null) return seeOther(reply, lostPath(request));
    if (textOf(fields, 'apa') === 'remove_added') return remove(laksa, reply, claim);
    if (Object.keys(typed.problems).length > 0) return sendTyped(laksa, { request, reply, typed }, 'problems');
    if (Object.keys(typed.values).length === 0) return sendTyped(laksa, { request, reply, typed }, 'nothing');
    return change(laksa, { request, reply, typed }, claim);
  });
};

/** Where no letter leaves nobody could confirm a new address: the page has no field for it. */
const fieldsTaken = (laksa: TrackReportMeans, request: FastifyRequest, fields: FormFields): FormFields =>
  laksa.frame(request).keepsLetters === true ? { ...fields, email: '' } : fields;

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
  const made = await askContactChange(laksa, tenant, claim, {
    values: typed.values,
    language,
    network: networkOf(request.ip),
  });
  if (made.ok) return seeOther(reply, donePath(claim, made.value));
  if (made.refusal.kind === 'wrong_code') return seeOther(reply, `/lacak?nomor=${claim.number}`);
  return sendTyped(laksa, { request, reply, typed }, 'too_many');
};

const remove = async (laksa: TrackReportMeans, reply: FastifyReply, claim: Claim): Promise<FastifyReply> => {
  const isRemoved = await removeAddedAddress(laksa, reply.request.tenant, claim);
  return seeOther(reply, `/lacak/${claim.number}/kontak${isRemoved ? '?dihapus=1' : ''}`);
};

const donePath = ({ number }: Claim, { isSent, isChanged }: ContactAnswer): string => {
  const said = [...(isChanged ? ['diganti=1'] : []), ...(isSent ? ['surat=1'] : [])];
  return `/lacak/${number}/kontak?${said.join('&')}`;
};

type Refused = 'problems' | 'nothing' | 'too_many';

/** The page again, with all that was typed. */
const sendTyped = async (
  laksa: TrackReportMeans,
  { request, reply, typed }: Sent,
  refused: Refused,
): Promise<FastifyReply> => {
  const page = await contactPage(laksa, request, { typed, refused });
  if (page === null) return seeOther(reply, lostPath(request));
  return sendPage(reply, page, refused === 'too_many' ? 429 : 422);
};

type Said = {
  readonly done?: ContactAnswer;
  readonly isRemoved?: boolean;
  readonly typed?: TypedContact;
  readonly refused?: Refused;
};

/** Null: this browser was not let in, or the code was replaced since. */
const contactPage = async (
  laksa: TrackReportMeans,
  request: FastifyRequest<OfReport>,
  { done = { isSent: false, isChanged: false }, isRemoved = false, typed, refused }: Said,
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
      {...done}
      isRemoved={isRemoved}
      typed={typed?.typed ?? {}}
      problems={typed === undefined ? [] : problemsOf(frame, typed)}
      refused={refused === 'problems' ? null : (refused ?? null)}
    />,
  );
};

const problemsOf = ({ t }: ContactProps['frame'], { problems }: TypedContact): ContactProps['problems'] =>
  contactFields.flatMap((field) => {
    const problem = problems[field];
    return problem === undefined ? [] : [{ field, text: t(`refusal.problem.${problem}`) }];
  });
