import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { addDuty, removeDuty } from '../../store/duty.ts';
import { staffOf } from '../../store/identity.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import type { TypedDuty } from './duty-form.view.tsx';
import { dutyPath, keeper, type KeepDutyMeans } from './means.ts';
import { readDuties } from './queries.ts';
import { postsForDuty, rosterProps } from './roster-props.ts';
import { RosterPage, type RosterProps } from './roster.view.tsx';
import { dutyTyped, emptyDuty, typedDutyOf, type DutyProblem } from './typed-duty.ts';

const asked = z.looseObject({ selesai: z.enum(['added', 'removed']).optional().catch(undefined) });
const which = z.object({ id: z.uuid() });

/** The duty roster of a city. */
export const keepDutyRoutes = (server: Server, laksa: KeepDutyMeans): void => {
  server.get(dutyPath, { ...keeper, schema: { querystring: asked } }, (request, reply) =>
    sendRoster(laksa, request, reply, { typed: emptyDuty, problems: [], done: request.query.selesai }),
  );
  server.post(dutyPath, keeper, (request, reply) => add(laksa, request, reply));
  server.post(`${dutyPath}/:id/hapus`, { ...keeper, schema: { params: which } }, async (request, reply) => {
    const { tenant } = request;
    await laksa.database.inTenant(tenant.id, (tx) => removeDuty(tx, tenant.id, request.params.id));
    return seeOther(reply, `${dutyPath}?selesai=removed`);
  });
};

type Shown = {
  readonly typed: TypedDuty;
  readonly problems: readonly DutyProblem[];
  readonly done?: RosterProps['done'];
};

const sendRoster = async (
  { database, cities, clock, frame }: KeepDutyMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const { city, duties } = await database.inTenant(
    tenant.id,
    async (tx) => ({
      city: await cities.read(tx, tenant, clock.now()),
      duties: await readDuties(tx, tenant.id, tenant.clock.now()),
    }),
    { readOnly: true },
  );
  const props = rosterProps(frame(request), tenant, { ...shown, city, duties });
  return sendPage(reply, renderDocument(<RosterPage {...props} />), shown.problems.length === 0 ? 200 : 422);
};

const add = async (laksa: KeepDutyMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const typed = typedDutyOf(fields);
  const problems = await laksa.database.inTenant(request.tenant.id, (tx) => tryAdd(tx, laksa, request, typed));
  if (problems.length > 0) return sendRoster(laksa, request, reply, { typed, problems });
  return seeOther(reply, `${dutyPath}?selesai=added`);
};

/** What stands in the way; nothing when it was added. */
const tryAdd = async (
  tx: Tx,
  { cities, clock }: KeepDutyMeans,
  request: FastifyRequest,
  typed: TypedDuty,
): Promise<readonly DutyProblem[]> => {
  const { tenant } = request;
  const at = tenant.clock.now();
  const posts = postsForDuty(await cities.read(tx, tenant, clock.now()));
  const read = dutyTyped(typed, { posts, zone: tenant.zone, now: at.toISOString() });
  if (!read.ok) return read.problems;
  const { postId, from, until } = read;
  const isAdded = await addDuty(tx, tenant.id, {
    postId,
    from: new Date(from),
    until: new Date(until),
    by: staffOf(request).post.id,
    at,
  });
  return isAdded ? [] : [{ field: 'fromDay', problem: 'overlaps' }];
};
