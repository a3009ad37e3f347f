import type { FastifyReply, FastifyRequest } from 'fastify';

import { codeTries } from '../../domain/sign-in-limits.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { forgetTries } from '../../platform/limit/tries.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { passwordProblem, shortestPassword } from '../../platform/session/password-problem.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import type { Text } from '../../ui/texts/text.ts';
import { doneAt, passwordPath, type KeepAccountMeans } from './means.ts';
import { NewPasswordPage, type NewPasswordProps } from './new-password.view.tsx';
import { ownPasswordProblem } from './own-password.ts';
import { record } from './record.ts';

/** Changing one's password: the old one is asked, and every other session ends. */
export const passwordRoutes = (server: Server, laksa: KeepAccountMeans): void => {
  server.get(passwordPath, staff, (request, reply) => send(laksa, request, reply, { problems: [] }));
  server.post(passwordPath, staff, (request, reply) => change(laksa, request, reply));
};

type Problems = NewPasswordProps['problems'];

const send = (
  laksa: KeepAccountMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { problems, status = 200 }: { readonly problems: Problems; readonly status?: number },
): FastifyReply => {
  const { login } = staffOf(request);
  const page = <NewPasswordPage frame={laksa.frame(request)} login={login} problems={problems} />;
  return sendPage(reply, renderDocument(page), status);
};

const change = async (laksa: KeepAccountMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const { t } = laksa.frame(request);
  const [current, next] = [textOf(fields, 'current'), textOf(fields, 'next')];
  const problems = await newPasswordProblems(laksa, request, next, t);
  if (problems.length > 0) return send(laksa, request, reply, { problems, status: 422 });
  const refused = await ownPasswordProblem(laksa, request, current, t);
  if (refused !== null)
    return send(laksa, request, reply, { ...refused, problems: [{ field: 'current', text: refused.text }] });
  const { userId } = staffOf(request);
  const cookies = await laksa.sessions.own.changePassword(userId, { current, next }, callerOf(request));
  if (cookies === null)
    return send(laksa, request, reply, {
      problems: [{ field: 'current', text: t('account.wrongPassword') }],
      status: 422,
    });
  await record(laksa, request, 'password_changed');
  await forgetTries(laksa, codeTries(userId, null));
  return seeOther(reply.header('set-cookie', [...cookies]), doneAt('password'));
};

const newPasswordProblems = async (
  { sessions }: KeepAccountMeans,
  request: FastifyRequest,
  next: string,
  t: Text,
): Promise<Problems> => {
  if (next === '') return [{ field: 'next', text: t('account.password.missing') }];
  const { userId, login } = staffOf(request);
  const owner = { login, name: await sessions.own.nameOf(userId), city: request.tenant.name };
  const problem = await passwordProblem(next, owner);
  return problem === null
    ? []
    : [{ field: 'next', text: t(`account.password.problem.${problem}`, { count: shortestPassword }) }];
};
