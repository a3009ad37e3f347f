import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { seesIdentity } from '../../domain/permission.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { staffOf } from '../../store/identity.ts';
import { personFields, readPerson } from '../../store/person.ts';
import type { HandleReportMeans } from './means.ts';
import { readStory } from './queries.ts';
import { reportPage } from './report-page.tsx';

const config = { access: 'staff' satisfies Access };
const params = z.object({ number: z.string().regex(/^\d{10}$/) });
const grounds = ['handling', 'lost_code'] as const;

export const identityRoutes = (server: Server, laksa: HandleReportMeans): void => {
  server.post('/petugas/laporan/:number/identitas', { config, schema: { params } }, (request, reply) =>
    showIdentity(laksa, request, reply, request.params.number),
  );
};

/** Opens who the reporter is, and for whom they report, once, and writes down who asked and what for in the same transaction. No redirect: the next page knows nothing of it. */
const showIdentity = async (
  laksa: HandleReportMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const ground = grounds.find((one) => one === textOf(fields, 'ground'));
  if (ground === undefined) return sendFailure(reply, { status: 422, kind: 'incomplete' });
  const { tenant } = request;
  const { post } = staffOf(request);
  const opened = await laksa.database.inTenant(tenant.id, async (tx) => {
    const story = await readStory(tx, tenant.id, number);
    if (story === null || !seesIdentity(post, story)) return null;
    const people = { reporter: story.reporterId, subject: story.subject?.personId ?? null };
    if (people.reporter === null && people.subject === null) return null;
    const vault = { keyring: laksa.keyring, tenantId: tenant.id, at: tenant.clock.now() };
    const read = async (personId: string | null) =>
      personId === null
        ? null
        : readPerson(tx, vault, { personId, fields: personFields, ground, reportId: story.id, postId: post.id });
    const identity = { reporter: await read(people.reporter), subject: await read(people.subject) };
    return { story, identity, city: await laksa.cities.read(tx, tenant, laksa.clock.now(), story) };
  });
  if (opened === null) return sendFailure(reply, { status: 404 });
  return sendPage(
    reply,
    reportPage(
      { request, frame: laksa.frame(request), story: opened.story, city: opened.city },
      { identity: opened.identity },
    ),
  );
};
