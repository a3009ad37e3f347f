import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { seesReport } from '../../domain/permission.ts';
import { parseNumber } from '../../domain/report-number.ts';
import type { Post } from '../../domain/role.ts';
import type { Server } from '../../platform/http/server.ts';
import { keyOf } from '../../store/identity.ts';
import { refuseShape } from './input.ts';
import { guardScopes, showsKey } from './key-guard.ts';
import type { ServeApiMeans } from './means.ts';
import { readPublic, readWork, seenOf, type WorkRow } from './queries.ts';
import { etagOf, sendDenial, sendRefusal } from './refusal.ts';
import { oneReport, publicFrom, workFrom, type OneReport } from './report-answer.ts';
import { keyOptional, numberParams, refusalsOf } from './schemas.ts';

const schema = {
  operationId: 'readReport',
  tags: ['reports'],
  summary: 'Read one report',
  description:
    'Without a key: what is public. With a key (scope `report:read` or `report:handle`): also what its post sees, and then `work`. What may not be seen is answered like what does not exist. The `ETag` is the version.',
  security: keyOptional,
  params: numberParams,
  response: { 200: oneReport, ...refusalsOf(401, 403, 404, 414) },
};

export const readReportRoute = (server: Server, laksa: ServeApiMeans): void => {
  const config = { access: 'everyone' satisfies Access };
  server.get('/api/v1/reports/:number', { config, schema, attachValidation: true }, async (request, reply) => {
    reply.header('access-control-allow-origin', '*').header('vary', 'authorization, accept-language, cookie');
    const denial = showsKey(request) ? await guardScopes(laksa, request, ['report:read', 'report:handle']) : null;
    if (denial !== null) return sendDenial(reply, denial);
    const refused = refuseShape(request, reply);
    if (refused !== null) return refused;
    const number = parseNumber(request.params.number);
    const report = number === null ? null : await readFor(laksa, request, number);
    if (report === null) return sendRefusal(reply, { kind: 'not_found' });
    return answer(reply, report);
  });
};

const answer = (reply: FastifyReply, report: OneReport): FastifyReply => {
  if (report.work !== undefined) reply.header('cache-control', 'no-store');
  return reply.header('etag', etagOf(report.version)).send(report);
};

const readFor = async (laksa: ServeApiMeans, request: FastifyRequest, number: string): Promise<OneReport | null> => {
  const { tenant } = request;
  const post = keyOf(request)?.post;
  return laksa.database.inTenant(
    tenant.id,
    async (tx) => {
      const seen = post === undefined ? null : await readWork(tx, tenant.id, number);
      if (seen !== null && post !== undefined && isSeenBy(post, seen)) return workFrom(seen, tenant);
      const shown = await readPublic(tx, tenant.id, number);
      return shown === null ? null : publicFrom(shown, tenant);
    },
    { readOnly: true },
  );
};

const isSeenBy = (post: Post, row: WorkRow): boolean => seesReport(post, seenOf(row));
