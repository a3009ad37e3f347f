import type { FastifyReply, FastifyRequest } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import encodeQr from 'qr';

import { codeTries, ownPasswordTries } from '../../domain/sign-in-limits.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { countTry, forgetTries } from '../../platform/limit/tries.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { waitWords } from '../../ui/wait-words.ts';
import { AskPasswordPage } from './ask-password.view.tsx';
import { appPath, doneAt, type KeepAccountMeans } from './means.ts';
import { NewAppPage } from './new-app.view.tsx';
import { ownPasswordProblem } from './own-password.ts';
import { record } from './record.ts';

/** Renewing the authenticator: password, then a new secret, which holds once a code proves it; until then the one before does. */
export const appRoutes = (server: Server, laksa: KeepAccountMeans): void => {
  server.get(appPath, staff, (request, reply) => send(laksa, request, reply, {}));
  server.post(appPath, staff, (request, reply) => begin(laksa, request, reply));
  server.post(`${appPath}/bukti`, staff, (request, reply) => prove(laksa, request, reply));
};

type Shown = { readonly text?: string; readonly status?: number };

const send = async (
  laksa: KeepAccountMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { text: error, status = 200 }: Shown,
): Promise<FastifyReply> => {
  const frame = laksa.frame(request);
  const { t } = frame;
  const secret = await laksa.sessions.own.waitingSecret(staffOf(request));
  const ask = {
    title: t('account.app.title'),
    text: t('account.app.ask'),
    action: appPath,
    goOn: t('account.app.begin'),
  };
  const page =
    secret === null ? (
      <AskPasswordPage frame={frame} {...ask} error={error} />
    ) : (
      <NewAppPage frame={frame} secret={secret} qr={qrOf(request, secret)} error={error} />
    );
  return sendPage(reply, renderDocument(page), status);
};

/** Each row as a line of dark squares; the app reads where and for whom it is, too. */
const qrOf = (request: FastifyRequest, secret: string): readonly (readonly boolean[])[] =>
  encodeQr(
    new TOTP({
      issuer: request.tenant.name,
      label: staffOf(request).login,
      secret: Secret.fromBase32(secret),
    }).toString(),
    'raw',
    { border: 4 },
  );

const begin = async (laksa: KeepAccountMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const refused = await ownPasswordProblem(laksa, request, textOf(fields, 'password'), laksa.frame(request).t);
  if (refused !== null) return send(laksa, request, reply, refused);
  await laksa.sessions.own.beginRenewal(staffOf(request));
  return seeOther(reply, appPath);
};

const prove = async (laksa: KeepAccountMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const { t } = laksa.frame(request);
  const identity = staffOf(request);
  const tries = ownPasswordTries(`${identity.sessionId} app`);
  const { seconds } = await countTry(laksa, tries);
  if (seconds > 0) return send(laksa, request, reply, { text: waitWords(t, seconds), status: 429 });
  if (!(await laksa.sessions.own.proveRenewal(identity, textOf(fields, 'code'))))
    return send(laksa, request, reply, { text: t('account.app.refused'), status: 422 });
  await forgetTries(laksa, tries);
  await forgetTries(laksa, codeTries(identity.userId, null));
  await record(laksa, request, 'app_renewed');
  return seeOther(reply, doneAt('app'));
};
