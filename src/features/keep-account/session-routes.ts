import { z } from 'zod';

import { seeOther } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { doneAt, sessionsPath, type KeepAccountMeans } from './means.ts';
import { record } from './record.ts';

const which = z.object({ id: z.uuid() });

/** Ends sessions of one's own, at whatever city: their next request is refused. */
export const sessionRoutes = (server: Server, laksa: KeepAccountMeans): void => {
  server.post(`${sessionsPath}/lainnya/akhiri`, staff, async (request, reply) => {
    const { userId, sessionId } = staffOf(request);
    await laksa.sessions.own.endOthers(userId, sessionId);
    await record(laksa, request, 'sessions_ended');
    return seeOther(reply, doneAt('sessions'));
  });
  server.post(`${sessionsPath}/:id/akhiri`, { ...staff, schema: { params: which } }, async (request, reply) => {
    const isEnded = await laksa.sessions.own.endSession(staffOf(request).userId, request.params.id);
    if (isEnded) await record(laksa, request, 'session_ended');
    return seeOther(reply, doneAt('session'));
  });
};
