import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import type { StaffPerson } from '../../platform/session/find-people.ts';
import { parseEmail } from '../../store/contact.ts';
import { holdsElsewhere } from '../../store/holds-elsewhere.ts';
import { actorOf, administrator, staffOf } from '../../store/identity.ts';
import { accountsRenewing } from '../../store/sign-in-link.ts';
import { takeOff, takeOffProblem } from '../../store/take-off.ts';
import { renderDocument } from '../../ui/render.ts';
import { peoplePath, type InviteStaffMeans } from './means.ts';
import { PersonPage, type ResetBar, type TakeOffBar } from './person.view.tsx';
import { readSpans, type HeldSpan } from './queries.ts';
import { resetFactor } from './reset-factor.ts';
import { shownPerson } from './shown-person.ts';

const which = z.object({ userId: z.uuid() });
const one = { ...administrator, schema: { params: which } };

type Found = {
  readonly person: StaffPerson;
  readonly spans: readonly HeldSpan[];
  readonly renewing: ReadonlySet<string>;
  readonly isLast: boolean;
};

/** One person who holds posts here: what to do when a telephone is lost, or somebody leaves. */
export const personRoutes = (server: Server, laksa: InviteStaffMeans): void => {
  server.get(`${peoplePath}/:userId`, one, async (request, reply) => {
    const found = await find(laksa, request, request.params.userId);
    return found === null ? sendFailure(reply, { status: 404 }) : sendPerson(laksa, reply, found);
  });
  server.post(`${peoplePath}/:userId/lepas-faktor`, one, async (request, reply) => {
    const found = await find(laksa, request, request.params.userId);
    if (found === null) return sendFailure(reply, { status: 404 });
    if ((await resetBar(laksa, request, found)) !== null) return sendPerson(laksa, reply, found, 409);
    await resetFactor(laksa, request, found.person, addressOf(found));
    return seeOther(reply, `${peoplePath}?selesai=reset`);
  });
  server.post(`${peoplePath}/:userId/akhiri`, one, async (request, reply) => {
    const found = await find(laksa, request, request.params.userId);
    if (found === null) return sendFailure(reply, { status: 404 });
    if (takeOffBar(request, found) !== null) return sendPerson(laksa, reply, found, 409);
    const { tenant } = request;
    const { userId, login } = found.person;
    const ended = await laksa.database.inTenant(tenant.id, (tx) =>
      takeOff(tx, laksa, tenant, { userId, login, by: actorOf(request) }),
    );
    if (ended.kind === 'last_administrator' || ended.kind === 'role_left_empty')
      return sendPerson(laksa, reply, { ...found, isLast: true }, 409);
    await laksa.sessions.endAll(userId);
    return seeOther(reply, `${peoplePath}?selesai=taken_off`);
  });
};

/** Null: holds nothing here, whatever they hold elsewhere. */
const find = async (laksa: InviteStaffMeans, { tenant }: FastifyRequest, userId: string): Promise<Found | null> => {
  const known = await laksa.database.inTenant(
    tenant.id,
    async (tx) => ({
      spans: await readSpans(tx, tenant, [userId]),
      renewing: await accountsRenewing(tx, tenant),
      isLast: (await takeOffProblem(tx, tenant, userId)) !== null,
    }),
    { readOnly: true },
  );
  if (known.spans.length === 0) return null;
  const [person] = await laksa.sessions.findPeople({ userIds: [userId], limit: 1 });
  return person === undefined ? null : { person, ...known };
};

const addressOf = ({ person, spans }: Found): string | null =>
  parseEmail(person.login) ?? spans.find(({ address }) => address !== null)?.address ?? null;

const resetBar = async (laksa: InviteStaffMeans, request: FastifyRequest, found: Found): Promise<ResetBar> => {
  const { userId } = found.person;
  if (staffOf(request).userId === userId) return 'resetOwn';
  if (addressOf(found) === null) return 'resetNoAddress';
  return (await holdsElsewhere(laksa, request.tenant, userId)) ? 'resetElsewhere' : null;
};

const takeOffBar = (request: FastifyRequest, { person, isLast }: Found): TakeOffBar => {
  if (isLast) return 'takeOffLast';
  return staffOf(request).userId === person.userId ? 'yourself' : null;
};

const sendPerson = async (
  laksa: InviteStaffMeans,
  reply: FastifyReply,
  found: Found,
  status = 200,
): Promise<FastifyReply> => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const page = (
    <PersonPage
      frame={frame}
      person={shownPerson(frame, request.tenant, found.person, found)}
      without={found.spans.filter(({ isOnlyOne }) => isOnlyOne).map(({ post }) => post)}
      resetBar={await resetBar(laksa, request, found)}
      takeOffBar={takeOffBar(request, found)}
    />
  );
  return sendPage(reply, renderDocument(page), status);
};
