import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { readInvitation } from '../../store/answer-invitation.ts';
import { mayTakeStep, mayTryLink } from '../../store/enrolment-limits.ts';
import { enrolmentStep } from '../../store/enrolment.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { renderDocument } from '../../ui/render.ts';
import { answerOf, invitationPath, offerOf, type Asked } from './answer-shown.ts';
import { InvitationOverPage, InvitationPage, type AnswerShown } from './invitation.view.tsx';
import type { AcceptInvitationMeans } from './means.ts';
import { openOwnAccount, takeWithAccount } from './take-posts.ts';

/** Who has the letter may; what else is needed is asked step by step. */
const config = { access: 'claim' satisfies Access } as const;
const path = '/petugas/undangan/:pass';

type WithPass = { Params: { readonly pass: string }; Querystring: { readonly selesai?: string | string[] } };

export const acceptInvitationRoutes = (server: Server, laksa: AcceptInvitationMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) => {
    const asked = await readAsked(laksa, request);
    if (asked === null) return sendOver(laksa, request, reply);
    return send(laksa, reply, { asked, answer: await answerOf(laksa, request, asked) });
  });
  server.post<WithPass>(path, { config }, async (request, reply) => {
    const asked = await readAsked(laksa, request);
    return asked === null ? sendOver(laksa, request, reply) : answer(laksa, request, reply, asked);
  });
};

const readAsked = async (
  laksa: AcceptInvitationMeans,
  { tenant, params }: FastifyRequest<WithPass>,
): Promise<Asked | null> => {
  const id = openLetterPass({ keyring: laksa.keyring, tenantId: tenant.id, kind: 'invitation' }, params.pass);
  if (id === null) return null;
  const open = await laksa.database.inTenant(tenant.id, (tx) => readInvitation(tx, laksa, tenant, id));
  return open === null ? null : { id, pass: params.pass, open };
};

const answer = async (
  laksa: AcceptInvitationMeans,
  request: FastifyRequest<WithPass>,
  reply: FastifyReply,
  asked: Asked,
): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  if (!(await mayTakeStep(laksa, request.tenant, asked.id))) return sendFailure(reply, { status: 429 });
  if (textOf(fields, 'step') === 'accept') return takeSignedIn(laksa, request, reply, asked);
  const now = await answerOf(laksa, request, asked);
  if (now.kind !== 'enrol') return send(laksa, reply, { asked, answer: now });
  const { name, address: login } = asked.open.invited;
  const step = await enrolmentStep(
    {
      laksa,
      accounts: laksa.sessions.accounts,
      tenant: request.tenant,
      login,
      of: asked.id,
      password: { kind: 'new', name },
    },
    fields,
  );
  if (step.step !== 'done') return send(laksa, reply, { asked, answer: { kind: 'enrol', form: step } });
  const taken = await openOwnAccount(laksa, request.tenant, asked.id, step);
  if (taken.kind === 'login_taken')
    return send(laksa, reply, { asked, answer: { kind: 'sign_in', isTaken: true }, status: 409 });
  return taken.kind === 'over'
    ? sendOver(laksa, request, reply)
    : seeOther(reply, `${invitationPath(asked.pass)}?selesai=1`);
};

const takeSignedIn = async (
  laksa: AcceptInvitationMeans,
  request: FastifyRequest<WithPass>,
  reply: FastifyReply,
  asked: Asked,
): Promise<FastifyReply> => {
  const signedIn = await laksa.sessions.read(callerOf(request));
  if (signedIn === null) return send(laksa, reply, { asked, answer: await answerOf(laksa, request, asked) });
  const isTaken = await takeWithAccount(laksa, request.tenant, asked.id, signedIn.userId);
  return isTaken ? seeOther(reply, '/petugas') : sendOver(laksa, request, reply);
};

type Shown = { readonly asked: Asked; readonly answer: AnswerShown; readonly status?: number };

const send = (
  laksa: AcceptInvitationMeans,
  reply: FastifyReply,
  { asked, answer: shown, status }: Shown,
): FastifyReply => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const hasError = shown.kind === 'enrol' && shown.form.step !== 'codes' && shown.form.problem !== null;
  const page = (
    <InvitationPage
      frame={frame}
      path={invitationPath(asked.pass)}
      offer={offerOf(frame, request.tenant, asked)}
      answer={shown}
    />
  );
  return sendPage(reply.header('cache-control', 'no-store'), renderDocument(page), status ?? (hasError ? 422 : 200));
};

/** Right after it was used the same address says how to go on; what it was good for it does not say again. */
const sendOver = async (
  laksa: AcceptInvitationMeans,
  request: FastifyRequest<WithPass>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const isDone = request.method === 'GET' && request.query.selesai !== undefined;
  if (!isDone && !(await mayTryLink(laksa, networkOf(request.ip)))) return sendFailure(reply, { status: 429 });
  const page = <InvitationOverPage frame={laksa.frame(request)} isDone={isDone} />;
  return sendPage(reply.header('cache-control', 'no-store'), renderDocument(page), isDone ? 200 : 404);
};
