import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import type { NotTakenProblem } from '../../domain/photo.ts';
import { seesReport } from '../../domain/permission.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { textFor } from '../../ui/texts/text.ts';
import type { NamedPost } from '../../store/city.ts';
import { keyOf } from '../../store/identity.ts';
import { readWithPhotos, type RefusedPhoto } from '../../store/photo-intake.ts';
import { proofStage } from '../../store/photo-stage.ts';
import type { ServeApiMeans } from './means.ts';
import { readWork, seenOf } from './queries.ts';
import { sendProblems, sendRefusal } from './refusal.ts';
import { refusalsOf, withKey } from './schemas.ts';

const schema = {
  operationId: 'uploadProof',
  tags: ['reports'],
  summary: 'Send a picture that proves an answer',
  description:
    'Scope `report:handle`. One picture for one report, as a form (multipart): JPEG, PNG, WebP, HEIC or AVIF, 20 MB at most, five for an answer. The id is good for `proof` of the move `answer` with the same report by the same post; the same picture sent again has the same id. What no answer names within 24 hours is deleted.',
  security: withKey,
  consumes: ['multipart/form-data'],
  body: z.object({
    number: z.string().describe('The number of the report'),
    file: z.unknown().meta({ type: 'string', format: 'binary', description: 'The picture' }),
  }),
  response: {
    201: z.object({ id: z.string().describe('For `proof`'), state: z.literal('staged') }).describe('Taken'),
    ...refusalsOf(400, 401, 403, 404, 413, 415, 422),
  },
};

export const uploadProofRoute = (server: Server, laksa: ServeApiMeans): void => {
  const config = { access: { key: 'report:handle' } satisfies Access };
  // What the description says is read as it streams, never as one body.
  const asForm = { config, schema, validatorCompiler: () => () => true };
  server.post('/api/v1/uploads', asForm, async (request, reply) => {
    await upload(laksa, request, reply);
    return reply;
  });
};

const upload = async (laksa: ServeApiMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { tenant } = request;
  const post = ownPost(request);
  const about = { field: 'file', purpose: 'proof', postId: post.id, atMost: 1 } as const;
  const { form, stageUnder, drop } = await readWithPhotos(laksa, tenant.id, about, (take) => readForm(request, take));
  const number = parseNumber(textOf(form.fields, 'number'));
  if (number === null || !(await isSeen(laksa, tenant.id, number, post))) {
    await drop();
    return sendRefusal(reply, { kind: 'not_found' });
  }
  const { ids, refused } = await stageUnder(proofStage(laksa.keyring, tenant.id, { number, postId: post.id }));
  const [id] = ids;
  if (id === undefined) return sendNotTaken(reply, refused[0]?.problem ?? 'empty');
  if (refused.length === 0) return reply.code(201).send({ id, state: 'staged' });
  await drop();
  return sendOneTooMany(reply, refused);
};

const ownPost = (request: FastifyRequest): NamedPost => {
  const key = keyOf(request);
  if (key === undefined) throw new Error('this route was reached without a key');
  return key.post;
};

const isSeen = (laksa: ServeApiMeans, tenantId: string, number: string, post: NamedPost): Promise<boolean> =>
  laksa.database.inTenant(
    tenantId,
    async (tx) => {
      const row = await readWork(tx, tenantId, number);
      return row !== null && seesReport(post, seenOf(row));
    },
    { readOnly: true },
  );

/** An id for one of two pictures would leave it open which. */
const sendOneTooMany = (reply: FastifyReply, refused: readonly RefusedPhoto[]): FastifyReply => {
  const words = textFor(reply.request.language)('photo.oneAtATime');
  const errors = refused.map(({ name }) => ({
    field: 'file',
    problem: 'too_many' as const,
    words: `${name}: ${words}`,
  }));
  return sendProblems(reply, errors);
};

const sendNotTaken = (reply: FastifyReply, problem: NotTakenProblem): FastifyReply => {
  const message = textFor(reply.request.language)(`photo.problem.${problem}`);
  const errors = [{ field: 'file', problem, message }];
  return sendFailure(reply, { status: 422, kind: 'incomplete', detail: message, errors });
};
