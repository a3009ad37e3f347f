import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import { administrator } from '../../store/identity.ts';
import { importPath, type ImportStaffMeans } from './means.ts';
import { roleWords } from './named-roles.ts';
import { readHoldings, withAddresses } from './queries.ts';
import { writeCsv, writeWorkbook, type WrittenLine } from './write-list.ts';

const which = z.object({ file: z.enum(['contoh.xlsx', 'contoh.csv', 'daftar.xlsx', 'daftar.csv']) });

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The columns with one example, or with who holds what now: to be edited, and brought in again. */
export const downloadRoute = (server: Server, laksa: ImportStaffMeans): void => {
  server.get(`${importPath}/unduh/:file`, { ...administrator, schema: { params: which } }, async (request, reply) => {
    const { file } = request.params;
    const kind = file.endsWith('.csv') ? 'csv' : 'xlsx';
    const lines = file.startsWith('contoh') ? [await example(laksa, request)] : await current(laksa, request);
    const bytes = kind === 'csv' ? writeCsv(lines) : await writeWorkbook(lines);
    return reply
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store')
      .type(mediaTypes[kind])
      .send(bytes);
  });
};

const example = async (laksa: ImportStaffMeans, { tenant }: FastifyRequest): Promise<WrittenLine> => {
  const { posts, agencies } = await currentCity(laksa, tenant);
  const post = posts.find(({ agencyId }) => agencyId !== null) ?? posts[0];
  return {
    instansi: agencies.find(({ id }) => id === post?.agencyId)?.name ?? '',
    jabatan: post?.name ?? '',
    peran: roleWords(post?.roles ?? []),
    nama: 'Siti Aminah',
    email: 'siti.aminah@example.go.id',
    mulai: '01/01/2027',
    sampai: '',
  };
};

/** Whoever signs in by no mail address stands in no list: by it people are known again. A post that nobody in the list holds has a line of its own. */
const current = async (laksa: ImportStaffMeans, { tenant }: FastifyRequest): Promise<readonly WrittenLine[]> => {
  const { posts, agencies } = await currentCity(laksa, tenant);
  const holdings = await laksa.database.inTenant(tenant.id, (tx) => readHoldings(tx, tenant), { readOnly: true });
  const userIds = [...new Set(holdings.map(({ userId }) => userId))];
  const people = await laksa.sessions.findPeople({ userIds, limit: userIds.length });
  const known = withAddresses(holdings, people);
  return posts.flatMap((post) => {
    const office = {
      instansi: agencies.find(({ id }) => id === post.agencyId)?.name ?? '',
      jabatan: post.name,
      peran: roleWords(post.roles),
    };
    const held = known.filter(({ postId }) => postId === post.id);
    if (held.length === 0) return [{ ...office, nama: '', email: '', mulai: '', sampai: '' }];
    return held.map(({ userId, address, from, until }) => ({
      ...office,
      nama: people.find((person) => person.userId === userId)?.name ?? '',
      email: address,
      mulai: from,
      sampai: until ?? '',
    }));
  });
};
