import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import type { City } from '../../store/city.ts';
import type { ServeApiMeans } from './means.ts';
import { anyone } from './schemas.ts';

const config = { access: 'everyone' satisfies Access };

const categorySchema = {
  operationId: 'listCategories',
  tags: ['city'],
  summary: 'What reports can be about',
  description: 'Names are in the language asked for.',
  security: anyone,
  response: {
    200: z
      .array(
        z.object({
          slug: z.string(),
          name: z.string(),
          group: z.string(),
          group_name: z.string(),
          needs_proof: z.boolean(),
          is_sensitive: z.boolean(),
        }),
      )
      .describe('In the order the city shows them'),
  },
};

const agencySchema = {
  operationId: 'listAgencies',
  tags: ['city'],
  summary: 'Who works on reports',
  description: 'The agencies of the city.',
  security: anyone,
  response: { 200: z.array(z.object({ slug: z.string(), name: z.string() })).describe('By name') },
};

const villageSchema = {
  operationId: 'listVillages',
  tags: ['city'],
  summary: 'The villages of the city',
  description: 'Kelurahan and desa with their Kemendagri codes.',
  security: anyone,
  response: {
    200: z
      .array(z.object({ code: z.string(), name: z.string(), district_code: z.string(), district_name: z.string() }))
      .describe('By code'),
  },
};

/** The code lists of a city, small enough to be read whole. */
export const cityListRoutes = (server: Server, laksa: ServeApiMeans): void => {
  server.get('/api/v1/categories', { config, schema: categorySchema }, async (request, reply) => {
    const { categories } = await open(laksa, request, reply);
    const { language } = request;
    return categories.map(({ slug, name, group, groupName, needsProof, isSensitive }) => ({
      slug,
      name: name[language],
      group,
      group_name: groupName[language],
      needs_proof: needsProof,
      is_sensitive: isSensitive,
    }));
  });

  server.get('/api/v1/agencies', { config, schema: agencySchema }, async (request, reply) => {
    const { agencies } = await open(laksa, request, reply);
    return agencies.map(({ slug, name }) => ({ slug, name }));
  });

  server.get('/api/v1/villages', { config, schema: villageSchema }, async (request, reply) => {
    const { villages } = await open(laksa, request, reply);
    return villages.map(({ code, name, districtCode, districtName }) => ({
      code,
      name,
      district_code: districtCode,
      district_name: districtName,
    }));
  });
};

const open = async (laksa: ServeApiMeans, { tenant }: FastifyRequest, reply: FastifyReply): Promise<City> => {
  reply.header('access-control-allow-origin', '*').header('vary', 'accept-language, cookie');
  return currentCity(laksa, tenant);
};
