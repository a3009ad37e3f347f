import type { FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';

import { sendFailure } from './problem.ts';

/** A folder served as it is. `isHashed`: names change with their content, so a browser may keep them for ever. */
export type StaticFolder<Access> = {
  /** `/assets/` */
  readonly prefix: string;
  /** Absolute path. */
  readonly root: string;
  readonly isHashed: boolean;
  readonly access: Access;
};

const yearMs = 365 * 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

export const serveFolders = async <Access>(
  server: FastifyInstance,
  folders: readonly StaticFolder<Access>[],
): Promise<void> => {
  await server.register(fastifyStatic, { serve: false, dotfiles: 'ignore' });
  for (const folder of folders) {
    const caching = { immutable: folder.isHashed, maxAge: folder.isHashed ? yearMs : hourMs };
    server.get<{ Params: { '*': string } }>(
      `${folder.prefix}*`,
      { config: { access: folder.access, urgency: 'light' }, logLevel: 'warn' },
      async (request, reply) => {
        const name = request.params['*'];
        if (name === '') return sendFailure(reply, { status: 404 });
        return reply.removeHeader('cache-control').sendFile(name, folder.root, caching);
      },
    );
  }
};
