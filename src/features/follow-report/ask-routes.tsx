import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { deviceOf } from '../../platform/http/device-cookie.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { parseEmail } from '../../store/contact.ts';
import { askToFollow } from '../../store/follow-request.ts';
import type { GivenProof } from '../../store/proof.ts';
import { publicReportId } from '../../store/public-report.ts';
import { givenProof, smallQuestion } from '../../store/small-question.ts';
import { supporterCookie } from '../../store/supporter.ts';
import { renderDocument } from '../../ui/render.ts';
import { AskPage, type AskProps } from './ask.view.tsx';
import { AskedPage, FollowedPage } from './asked.view.tsx';
import type { FollowReportMeans } from './means.ts';

const config = { access: 'everyone' satisfies Access } as const;
const path = '/laporan/:number/ikuti';

type Asked = {
  Params: { number: string };
  Querystring: {
    readonly diminta?: string | string[];
    readonly jadi?: string | string[];
    readonly lagi?: string | string[];
  };
};

/** One field: the address. */
export const askRoutes = (server: Server, laksa: FollowReportMeans): void => {
  server.get<Asked>(path, { config }, async (request, reply) => {
    const number = parseNumber(request.params.number);
    if (number === null) return sendFailure(reply, { status: 404 });
    const after = pageAfter(laksa, request, number);
    if (after !== null) return sendPage(reply, after);
    const { id } = request.tenant;
    const reportId = await laksa.database.inTenant(id, (tx) => publicReportId(tx, id, number), { readOnly: true });
    if (reportId === null) return sendFailure(reply, { status: 404 });
    const isAgain = request.query.lagi !== undefined;
    return sendPage(reply, askPage(laksa, request, { number, email: '', isAgain, problem: null }));
  });

  server.post<Asked>(path, { config }, async (request, reply) => {
    const number = parseNumber(request.params.number);
    if (number === null) return sendFailure(reply, { status: 404 });
    const { fields } = await readForm(request);
    const typed = textOf(fields, 'email');
    const isAgain = textOf(fields, 'lagi') !== '';
    const email = parseEmail(typed);
    if (email === null)
      return sendPage(reply, askPage(laksa, request, { number, email: typed, isAgain, problem: 'not_an_email' }), 422);
    // No letter leaves: the address would be kept for nothing.
    if (laksa.frame(request).keepsLetters === true) return seeOther(reply, `/laporan/${number}/ikuti`);
    return ask(laksa, reply, { number, typed, email, isAgain, given: givenProof(fields) });
  });
};

/** The same for every number: the report may be hidden by now, and these pages say nothing of it. */
const pageAfter = (laksa: FollowReportMeans, request: FastifyRequest<Asked>, number: string): string | null => {
  const frame = laksa.frame(request);
  if (request.query.diminta !== undefined) return renderDocument(<AskedPage frame={frame} number={number} />);
  return request.query.jadi === undefined ? null : renderDocument(<FollowedPage frame={frame} number={number} />);
};

type Typed = {
  readonly number: string;
  readonly typed: string;
  readonly email: string;
  readonly isAgain: boolean;
  readonly given: GivenProof | null;
};

const ask = async (laksa: FollowReportMeans, reply: FastifyReply, asked: Typed): Promise<FastifyReply> => {
  const { request } = reply;
  const { number, typed, email, isAgain, given } = asked;
  const { tenant, language } = request;
  const about = `follow ${number}`;
  const made = await askToFollow(laksa, tenant, {
    number,
    email,
    language,
    device: deviceOf(reply, supporterCookie),
    network: networkOf(request.ip),
    proof: { given, about },
    isAgain,
  });
  if (made.ok) return seeOther(reply, `/laporan/${number}/ikuti?diminta=1`);
  if (made.refusal.kind === 'not_found') return sendFailure(reply, { status: 404 });
  const { mayProve } = made.refusal;
  const proofField = mayProve ? smallQuestion(laksa, tenant, { about, language, before: given }) : undefined;
  const held = { number, email: typed, isAgain, problem: 'too_many_tries', proofField } as const;
  return sendPage(reply, askPage(laksa, request, held), 429);
};

const askPage = (laksa: FollowReportMeans, request: FastifyRequest, props: Omit<AskProps, 'frame'>): string =>
  renderDocument(<AskPage frame={laksa.frame(request)} {...props} />);
