import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { readForm } from '../../platform/http/form.ts';
import { seeOther } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { actorOf, administrator } from '../../store/identity.ts';
import { withdrawInvitation } from '../../store/invitation.ts';
import { inviteAgain, inviteTyped } from './invite-typed.ts';
import { peoplePath, type InviteStaffMeans } from './means.ts';
import { personRoutes } from './person-routes.tsx';
import { sendPeople } from './send-people.tsx';
import { emptyInvitation, typedInvitationOf } from './typed-invitation.ts';

const asked = z.looseObject({
  cari: z.string().max(100).optional().catch(undefined),
  sesudah: z.string().max(300).optional().catch(undefined),
  selesai: z.enum(['invited', 'withdrawn', 'reset', 'taken_off']).optional().catch(undefined),
});
const which = z.object({ id: z.uuid() });

/** Who holds posts of the city, and who is asked to. */
export const inviteStaffRoutes = (server: Server, laksa: InviteStaffMeans): void => {
  server.get(peoplePath, { ...administrator, schema: { querystring: asked } }, (request, reply) => {
    const { cari = '', sesudah, selesai: done } = request.query;
    return sendPeople(laksa, request, reply, {
      words: cari,
      after: sesudah,
      typed: emptyInvitation,
      problems: [],
      done,
    });
  });
  server.post(peoplePath, administrator, (request, reply) => inviteOne(laksa, request, reply));
  const one = { ...administrator, schema: { params: which } };
  server.post(`${peoplePath}/undangan/:id/batal`, one, async (request, reply) => {
    const { tenant } = request;
    await laksa.database.inTenant(tenant.id, (tx) =>
      withdrawInvitation(tx, tenant, request.params.id, actorOf(request)),
    );
    return seeOther(reply, `${peoplePath}?selesai=withdrawn`);
  });
  server.post(`${peoplePath}/undangan/:id/lagi`, one, async (request, reply) => {
    const isSent = await inviteAgain(laksa, request, request.params.id);
    return seeOther(reply, isSent ? `${peoplePath}?selesai=invited` : peoplePath);
  });
  personRoutes(server, laksa);
};

const inviteOne = async (
  laksa: InviteStaffMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const typed = typedInvitationOf((await readForm(request)).fields);
  const problems = await inviteTyped(laksa, request, typed);
  if (problems.length > 0) return sendPeople(laksa, request, reply, { words: '', typed, problems });
  return seeOther(reply, `${peoplePath}?selesai=invited`);
};
