import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { deviceOf } from '../../platform/http/device-cookie.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import type { Installation } from '../../store/installation.ts';
import type { GivenProof } from '../../store/proof.ts';
import { flagReport, mayBeFlagged } from '../../store/report-flag.ts';
import { givenProof, smallQuestion } from '../../store/small-question.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { emptyFlag, readFlag } from './form.ts';
import { FlagFormPage, type FlagFormProps, type TypedFlag } from './flag-form.view.tsx';
import { FlaggedPage } from './flagged.view.tsx';

export type FlagReportMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

const config = { access: 'everyone' satisfies Access } as const;
const path = '/laporan/:number/laporkan';

type Asked = { Params: { number: string }; Querystring: { terkirim?: string | string[] } };

/** "This should not stand here": said by anyone of what everyone reads, without an account. */
export const flagReportRoutes = (server: Server, laksa: FlagReportMeans): void => {
  server.get<Asked>(path, { config }, async (request, reply) => {
    const number = parseNumber(request.params.number);
    if (number === null) return sendFailure(reply, { status: 404 });
    const frame = laksa.frame(request);
    // The same for every number: the report may be hidden by now, and this page says nothing of it.
    if (request.query.terkirim !== undefined) return sendPage(reply, renderDocument(<FlaggedPage frame={frame} />));
    const { id } = request.tenant;
    const isShown = await laksa.database.inTenant(id, (tx) => mayBeFlagged(tx, id, number), { readOnly: true });
    return isShown ? sendPage(reply, formPage(frame, number, emptyFlag)) : sendFailure(reply, { status: 404 });
  });

  server.post<Asked>(path, { config }, async (request, reply) => {
    const number = parseNumber(request.params.number);
    if (number === null) return sendFailure(reply, { status: 404 });
    const { fields } = await readForm(request);
    const typed = readFlag(fields);
    return typed.flag === null
      ? sendPage(reply, formPage(laksa.frame(request), number, typed), 422)
      : sendFlag(laksa, reply, number, { ...typed, flag: typed.flag, given: givenProof(fields) });
  });
};

type CompleteFlag = TypedFlag & { readonly flag: NonNullable<TypedFlag['flag']>; readonly given: GivenProof | null };

const sendFlag = async (
  laksa: FlagReportMeans,
  reply: FastifyReply,
  number: string,
  typed: CompleteFlag,
): Promise<FastifyReply> => {
  const { tenant, ip, language } = reply.request;
  const about = `flag ${number}`;
  const proof = { given: typed.given, about };
  const device = deviceOf(reply, { name: 'tanda_isi', path: `/laporan/${number}/laporkan` });
  const sent = await flagReport(laksa, tenant, { number, ...typed.flag, device, network: networkOf(ip), proof });
  if (sent.ok) return seeOther(reply, `/laporan/${number}/laporkan?terkirim=1`);
  if (sent.refusal.kind === 'not_found') return sendFailure(reply, { status: 404 });
  const asked = { about, language, before: typed.given };
  const proofField = sent.refusal.mayProve ? smallQuestion(laksa, tenant, asked) : null;
  return sendPage(reply, formPage(laksa.frame(reply.request), number, typed, { isTooMany: true, proofField }), 429);
};

const formPage = (frame: PageFrame, number: string, typed: TypedFlag, held: Held = notHeld): string =>
  renderDocument(<FlagFormPage frame={frame} number={number} typed={typed} {...held} />);

type Held = Pick<FlagFormProps, 'isTooMany' | 'proofField'>;
const notHeld: Held = { isTooMany: false, proofField: null };
