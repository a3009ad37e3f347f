import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { FormFile } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { administrator } from '../../store/identity.ts';
import { confirmBatch, readBatch, type ImportBatch } from '../../store/import-batch.ts';
import { renderDocument } from '../../ui/render.ts';
import type { Text } from '../../ui/texts/text.ts';
import { CheckPage, ImportedPage, type ShownLine } from './check.view.tsx';
import type { CheckedLine } from './check-list.ts';
import { downloadRoute } from './download-route.ts';
import { keptListOf } from './kept-list.ts';
import { lookAtList } from './look-at-list.ts';
import { importPath, type ImportStaffMeans } from './means.ts';
import { mostFileBytes, mostRows, readList, type ListRefusal } from './read-list.ts';
import { UploadPage } from './upload.view.tsx';

const which = z.object({ id: z.uuid() });
const one = { ...administrator, schema: { params: which } };

/** Many people at once, from a file: looked at first, brought in after a yes. */
export const importStaffRoutes = (server: Server, laksa: ImportStaffMeans): void => {
  server.get(importPath, administrator, (request, reply) =>
    sendPage(reply, renderDocument(<UploadPage frame={laksa.frame(request)} />)),
  );
  server.post(importPath, administrator, (request, reply) => upload(laksa, request, reply));
  downloadRoute(server, laksa);
  server.get(`${importPath}/:id`, one, (request, reply) => showBatch(laksa, request, reply, request.params.id));
  server.post(`${importPath}/:id`, one, (request, reply) => confirm(laksa, request, reply, request.params.id));
};

const upload = async (laksa: ImportStaffMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { t } = laksa.frame(request);
  const files: Buffer[] = [];
  await readForm(request, async (file) => {
    files.push(await contentOf(file));
    return true;
  });
  const [bytes] = files;
  if (bytes === undefined) return refuse(laksa, reply, t('importPeople.refused.none'));
  const list = await readList(bytes);
  if (!list.ok) return refuse(laksa, reply, refusalWords(t, list.refusal));
  return seeOther(reply, `${importPath}/${await lookAtList(laksa, request, list.lines)}`);
};

/** As much as a list may have, and one byte that says there was more. */
const contentOf = async ({ content }: FormFile): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (size <= mostFileBytes) chunks.push(Buffer.from(chunk));
    size += Buffer.from(chunk).length;
  }
  return Buffer.concat(chunks);
};

const refuse = (laksa: ImportStaffMeans, reply: FastifyReply, error: string): FastifyReply =>
  sendPage(reply, renderDocument(<UploadPage frame={laksa.frame(reply.request)} error={error} />), 422);

const refusalWords = (t: Text, refusal: ListRefusal): string =>
  refusal.kind === 'missing_columns'
    ? t('importPeople.refused.missing_columns', { columns: refusal.missing.join(', ') })
    : t(`importPeople.refused.${refusal.kind}`, { most: mostRows });

const showBatch = async (
  laksa: ImportStaffMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const frame = laksa.frame(request);
  const batch = await laksa.database.inTenant(tenant.id, (tx) => readBatch(tx, laksa, tenant, id));
  if (batch === null) return sendFailure(reply, { status: 404 });
  if (batch.confirmedAt !== null) {
    const { done, refused } = outcomeWords(frame.t, batch);
    return sendPage(reply, renderDocument(<ImportedPage frame={frame} done={done} refused={refused} />));
  }
  const lines = keptListOf(batch.content).lines.map((line) => shownLine(frame.t, line));
  return sendPage(reply, renderDocument(<CheckPage frame={frame} id={id} lines={lines} />));
};

/** Both null: it is on its way. */
const outcomeWords = (t: Text, { doneAt, made, invited, changed, refused }: ImportBatch) => {
  if (doneAt === null) return { done: null, refused: null };
  if (refused !== null)
    return {
      done: null,
      refused: t(refused === 'last_administrator' ? 'importPeople.lastAdministrator' : 'importPeople.stale'),
    };
  const counts = { made: made ?? 0, invited: invited ?? 0, changed: changed ?? 0 };
  return { done: t(counts.made === 0 ? 'importPeople.done' : 'importPeople.doneMade', counts), refused: null };
};

const shownLine = (t: Text, { line, status, written, makes, problems }: CheckedLine): ShownLine => ({
  line,
  status,
  name: written.nama,
  email: written.email,
  post: written.jabatan,
  isPostAlone: written.email === '',
  makes: [
    ...(makes.agency === null ? [] : [t('importPeople.makesAgency', { name: makes.agency })]),
    ...(makes.post === null ? [] : [t('importPeople.makesPost', { name: makes.post })]),
  ],
  problems: problems.map(({ column, problem }) => `${column}: ${t(`importPeople.problem.${problem}`)}`),
});

/** Only a list without a fault: what is half right is mended first, and brought in as a whole. */
const confirm = async (
  laksa: ImportStaffMeans,
  { tenant }: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> => {
  const isThere = await laksa.database.inTenant(tenant.id, async (tx) => {
    const batch = await readBatch(tx, laksa, tenant, id);
    if (batch === null) return false;
    const isFaulty = keptListOf(batch.content).lines.some(({ status }) => status === 'faulty');
    if (!isFaulty) await confirmBatch(tx, tenant, id);
    return true;
  });
  return isThere ? seeOther(reply, `${importPath}/${id}`) : sendFailure(reply, { status: 404 });
};
