import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { reportStates } from '../../domain/report.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { textFor } from '../../ui/texts/text.ts';
import { refuseShape } from './input.ts';
import { guardScopes } from './key-guard.ts';
import type { ServeApiMeans } from './means.ts';
import { makeApiMove } from './make-api-move.ts';
import { moveBody, type MoveBody } from './move-body.ts';
import { etagOf, sendDenial, sendRefusal } from './refusal.ts';
import { isForm } from './report-form.ts';
import { keyOptional, numberParams, refusalsOf } from './schemas.ts';

const schema = {
  operationId: 'moveReport',
  tags: ['reports'],
  summary: 'Make a move with a report',
  description:
    'Any move that the post of the key may make (scope `report:handle`). The reporter makes the own moves (`correct`, `provide_info`, `confirm`, `dispute`, `withdraw`, `message`) with `claim_code` instead of a key: ten wrong tries an hour, thirty in all. `version`, or the header `If-Match` with the ETag that was read, makes sure that nothing happened in between; the same move sent again with the same version, because its answer was lost, is answered 200.',
  security: keyOptional,
  params: numberParams,
  headers: z.looseObject({ 'if-match': z.string().max(200).optional() }),
  body: moveBody,
  response: {
    200: z
      .object({ number: z.string(), state: z.enum(reportStates), version: z.int() })
      .describe('Done; what the report is now'),
    ...refusalsOf(400, 401, 403, 404, 409, 412, 413, 414, 415, 422, 429),
  },
};

export const moveReportRoute = (server: Server, laksa: ServeApiMeans): void => {
  const config = { access: 'claim' satisfies Access };
  server.post(
    '/api/v1/reports/:number/moves',
    { config, schema, attachValidation: true, preValidation: refuseForms },
    async (request, reply) => {
      const claimCode = claimIn(request.body);
      const denial = claimCode === undefined ? await guardScopes(laksa, request, ['report:handle']) : null;
      if (denial !== null) return sendDenial(reply, denial);
      const refused = refuseShape(request, reply);
      if (refused !== null) return refused;
      const asked = {
        number: parseNumber(request.params.number),
        body: request.body,
        version: versionOf(request.headers['if-match'], request.body),
        claimCode,
      };
      const made = await makeApiMove(laksa, request, asked);
      if (!made.ok) return sendRefusal(reply, made.refusal, laksa.clock.now());
      const { number, state, version } = made.value;
      return reply.header('etag', etagOf(version)).send({ number, state, version });
    },
  );
};

/** A form cannot say what a move carries; taken for JSON it would only be called incomplete. */
const refuseForms = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (isForm(request)) await sendFailure(reply, { status: 415, detail: textFor(request.language)('api.jsonOnly') });
};

/** Before the body is known to make sense: whoever shows a code needs no key. */
const claimIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'claim_code' in body && typeof body.claim_code === 'string'
    ? body.claim_code.trim() || undefined
    : undefined;

/** What is no version of ours is none that a report ever has. */
const versionOf = (ifMatch: string | undefined, { version }: MoveBody): number | undefined => {
  if (version !== undefined) return version;
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const [, digits] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(ifMatch) ?? [];
  return digits === undefined ? Number.NaN : Number(digits);
};
