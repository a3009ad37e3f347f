import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import { parseClaimCode } from '../../domain/claim-code.ts';
import { seesReport } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { parseNumber } from '../../domain/report-number.ts';
import { reportStates } from '../../domain/report.ts';
import { refuse, type Result } from '../../domain/result.ts';
import { sendFailure } from '../../platform/http/problem.ts';
import type { Server } from '../../platform/http/server.ts';
import { checkClaim } from '../../store/claim-check.ts';
import { keyOf } from '../../store/identity.ts';
import { makeMove, type MoveMade } from '../../store/make-move.ts';
import { moveFromFields, withPrimary } from '../../store/move-command.ts';
import type { Tx } from '../../store/tx.ts';
import { refuseShape } from './input.ts';
import { guardScopes } from './key-guard.ts';
import type { ServeApiMeans } from './means.ts';
import { isReporters, moveBody, type MoveBody } from './move-body.ts';
import { fieldsOf } from './move-fields.ts';
import { etagOf, sendRefusal } from './refusal.ts';
import { isForm } from './report-form.ts';
import { keyOptional, numberParams, refusalsOf } from './schemas.ts';

const schema = {
  operationId: 'moveReport',
  tags: ['reports'],
  summary: 'Make a move with a report',
  description:
    'Any move that the post of the key may make (scope `report:handle`). The reporter makes the own moves (`provide_info`, `confirm`, `dispute`, `withdraw`, `message`) with `claim_code` instead of a key: ten wrong tries an hour, thirty in all. `version`, or the header `If-Match` with the ETag that was read, makes sure that nothing happened in between.',
  security: keyOptional,
  params: numberParams,
  headers: z.looseObject({ 'if-match': z.string().max(200).optional() }),
  body: moveBody,
  response: {
    200: z
      .object({ number: z.string(), state: z.enum(reportStates), version: z.int() })
      .describe('Done; what the report is now'),
    ...refusalsOf(401, 403, 404, 409, 412, 422, 429),
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
      if (denial !== null)
        return sendFailure(denial.status === 401 ? reply.header('www-authenticate', 'Bearer') : reply, denial);
      const refused = refuseShape(request, reply);
      if (refused !== null) return refused;
      const asked = {
        number: parseNumber(request.params.number),
        body: request.body,
        version: versionOf(request.headers['if-match'], request.body),
        claimCode,
      };
      const made = await laksa.database.inTenant(request.tenant.id, (tx) => move(tx, laksa, request, asked));
      if (!made.ok) return sendRefusal(reply, made.refusal);
      const { number, state, version } = made.value;
      return reply.header('etag', etagOf(version)).send({ number, state, version });
    },
  );
};

/** A form cannot say what a move carries; taken for JSON it would only be called incomplete. */
const refuseForms = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (isForm(request)) await sendFailure(reply, { status: 415 });
};

/** Before the body is known to make sense: whoever shows a code needs no key. */
const claimIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'claim_code' in body && typeof body.claim_code === 'string'
    ? body.claim_code
    : undefined;

/** What is no version of ours is none that a report ever has. */
const versionOf = (ifMatch: string | undefined, { version }: MoveBody): number | undefined => {
  if (version !== undefined) return version;
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const [, digits] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(ifMatch) ?? [];
  return digits === undefined ? Number.NaN : Number(digits);
};

type Asked = {
  readonly number: string | null;
  readonly body: MoveBody;
  readonly version: number | undefined;
  readonly claimCode: string | undefined;
};

const move = async (
  tx: Tx,
  laksa: ServeApiMeans,
  request: FastifyRequest,
  asked: Asked,
): Promise<Result<MoveMade, Refusal>> => {
  const { tenant } = request;
  const actor = await actorOf(tx, laksa, request, asked);
  if (!actor.ok) return actor;
  if (asked.number === null) return refuse({ kind: 'not_found' });
  const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
  const fields = await withPrimary(tx, tenant.id, fieldsOf(asked.body));
  const command = moveFromFields(asked.body.move, fields, city);
  if (!command.ok) return command;
  return makeMove(tx, {
    tenantId: tenant.id,
    city,
    report: { number: asked.number },
    actor: actor.value,
    command: command.value,
    version: asked.version,
    at: tenant.clock.now(),
    admit: async ({ report }) =>
      actor.value.kind === 'post' && !seesReport(actor.value.post, report) ? { kind: 'post_may_not' } : null,
  });
};

/** The post of the key, or the reporter by the code; a code that is wrong is counted, so this is answered from a transaction that commits. */
const actorOf = async (
  tx: Tx,
  laksa: ServeApiMeans,
  request: FastifyRequest,
  { number, body, claimCode }: Asked,
): Promise<Result<Actor, Refusal>> => {
  if (claimCode === undefined) return postOf(request);
  if (!isReporters(body.move)) return refuse({ kind: 'post_may_not' });
  const code = parseClaimCode(claimCode);
  if (number === null || code === null) return refuse({ kind: 'wrong_code' });
  const { tenant } = request;
  const claim = await checkClaim(tx, laksa.claimKeys, { tenantId: tenant.id, number, code, at: tenant.clock.now() });
  return claim.ok ? { ok: true, value: { kind: 'reporter' } } : claim;
};

const postOf = (request: FastifyRequest): Result<Actor, Refusal> => {
  const key = keyOf(request);
  if (key === undefined) throw new Error('a move was reached without key and code');
  return { ok: true, value: { kind: 'post', post: key.post } };
};
