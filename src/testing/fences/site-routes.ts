import type { Server } from '../../platform/http/server.ts';

/** Every route of a server as `GET /laporan/:number`, out of the tree that Fastify prints; `HEAD`, which follows every `GET`, is left out. */
export const routesOf = (app: Server): readonly string[] => {
  const above: string[] = [];
  const routes = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => routesIn(line, above));
  if (routes.length === 0) throw new Error('the tree of the routes could not be read');
  return routes.toSorted();
};

const widthOfOneStep = 4;

/** `above` holds the paths that the line hangs under. */
const routesIn = (line: string, above: string[]): readonly string[] => {
  const [, branch = '', part = '', methods = ''] = /^([ │├└─]*)(\S*) \(([A-Z, ]+)\)$/u.exec(line) ?? [];
  if (methods === '') return keepEmptyBranch(line, above);
  const depth = branch.length / widthOfOneStep;
  const path = `${above[depth - 1] ?? ''}${part}`;
  above[depth] = path;
  return methods
    .split(', ')
    .filter((method) => method !== 'HEAD')
    .map((method) => `${method} ${path}`);
};

/** A part of a path that is no route itself. */
const keepEmptyBranch = (line: string, above: string[]): readonly string[] => {
  const [, branch = '', part = ''] = /^([ │├└─]+)(\S+)$/u.exec(line) ?? [];
  if (part === '') return [];
  const depth = branch.length / widthOfOneStep;
  above[depth] = `${above[depth - 1] ?? ''}${part}`;
  return [];
};
