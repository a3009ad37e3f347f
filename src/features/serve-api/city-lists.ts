import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import { agencyKinds } from '../../domain/agency-kind.ts';
import type { Category, City, Village, Words } from '../../store/city.ts';
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
          examples: z.array(z.string()).describe('What such reports say'),
          questions: z.array(z.object({ key: z.string(), text: z.string() })).describe('Asked besides the description'),
          stoppers: z
            .array(z.object({ text: z.string(), phone: z.string().nullable() }))
            .describe('What to know before filing: whose matter it is, whom to call'),
          promise: z.string().nullable().describe('What the city promises of this kind beyond its policy'),
          lapor_name: z.string().nullable().describe('Its nearest category of SP4N-LAPOR!'),
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
  response: {
    200: z
      .array(
        z.object({
          slug: z.string(),
          name: z.string(),
          kind: z.enum(agencyKinds),
          area_code: z.string().nullable().describe('The area it works for; null: the whole city'),
        }),
      )
      .describe('By name'),
  },
};

const villageSchema = {
  operationId: 'listVillages',
  tags: ['city'],
  summary: 'The villages of the city',
  description: 'Kelurahan and desa with their Kemendagri codes.',
  security: anyone,
  response: {
    200: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          district_code: z.string(),
          district_name: z.string(),
          postal_code: z.string().nullable(),
          latitude: z.number().nullable().describe('Of a point inside it, WGS 84'),
          longitude: z.number().nullable(),
          aliases: z.array(z.string()).describe('Other spellings and names'),
        }),
      )
      .describe('By code'),
  },
};

/** The code lists of a city, small enough to be read whole. */
export const cityListRoutes = (server: Server, laksa: ServeApiMeans): void => {
  server.get('/api/v1/categories', { config, schema: categorySchema }, async (request, reply) =>
    (await open(laksa, request, reply)).categories.map((category) => categoryIn(category, request.language)),
  );

  server.get('/api/v1/agencies', { config, schema: agencySchema }, async (request, reply) => {
    const { agencies } = await open(laksa, request, reply);
    return agencies.map(({ slug, name, kind, areaCode }) => ({ slug, name, kind, area_code: areaCode }));
  });

  server.get('/api/v1/villages', { config, schema: villageSchema }, async (request, reply) =>
    (await open(laksa, request, reply)).villages.map(villageAnswer),
  );
};

const categoryIn = (category: Category, language: keyof Words) => ({
  slug: category.slug,
  name: category.name[language],
  group: category.group,
  group_name: category.groupName[language],
  examples: [...category.examples[language]],
  questions: category.questions.map((question) => ({ key: question.key, text: question[language] })),
  stoppers: category.stoppers.map((stopper) => ({ text: stopper[language], phone: stopper.phone ?? null })),
  promise: category.promise?.[language] ?? null,
  lapor_name: category.laporName,
  needs_proof: category.needsProof,
  is_sensitive: category.isSensitive,
});

const villageAnswer = ({ code, name, districtCode, districtName, postalCode, point, aliases }: Village) => ({
  code,
  name,
  district_code: districtCode,
  district_name: districtName,
  postal_code: postalCode,
  latitude: point?.latitude ?? null,
  longitude: point?.longitude ?? null,
  aliases: [...aliases],
});

const open = async (laksa: ServeApiMeans, { tenant }: FastifyRequest, reply: FastifyReply): Promise<City> => {
  reply.header('access-control-allow-origin', '*').header('vary', 'accept-language, cookie');
  return currentCity(laksa, tenant);
};
