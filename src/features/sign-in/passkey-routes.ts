import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { ownPathOr } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { admit } from './admit.ts';
import { homePath, passkeyPath, type SignInMeans } from './means.ts';
import { countWrongKey, keyWait } from './wrong-passwords.ts';

const everyone = { access: 'everyone' satisfies Access };
/** No key signs more than this, and no stranger is read further. */
const bodyLimit = 20_000;
const words = z.string().max(8_000);
const signed = z.object({
  next: z.string().optional().catch(undefined),
  response: z.object({
    id: words,
    rawId: words,
    type: z.literal('public-key'),
    clientExtensionResults: z.object({}),
    response: z.object({ authenticatorData: words, clientDataJSON: words, signature: words }),
  }),
});

/** Signing in with a key of the device, for browsers with script: JSON both ways. */
export const passkeyRoutes = (server: Server, laksa: SignInMeans): void => {
  server.post(`${passkeyPath}/mulai`, { config: everyone, bodyLimit }, async (request, reply) => {
    const wait = await keyWait(laksa, request);
    if (wait > 0) return reply.code(429).header('retry-after', String(wait)).send({ kind: 'wait' });
    return reply.send(await laksa.sessions.own.askPasskey(callerOf(request)));
  });
  server.post(passkeyPath, { config: everyone, bodyLimit, schema: { body: signed } }, (request, reply) =>
    signIn(laksa, request, reply, request.body),
  );
};

const signIn = async (
  laksa: SignInMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { response, next }: z.infer<typeof signed>,
): Promise<FastifyReply> => {
  const step = await laksa.sessions.own.signInByPasskey(response, callerOf(request));
  const login = step.kind === 'refused' ? null : await laksa.sessions.loginOf(step.userId);
  if (step.kind === 'refused' || login === null) {
    await countWrongKey(laksa, request);
    return reply.code(422).send({ kind: 'refused' });
  }
  await admit(laksa, request, reply, { userId: step.userId, login, cookies: step.cookies, by: 'passkey' });
  return reply.send({ next: ownPathOr(next, homePath) });
};
