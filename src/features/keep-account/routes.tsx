import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { lastSignIns } from '../../store/sign-in-event.ts';
import { renderDocument } from '../../ui/render.ts';
import { accountProps } from './account-props.ts';
import { AccountPage } from './account.view.tsx';
import { appRoutes } from './app-routes.tsx';
import { accountPath, outcomes, type KeepAccountMeans, type Outcome } from './means.ts';
import { passkeyRoutes } from './passkey-routes.tsx';
import { passwordRoutes } from './password-routes.tsx';
import { recoveryRoutes } from './recovery-routes.tsx';
import { sessionRoutes } from './session-routes.ts';

const asked = z.looseObject({ selesai: z.enum(outcomes).optional().catch(undefined) });

/** One's own account: what opens it, where it is open, and what happened with it here. */
export const keepAccountRoutes = (server: Server, laksa: KeepAccountMeans): void => {
  server.get(accountPath, { ...staff, schema: { querystring: asked } }, (request, reply) =>
    show(laksa, request, reply, request.query.selesai),
  );
  passwordRoutes(server, laksa);
  appRoutes(server, laksa);
  recoveryRoutes(server, laksa);
  passkeyRoutes(server, laksa);
  sessionRoutes(server, laksa);
};

const shownEvents = 20;

const show = async (
  laksa: KeepAccountMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  done: Outcome | undefined,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const { userId } = staffOf(request);
  const { own } = laksa.sessions;
  const [name, codesLeft, sessions, passkeys, cities, events] = await Promise.all([
    own.nameOf(userId),
    own.recoveryCodesLeft(userId),
    own.sessions(userId),
    own.passkeys(userId),
    laksa.tenants.all(),
    laksa.database.inTenant(tenant.id, (tx) => lastSignIns(tx, tenant.id, userId, shownEvents), { readOnly: true }),
  ]);
  const kept = { name, codesLeft, sessions, passkeys, cities, events };
  const props = accountProps(laksa.frame(request), request, { ...kept, now: laksa.clock.now(), done });
  return sendPage(reply, renderDocument(<AccountPage {...props} />));
};
