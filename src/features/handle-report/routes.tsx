import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { seesReport } from '../../domain/permission.ts';
import { statusOf } from '../../domain/refusal.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { staffOf } from '../../store/identity.ts';
import type { City } from '../../store/city.ts';
import { isStaffMove, moveFieldsOf, versionOf, type StaffMove } from './form.ts';
import { identityRoutes } from './identity-routes.ts';
import { makeReportMove } from './make-report-move.ts';
import { reportPath, type HandleReportMeans } from './means.ts';
import { readMoveForm } from './read-move-form.ts';
import { readStory, type Story } from './queries.ts';
import { changedPage, reportPage } from './report-page.tsx';

const config = { access: 'staff' satisfies Access };
const number = z.string().regex(/^\d{10}$/);
const done = z.looseObject({ selesai: z.string().refine(isStaffMove).optional().catch(undefined) });

export const handleReportRoutes = (server: Server, laksa: HandleReportMeans): void => {
  const one = z.object({ number });
  const move = z.object({ number, move: z.string().refine(isStaffMove) });
  server.get('/petugas/laporan/:number', { config, schema: { params: one, querystring: done } }, (request, reply) =>
    showReport(laksa, request, reply, { number: request.params.number, done: request.query.selesai }),
  );
  identityRoutes(server, laksa);
  server.post('/petugas/laporan/:number/:move', { config, schema: { params: move } }, (request, reply) =>
    makeAMove(laksa, request, reply, request.params),
  );
};

type Shown = { readonly number: string; readonly done: StaffMove | undefined };

const showReport = async (
  laksa: HandleReportMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> => {
  const found = await findStory(laksa, request, shown.number);
  // After a move that gave it out of this post's hands the report is not to be seen any more: what was done is said in the queue.
  if (found === null && shown.done !== undefined) return seeOther(reply, `/petugas?selesai=${shown.done}`);
  if (found === null) return sendFailure(reply, { status: 404 });
  return sendPage(reply, reportPage({ request, frame: laksa.frame(request), ...found }, { done: shown.done }));
};

/** What a post may not read is not there, the same as what was never filed. */
const findStory = async (
  { database, cities, clock }: HandleReportMeans,
  request: FastifyRequest,
  wanted: string,
): Promise<{ readonly story: Story; readonly city: City } | null> => {
  const { tenant } = request;
  const { post } = staffOf(request);
  return database.inTenant(
    tenant.id,
    async (tx) => {
      const story = await readStory(tx, tenant.id, wanted);
      if (story === null || !seesReport(post, story)) return null;
      return { story, city: await cities.read(tx, tenant, clock.now(), story) };
    },
    { readOnly: true },
  );
};

const makeAMove = async (
  laksa: HandleReportMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: { readonly number: string; readonly move: StaffMove },
): Promise<FastifyReply> => {
  const { post } = staffOf(request);
  const { fields: sent, proof, refusedPhotos } = await readMoveForm(laksa, request, wanted.number);
  const fields = { ...moveFieldsOf(sent), proof };
  const attempt = { ...wanted, fields, version: versionOf(sent), refusedPhotos };
  const made = await makeReportMove(laksa, request.tenant, post, attempt);
  if (made.ok) return seeOther(reply, `${reportPath(wanted.number)}?selesai=${wanted.move}`);
  if (made.refusal === null) return sendFailure(reply, { status: 404 });
  const { refusal, story, city } = made.refusal;
  const reading = { request, frame: laksa.frame(request), story, city };
  const html =
    refusal.kind === 'changed_meanwhile'
      ? changedPage(reading, { ...attempt, refusal })
      : reportPage(reading, { attempt: { ...attempt, refusal } });
  return sendPage(reply, html, statusOf(refusal));
};
