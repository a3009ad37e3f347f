import { resolve } from 'node:path';

import { ConfigError } from '../config.ts';
import { readOptions } from './arguments.ts';
import { routings, type Routing } from './replay/routing.ts';

export type ReplayOptions = {
  readonly file: string;
  readonly limit: number;
  readonly perSecond: number;
  readonly routing: Routing;
  readonly tenantSlug: string;
  readonly origin: string | undefined;
  /** Where the report goes as JSON: a file, or `stdout`; undefined: nowhere. */
  readonly json: { readonly file: string } | 'stdout' | undefined;
};

export const readReplayOptions = (args: readonly string[]): ReplayOptions => {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('--'))
    throw new ConfigError('replay takes a file: a CSV with a header, gzipped or not');
  const at = rest.indexOf('--json');
  const isBare = at >= 0 && (rest[at + 1] ?? '--').startsWith('--');
  const given = readOptions(isBare ? rest.toSpliced(at, 1) : rest, {
    required: [],
    optional: ['limit', 'rate', 'tenant', 'routing', 'origin', 'json'],
  });
  const routing = routingIn(given.routing);
  return {
    file: resolve(file),
    limit: positive('limit', given.limit) ?? Infinity,
    perSecond: positive('rate', given.rate) ?? Infinity,
    routing,
    tenantSlug: slugIn(given.tenant) ?? `replay-${routing}`,
    origin: given.origin,
    json: isBare ? 'stdout' : given.json === undefined ? undefined : { file: resolve(given.json) },
  };
};

const positive = (name: string, value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new ConfigError(`--${name} takes a whole number from 1`);
  return number;
};

const routingIn = (value = 'rules'): Routing => {
  const routing = routings.find((known) => known === value);
  if (routing === undefined) throw new ConfigError(`--routing takes ${routings.join(' or ')}`);
  return routing;
};

const slugIn = (value: string | undefined): string | undefined => {
  if (value !== undefined && !/^[a-z][a-z0-9-]{1,40}$/.test(value))
    throw new ConfigError('--tenant takes small letters, digits and dashes');
  return value;
};
