import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { mayTakeStep, mayTryLink } from '../../store/enrolment-limits.ts';
import { enrolmentStep, firstStep, problemWith, type PasswordAsked } from '../../store/enrolment.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { readSignInLink, type SignInLink } from '../../store/sign-in-link.ts';
import { renderDocument } from '../../ui/render.ts';
import { isElsewheresToo } from './elsewhere.ts';
import { LinkOverPage, LinkPage, type LinkForm } from './link.view.tsx';
import type { ResetPasswordMeans } from './means.ts';
import { setMeansAnew } from './set-means-anew.ts';

/** Who has the link may. */
const config = { access: 'claim' satisfies Access } as const;
const path = '/petugas/akun-baru/:pass';

type WithPass = { Params: { readonly pass: string }; Querystring: { readonly selesai?: string | string[] } };
type Opened = { readonly id: string; readonly link: SignInLink };

/** What stands behind a link to sign in anew. Opened it changes nothing: mail programs open links, too. */
export const linkRoutes = (server: Server, laksa: ResetPasswordMeans): void => {
  server.get<WithPass>(path, { config }, async (request, reply) => {
    const opened = await open(laksa, request);
    if (opened === null) return sendOver(laksa, request, reply);
    return send(laksa, request, reply, { opened, shown: firstForm(laksa, opened) });
  });
  server.post<WithPass>(path, { config }, async (request, reply) => {
    const opened = await open(laksa, request);
    if (opened === null) return sendOver(laksa, request, reply);
    const { fields } = await readForm(request);
    if (!(await mayTakeStep(laksa, request.tenant, opened.id))) return sendFailure(reply, { status: 429 });
    const after = await step(laksa, request, opened, fields);
    if (after === 'over') return sendOver(laksa, request, reply);
    if (after === 'done') return seeOther(reply, `${pathOf(request)}?selesai=1`);
    return send(laksa, request, reply, { opened, shown: after });
  });
};

const pathOf = ({ params }: FastifyRequest<WithPass>): string => `/petugas/akun-baru/${params.pass}`;

const open = async (
  laksa: ResetPasswordMeans,
  { tenant, params }: FastifyRequest<WithPass>,
): Promise<Opened | null> => {
  const id = openLetterPass({ keyring: laksa.keyring, tenantId: tenant.id, kind: 'sign_in_anew' }, params.pass);
  if (id === null) return null;
  const link = await laksa.database.inTenant(tenant.id, (tx) => readSignInLink(tx, laksa, tenant, id));
  return link === null || (await isElsewheresToo(laksa, tenant, link)) ? null : { id, link };
};

const firstForm = (laksa: ResetPasswordMeans, { link }: Opened): LinkForm =>
  link.purpose === 'password'
    ? { kind: 'password', problem: null }
    : {
        kind: 'enrol',
        purpose: link.purpose,
        form: firstStep({ password: askedOf(laksa, link), login: link.letter.login }),
      };

/** Whoever has lost a telephone alone still knows the password. */
const askedOf = ({ sessions }: ResetPasswordMeans, { purpose, userId }: SignInLink): PasswordAsked =>
  purpose === 'second_factor'
    ? { kind: 'known', isKnown: (typed) => sessions.accounts.isPassword(userId, typed) }
    : { kind: 'new', name: '' };

const step = async (
  laksa: ResetPasswordMeans,
  request: FastifyRequest,
  { id, link }: Opened,
  fields: FormFields,
): Promise<LinkForm | 'over' | 'done'> => {
  const { tenant } = request;
  const { login } = link.letter;
  const { accounts } = laksa.sessions;
  const asked = { laksa, accounts, tenant, login, of: id, password: askedOf(laksa, link) };
  if (link.purpose === 'password') {
    const password = textOf(fields, 'password');
    const problem = await problemWith(asked, { password, repeated: textOf(fields, 'repeated') });
    if (problem !== null) return { kind: 'password', problem };
    return setMeansAnew(laksa, request, id, { passwordHash: await accounts.hashPassword(password), factor: null });
  }
  const after = await enrolmentStep(asked, fields);
  if (after.step === 'done') return setMeansAnew(laksa, request, id, after);
  return { kind: 'enrol', purpose: link.purpose, form: after };
};

const send = (
  laksa: ResetPasswordMeans,
  request: FastifyRequest<WithPass>,
  reply: FastifyReply,
  { opened, shown }: { readonly opened: Opened; readonly shown: LinkForm },
): FastifyReply => {
  const { login } = opened.link.letter;
  const page = <LinkPage frame={laksa.frame(request)} path={pathOf(request)} login={login} shown={shown} />;
  return sendPage(reply.header('cache-control', 'no-store'), renderDocument(page), hasProblem(shown) ? 422 : 200);
};

const hasProblem = (shown: LinkForm): boolean => {
  if (shown.kind === 'password') return shown.problem !== null;
  return shown.form.step !== 'codes' && shown.form.problem !== null;
};

const sendOver = async (
  laksa: ResetPasswordMeans,
  request: FastifyRequest<WithPass>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const isDone = request.method === 'GET' && request.query.selesai !== undefined;
  if (!isDone && !(await mayTryLink(laksa, networkOf(request.ip)))) return sendFailure(reply, { status: 429 });
  const page = <LinkOverPage frame={laksa.frame(request)} isDone={isDone} />;
  return sendPage(reply.header('cache-control', 'no-store'), renderDocument(page), isDone ? 200 : 404);
};
