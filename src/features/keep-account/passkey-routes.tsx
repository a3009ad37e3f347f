import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { AddPasskeyPage } from './add-passkey.view.tsx';
import { doneAt, passkeyPath, type KeepAccountMeans } from './means.ts';
import { ownPasswordProblem } from './own-password.ts';
import { record } from './record.ts';

const bodyLimit = 20_000;
const words = z.string().max(12_000);
const which = z.object({ id: z.uuid() });
const begun = z.object({ password: z.string().max(1_000) });
const made = z.object({
  name: z.string().trim().min(1).max(60),
  response: z.object({
    id: words,
    rawId: words,
    type: z.literal('public-key'),
    clientExtensionResults: z.object({}),
    response: z.object({ attestationObject: words, clientDataJSON: words }),
  }),
});

/** Keys of devices, for browsers with script: JSON both ways; removing one is a form. */
export const passkeyRoutes = (server: Server, laksa: KeepAccountMeans): void => {
  server.get(passkeyPath, staff, (request, reply) =>
    sendPage(reply, renderDocument(<AddPasskeyPage frame={laksa.frame(request)} />)),
  );
  server.post(`${passkeyPath}/mulai`, { ...staff, bodyLimit, schema: { body: begun } }, (request, reply) =>
    begin(laksa, request, reply, request.body),
  );
  server.post(passkeyPath, { ...staff, bodyLimit, schema: { body: made } }, (request, reply) =>
    add(laksa, request, reply, request.body),
  );
  server.post(`${passkeyPath}/:id/hapus`, { ...staff, schema: { params: which } }, async (request, reply) => {
    const name = await laksa.sessions.own.removePasskey(staffOf(request).userId, request.params.id);
    if (name !== null) await record(laksa, request, 'passkey_removed', name);
    return seeOther(reply, doneAt('passkey_removed'));
  });
};

const begin = async (
  laksa: KeepAccountMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { password }: z.infer<typeof begun>,
): Promise<FastifyReply> => {
  const refused = await ownPasswordProblem(laksa, request, password, laksa.frame(request).t);
  if (refused !== null) return reply.code(refused.status).send({ text: refused.text });
  const { own } = laksa.sessions;
  const { userId, login } = staffOf(request);
  const owner = { userId, login, name: await own.nameOf(userId), site: request.tenant.name };
  return reply.send(await own.offerPasskey(owner, callerOf(request)));
};

const add = async (
  laksa: KeepAccountMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { name, response }: z.infer<typeof made>,
): Promise<FastifyReply> => {
  const { userId } = staffOf(request);
  const isAdded = await laksa.sessions.own.addPasskey({ userId, keyName: name }, response, callerOf(request));
  if (!isAdded) return reply.code(422).send({ text: laksa.frame(request).t('account.passkey.failed') });
  await record(laksa, request, 'passkey_added', name);
  return reply.send({ next: doneAt('passkey_added') });
};
