import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseClaimCode } from '../../domain/claim-code.ts';
import { statusOf } from '../../domain/refusal.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { disownReport } from '../../store/contact-change-disown.ts';
import { readChange } from '../../store/contact-change-row.ts';
import { isTakeable, takeContactBack, type Settled } from '../../store/contact-change-settle.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { ContactBackPage, type ContactBackProps } from './contact-back.view.tsx';
import type { TrackReportMeans } from './means.ts';
import { codeRefusalWords } from './open-routes.tsx';

const config = { access: 'claim' satisfies Access } as const;
const path = '/ganti-kontak/batal/:pass';

type WithPass = { Params: { readonly pass: string } };

/**
 * The link in the letters to the address on record. Opened it changes nothing, for mail programs open links, too; its two buttons do: one for whoever
 * filed the report, and has a code of it, one for whoever never did.
 */
export const contactBackRoutes = (server: Server, laksa: TrackReportMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) =>
    sendBack(laksa, { request, reply }, { number: await numberOf(laksa, request), done: null }),
  );

  server.post<WithPass>(path, { config }, async (request, reply) => {
    const { fields } = await readForm(request);
    const id = changeIn(laksa, request);
    const asked = { request, reply };
    if (id === null) return sendBack(laksa, asked, { number: null, done: null });
    if (textOf(fields, 'apa') !== 'disown') return takeBack(laksa, asked, id, textOf(fields, 'kode'));
    return sendSettled(laksa, asked, 'disowned', await disownReport(laksa, request.tenant, id));
  });
};

type Asked = { readonly request: FastifyRequest<WithPass>; readonly reply: FastifyReply };

const takeBack = async (
  laksa: TrackReportMeans,
  asked: Asked,
  changeId: string,
  typed: string,
): Promise<FastifyReply> => {
  const { request } = asked;
  const frame = laksa.frame(request);
  const code = parseClaimCode(typed);
  if (code === null) {
    const problem = frame.t('trackReport.form.notCode');
    return sendBack(laksa, asked, { number: await numberOf(laksa, request), done: null, typed, problem }, 422);
  }
  const made = await takeContactBack(laksa, request.tenant, changeId, { code, network: networkOf(request.ip) });
  if (made.ok) return sendSettled(laksa, asked, 'takenBack', made.value);
  const { refusal } = made;
  if (refusal.kind === 'too_many_tries' && refusal.retryAfterSeconds !== Infinity)
    asked.reply.header('retry-after', String(refusal.retryAfterSeconds));
  const problem = problemOf(laksa, request, refusal);
  const again = { number: await numberOf(laksa, request), done: null, typed, problem };
  return sendBack(laksa, asked, again, statusOf(refusal));
};

const problemOf = (
  laksa: TrackReportMeans,
  request: FastifyRequest,
  refusal: Parameters<typeof codeRefusalWords>[1],
): string => {
  const frame = laksa.frame(request);
  if (refusal.kind === 'wrong_code') return frame.t('contact.takeBack.wrong');
  if (refusal.kind === 'too_many_tries' && refusal.retryAfterSeconds === Infinity)
    return frame.t('contact.takeBack.closed');
  return codeRefusalWords(frame, refusal, { zone: request.tenant.zone, now: laksa.clock.now() });
};

const changeIn = ({ keyring }: TrackReportMeans, { tenant, params }: FastifyRequest<WithPass>): string | null =>
  openLetterPass({ keyring, tenantId: tenant.id, kind: 'contact_back' }, params.pass);

/** Null: the link is no longer good for anything. */
const numberOf = async (laksa: TrackReportMeans, request: FastifyRequest<WithPass>): Promise<string | null> => {
  const id = changeIn(laksa, request);
  if (id === null) return null;
  const { tenant } = request;
  const change = await laksa.database.inTenant(tenant.id, (tx) => readChange(tx, tenant.id, id), { readOnly: true });
  return change !== null && isTakeable(change, tenant.clock.now()) ? change.number : null;
};

const sendSettled = (
  laksa: TrackReportMeans,
  asked: Asked,
  done: NonNullable<ContactBackProps['done']>,
  settled: Settled,
): FastifyReply => sendBack(laksa, asked, { number: settled?.number ?? null, done, undone: settled?.undone ?? [] });

type Shown = Pick<ContactBackProps, 'number' | 'done'> &
  Partial<Pick<ContactBackProps, 'undone' | 'typed' | 'problem'>>;

const sendBack = (laksa: TrackReportMeans, { request, reply }: Asked, shown: Shown, status = 200): FastifyReply => {
  const props = { frame: laksa.frame(request), action: `/ganti-kontak/batal/${request.params.pass}`, ...shown };
  const page = <ContactBackPage undone={[]} typed="" problem={null} {...props} />;
  return sendPage(reply, renderDocument(page), shown.number === null ? 404 : status);
};
