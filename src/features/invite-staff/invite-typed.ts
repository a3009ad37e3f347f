import type { FastifyRequest } from 'fastify';

import { currentCity } from '../../store/current-city.ts';
import { actorOf, staffOf } from '../../store/identity.ts';
import { invite, type InviteAnswer } from '../../store/invitation.ts';
import type { InviteStaffMeans } from './means.ts';
import { readWaiting } from './queries.ts';
import {
  invitationTyped,
  type InvitationProblem,
  type ReadInvitation,
  type TypedInvitation,
} from './typed-invitation.ts';

/** What stands in the way; nothing when the letter goes. */
export const inviteTyped = async (
  laksa: InviteStaffMeans,
  request: FastifyRequest,
  typed: TypedInvitation,
): Promise<readonly InvitationProblem[]> => {
  const { posts } = await currentCity(laksa, request.tenant);
  const read = invitationTyped(typed, { posts, tenant: request.tenant });
  if (!read.ok) return read.problems;
  const { kind } = await send(laksa, request, read.value);
  if (kind === 'invited') return [];
  return [{ field: kind === 'too_often' ? 'address' : 'post', problem: kind }];
};

/** The same once more, by a link that is new. False: it was answered or taken back meanwhile, its last day is over, or that address got enough letters for a day. */
export const inviteAgain = async (laksa: InviteStaffMeans, request: FastifyRequest, id: string): Promise<boolean> => {
  const { tenant } = request;
  const [waiting] = await laksa.database.inTenant(tenant.id, (tx) => readWaiting(tx, laksa, tenant, id));
  const { posts } = await currentCity(laksa, tenant);
  const post = posts.find((candidate) => candidate.id === waiting?.postId);
  if (waiting === undefined || post === undefined) return false;
  if (waiting.until !== null && waiting.until <= tenant.clock.now()) return false;
  return (await send(laksa, request, { ...waiting, post })).kind === 'invited';
};

const send = async (
  laksa: InviteStaffMeans,
  request: FastifyRequest,
  { name, address, ...asked }: ReadInvitation,
): Promise<InviteAnswer> => {
  const { tenant } = request;
  const people = await laksa.sessions.peopleByLogin([address, staffOf(request).login]);
  const account = people.find(({ login }) => login === address);
  const inviter = people.find(({ userId }) => userId === staffOf(request).userId)?.name ?? null;
  return laksa.database.inTenant(tenant.id, (tx) =>
    invite(tx, laksa, tenant, {
      ...asked,
      invited: { name, address, inviter },
      by: actorOf(request),
      userId: account?.userId ?? null,
    }),
  );
};
