import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { insertApiKey, revokeApiKey } from '../../store/api-key.ts';
import { currentCity } from '../../store/current-city.ts';
import { actorOf, administrator } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { openDrawn, sealDrawn } from './drawn-key.ts';
import { formProps, shownKey } from './keys-props.ts';
import { KeysPage } from './keys.view.tsx';
import { carryKey, takeKey } from './made-key-cookie.ts';
import { keysPath, type KeepApiKeysMeans } from './means.ts';
import { readKeys } from './queries.ts';
import { emptyKey, keyTyped, typedKeyOf, type KeyProblem, type TypedKey } from './typed-key.ts';

const asked = z.looseObject({ selesai: z.enum(['revoked']).optional().catch(undefined) });
const which = z.object({ id: z.uuid() });

/** Keys for programs: each acts as a post, for a time. */
export const keepApiKeysRoutes = (server: Server, laksa: KeepApiKeysMeans): void => {
  server.get(keysPath, { ...administrator, schema: { querystring: asked } }, (request, reply) =>
    sendKeys(laksa, reply, {
      typed: emptyKey(request.tenant),
      problems: [],
      made: takeKey(laksa, request, reply),
      isRevoked: request.query.selesai === 'revoked',
    }),
  );
  server.post(keysPath, administrator, (request, reply) => make(laksa, request, reply));
  server.post(`${keysPath}/:id/cabut`, { ...administrator, schema: { params: which } }, async (request, reply) => {
    const { tenant } = request;
    const revoked = { keyId: request.params.id, by: actorOf(request), at: tenant.clock.now() };
    const isRevoked = await laksa.database.inTenant(tenant.id, (tx) => revokeApiKey(tx, tenant.id, revoked));
    return isRevoked ? seeOther(reply, `${keysPath}?selesai=revoked`) : sendFailure(reply, { status: 404 });
  });
};

const make = async (laksa: KeepApiKeysMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { tenant } = request;
  const { fields } = await readForm(request);
  const typed = typedKeyOf(fields);
  const { posts } = await currentCity(laksa, tenant);
  const read = keyTyped(typed, posts, tenant);
  if (!read.ok) return sendKeys(laksa, reply, { typed, problems: read.problems, made: null, isRevoked: false });
  const { postId, scopes, expiresAt } = read;
  const drawn = openDrawn(laksa, tenant, textOf(fields, 'drawn'));
  const key = await laksa.database.inTenant(tenant.id, (tx) =>
    insertApiKey(tx, tenant.id, { drawn, postId, scopes, expiresAt, by: actorOf(request), at: tenant.clock.now() }),
  );
  carryKey(laksa, reply, key);
  return seeOther(reply, keysPath);
};

type Shown = {
  readonly typed: TypedKey;
  readonly problems: readonly KeyProblem[];
  readonly made: string | null;
  readonly isRevoked: boolean;
};

const sendKeys = async (
  laksa: KeepApiKeysMeans,
  reply: FastifyReply,
  { typed, problems, made, isRevoked }: Shown,
): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant } = request;
  const frame = laksa.frame(request);
  const { posts } = await currentCity(laksa, tenant);
  const keys = await laksa.database.inTenant(tenant.id, (tx) => readKeys(tx, tenant.id), { readOnly: true });
  const userIds = keys.flatMap(({ madeBy }) => madeBy ?? []);
  const people = await laksa.sessions.findPeople({ userIds, limit: userIds.length });
  const page = (
    <KeysPage
      frame={frame}
      made={made}
      isRevoked={isRevoked}
      keys={keys.map((key) => shownKey(frame, tenant, key, people))}
      form={{ ...formProps(frame, posts, typed, problems), drawn: sealDrawn(laksa, tenant) }}
    />
  );
  return sendPage(reply, renderDocument(page), problems.length === 0 ? 200 : 422);
};
