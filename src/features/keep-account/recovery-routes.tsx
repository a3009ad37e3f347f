import type { FastifyReply, FastifyRequest } from 'fastify';

import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { AskPasswordPage } from './ask-password.view.tsx';
import { recoveryPath, type KeepAccountMeans } from './means.ts';
import { ownPasswordProblem, type PasswordRefused } from './own-password.ts';
import { record } from './record.ts';
import { RecoveryCodesPage } from './recovery-codes.view.tsx';

/** New codes for the day the telephone is lost, in place of those before. */
export const recoveryRoutes = (server: Server, laksa: KeepAccountMeans): void => {
  server.get(recoveryPath, staff, (request, reply) => ask(laksa, request, reply));
  server.post(recoveryPath, staff, (request, reply) => renew(laksa, request, reply));
};

const ask = (
  laksa: KeepAccountMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: PasswordRefused,
): FastifyReply => {
  const frame = laksa.frame(request);
  const page = (
    <AskPasswordPage
      frame={frame}
      title={frame.t('account.recovery.title')}
      text={frame.t('account.recovery.ask')}
      action={recoveryPath}
      goOn={frame.t('account.recovery.renew')}
      error={refused?.text}
    />
  );
  return sendPage(reply, renderDocument(page), refused?.status ?? 200);
};

/** Answered by the page itself, not by a 303: the codes are shown once and kept nowhere in clear, so there is no page to come back to. */
const renew = async (laksa: KeepAccountMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const password = textOf(fields, 'password');
  const { t } = laksa.frame(request);
  const refused = await ownPasswordProblem(laksa, request, password, t);
  if (refused !== null) return ask(laksa, request, reply, refused);
  const codes = await laksa.sessions.own.renewRecoveryCodes(password, callerOf(request));
  if (codes === null) return ask(laksa, request, reply, { text: t('account.wrongPassword'), status: 422 });
  await record(laksa, request, 'recovery_renewed');
  const { login } = staffOf(request);
  return sendPage(
    reply,
    renderDocument(<RecoveryCodesPage frame={laksa.frame(request)} login={login} codes={codes} />),
  );
};
