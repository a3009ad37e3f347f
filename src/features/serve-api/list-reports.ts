import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import { reportStates } from '../../domain/report.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Server } from '../../platform/http/server.ts';
import type { City } from '../../store/city.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { refuseShape } from './input.ts';
import type { ServeApiMeans } from './means.ts';
import { listPublic, type ListFilter, type PublicRow } from './queries.ts';
import { sendProblems } from './refusal.ts';
import { publicFrom, publicReport } from './report-answer.ts';
import { anyone, refusalsOf } from './schemas.ts';

const querystring = z.strictObject({
  state: z.enum(reportStates).optional(),
  category: z.string().max(100).optional().describe('A slug of /api/v1/categories'),
  village: z.string().max(20).optional().describe('A code of /api/v1/villages'),
  agency: z.string().max(100).optional().describe('A slug of /api/v1/agencies that works on the report'),
  updated_since: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Only what changed since, and then also what was taken from the public'),
  cursor: z.string().max(200).optional().describe('`next_cursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).optional().describe('1 to 100, 20 where it is not given'),
  lang: z.string().max(10).optional().describe('`id` or `en`, for the words of refusals'),
});

const schema = {
  operationId: 'listReports',
  tags: ['reports'],
  summary: 'List public reports, newest first',
  description: 'Page by page: give `next_cursor` as `cursor` until it is null. What is filed meanwhile moves no page.',
  security: anyone,
  querystring,
  response: {
    200: z.object({ reports: z.array(publicReport), next_cursor: z.string().nullable() }).describe('A page'),
    ...refusalsOf(400),
  },
};

export const listReportsRoute = (server: Server, laksa: ServeApiMeans): void => {
  const config = { access: 'everyone' satisfies Access };
  server.get('/api/v1/reports', { config, schema, attachValidation: true }, async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    const refused = refuseShape(request, reply);
    if (refused !== null) return refused;
    const { tenant } = request;
    const found = await laksa.database.inTenant(
      tenant.id,
      async (tx) => {
        const filter = filterFrom(request.query, await laksa.cities.read(tx, tenant, laksa.clock.now()));
        // One more than asked for says whether there is a next page.
        return filter.ok
          ? ok(await listPublic(tx, tenant.id, { ...filter.value, limit: filter.value.limit + 1 }))
          : filter;
      },
      { readOnly: true },
    );
    if (!found.ok) return sendProblems(reply, found.refusal, 400);
    const { rows, next } = pageOf(found.value, request.query.limit ?? usualLimit);
    return reply.send({ reports: rows.map((row) => publicFrom(row, tenant)), next_cursor: next });
  });
};

const usualLimit = 20;

const filterFrom = (query: z.output<typeof querystring>, city: City): Result<ListFilter, readonly FieldProblem[]> => {
  const category = city.categories.find(({ slug }) => slug === query.category);
  const agency = city.agencies.find(({ slug }) => slug === query.agency);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const unknown = [
    ...(query.category !== undefined && category === undefined ? ['category'] : []),
    ...(query.agency !== undefined && agency === undefined ? ['agency'] : []),
    ...(query.village !== undefined && !city.villages.some(({ code }) => code === query.village) ? ['village'] : []),
    ...(after === null ? ['cursor'] : []),
  ];
  if (unknown.length > 0 || after === null) return refuse(unknown.map((field) => ({ field, problem: 'unknown' })));
  const { state, village, limit = usualLimit } = query;
  const updatedSince = query.updated_since === undefined ? undefined : new Date(query.updated_since);
  return ok({ state, village, limit, updatedSince, after, categoryId: category?.id, agencyId: agency?.id });
};

const pageOf = (
  rows: readonly PublicRow[],
  limit: number,
): { readonly rows: readonly PublicRow[]; readonly next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { rows: page, next: hasMore ? writeCursor({ filedAt: last.filed_at, id: last.id }) : null };
};
