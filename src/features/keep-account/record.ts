import type { FastifyRequest } from 'fastify';

import { deviceOf } from '../../platform/session/device.ts';
import { staffOf } from '../../store/identity.ts';
import { recordSignIn, type SignInKind } from '../../store/sign-in-event.ts';
import type { KeepAccountMeans } from './means.ts';

/** Writes down what somebody changed about their own account; where it opens the account, they are told by letter. */
export const record = (
  { database, clock }: KeepAccountMeans,
  request: FastifyRequest,
  kind: SignInKind,
  detail: string | null = null,
): Promise<void> => {
  const { tenant, headers } = request;
  const { userId } = staffOf(request);
  const device = deviceOf(headers['user-agent']);
  return database.inTenant(tenant.id, (tx) =>
    recordSignIn(tx, tenant.id, { userId, at: clock.now(), kind, device, detail }),
  );
};
