import type { FastifyInstance } from 'fastify';
import swagger from '@fastify/swagger';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

export type OpenApiOptions<Access> = {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly access: Access;
};

const apiPrefix = '/api/v1';

/** Makes zod schemas the routes' schemas, and describes the routes under `/api/v1` at `/api/v1/openapi.json`. Before any route is added. */
export const describeApi = async <Access>(server: FastifyInstance, options: OpenApiOptions<Access>): Promise<void> => {
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  const { title, description, version } = options;
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, description, version },
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (route) =>
      route.url.startsWith(`${apiPrefix}/`) ? jsonSchemaTransform(route) : { schema: { hide: true }, url: route.url },
  });
};

/** The description itself. */
export const publishApiDescription = <Access>(server: FastifyInstance, options: OpenApiOptions<Access>): void => {
  const config = { access: options.access };
  server.get(`${apiPrefix}/openapi.json`, { config, schema: { hide: true } }, async (_request, reply) =>
    reply.header('access-control-allow-origin', '*').send(server.swagger()),
  );
};
