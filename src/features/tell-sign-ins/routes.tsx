import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { take } from '../../platform/limit/limit.ts';
import { deviceOf } from '../../platform/session/device.ts';
import { openLetterPass } from '../../store/letter-pass.ts';
import { readSignIn, recordSignIn, type SignInEvent } from '../../store/sign-in-event.ts';
import { renderDocument } from '../../ui/render.ts';
import { notMePath, type TellSignInsMeans } from './means.ts';
import { NotMePage, type NotMeProps } from './not-me.view.tsx';

/** Whoever has the letter may, signed in or not: it ends sessions and opens nothing. */
const everyone = { config: { access: 'everyone' satisfies Access } };
const which = z.object({ pass: z.string().max(100) });

/** Was it not you? A link in a letter that ends all sessions of its account; looking at it does nothing yet. */
export const disownSignInRoutes = (server: Server, laksa: TellSignInsMeans): void => {
  const at = { ...everyone, schema: { params: which } };
  server.get(`${notMePath}/:pass`, at, async (request, reply) => {
    const event = await eventOf(laksa, request, request.params.pass);
    return send(laksa, request, reply, event === null ? 'gone' : 'asks');
  });
  server.post(`${notMePath}/:pass`, at, async (request, reply) => {
    const event = await eventOf(laksa, request, request.params.pass);
    if (event === null) return send(laksa, request, reply, 'gone');
    await laksa.sessions.endAll(event.userId);
    await writeDown(laksa, request, event);
    return send(laksa, request, reply, 'done');
  });
};

const goodForMs = 7 * 24 * 60 * 60 * 1000;

const eventOf = async (
  { database, keyring, clock }: TellSignInsMeans,
  { tenant }: FastifyRequest,
  pass: string,
): Promise<SignInEvent | null> => {
  const id = openLetterPass({ keyring, tenantId: tenant.id, kind: 'sign_in' }, pass);
  if (id === null) return null;
  const event = await database.inTenant(tenant.id, (tx) => readSignIn(tx, tenant.id, id), { readOnly: true });
  return event === null || clock.now().getTime() - event.at.getTime() > goodForMs ? null : event;
};

/** The sessions end however often it is pressed; so often it is written down. */
const writtenDown = { max: 3, windowSeconds: goodForMs / 1000 };

const writeDown = (
  { database, clock }: TellSignInsMeans,
  { tenant, headers }: FastifyRequest,
  { id, userId }: SignInEvent,
): Promise<void> =>
  database.inTenant(tenant.id, async (tx) => {
    const at = clock.now();
    const { allowed } = await take(tx, { ...writtenDown, tenantId: tenant.id, key: `disown:${id}`, at });
    if (!allowed) return;
    await recordSignIn(tx, tenant.id, {
      userId,
      at,
      kind: 'disowned',
      device: deviceOf(headers['user-agent']),
      detail: null,
    });
  });

const send = (
  laksa: TellSignInsMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  state: NotMeProps['state'],
): FastifyReply => {
  const { pass } = which.parse(request.params);
  const page = <NotMePage frame={laksa.frame(request)} state={state} action={`${notMePath}/${pass}`} />;
  return sendPage(reply.header('cache-control', 'no-store'), renderDocument(page), state === 'gone' ? 404 : 200);
};
