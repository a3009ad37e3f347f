import type { FastifyRequest } from 'fastify';

import type { StaffPerson } from '../../platform/session/find-people.ts';
import { recordCityEvent } from '../../store/city-event.ts';
import { actorOf, staffOf } from '../../store/identity.ts';
import { sendSignInLink } from '../../store/sign-in-link.ts';
import type { InviteStaffMeans } from './means.ts';

/** The old second factor and all sessions end, a letter leads to a new one, and it stands in the list of changes. */
export const resetFactor = async (
  laksa: InviteStaffMeans,
  request: FastifyRequest,
  { userId, login }: StaffPerson,
  address: string | null,
): Promise<void> => {
  const { tenant, language } = request;
  const [by] = await laksa.sessions.findPeople({ userIds: [staffOf(request).userId], limit: 1 });
  const at = tenant.clock.now();
  await laksa.database.inTenant(tenant.id, async (tx) => {
    const letter = { login, address: address ?? '', by: by?.name ?? null };
    await sendSignInLink(tx, laksa, tenant, { userId, purpose: 'second_factor', language, letter });
    await recordCityEvent(tx, tenant.id, {
      kind: 'account.factor_removed',
      subjectId: userId,
      by: actorOf(request),
      changes: { hasSecondFactor: { before: true, after: false } },
      at,
    });
    await laksa.sessions.accounts.voidFactor(userId);
  });
};
