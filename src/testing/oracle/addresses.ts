import type { Server } from '../../platform/http/server.ts';
import { routesOf } from '../fences/site-routes.ts';
import type { Ask } from './ask.ts';
import type { Told } from './told-city.ts';

const sizes = ['kecil', 'sedang', 'besar', 'asli'] as const;

/**
 * Where a viewer starts: the doors of the site, and then every address that could be made of what a report is known by, whether any page leads there
 * or not.
 */
export const startsOf = (app: Server, told: readonly Told[]): readonly string[] => {
  const patterns = routesOf(app).flatMap((route) => (route.startsWith('GET ') ? [route.slice('GET '.length)] : []));
  const doors = patterns.filter((pattern) => !pattern.includes(':') && !pattern.includes('*'));
  const made = patterns
    .filter((pattern) => pattern.includes(':'))
    .flatMap((pattern) => told.flatMap((one) => madeOf(pattern, one)));
  const swapped = patterns
    .filter((pattern) => pattern.includes('/:number/foto/'))
    .flatMap((pattern) => swappedOf(pattern, told));
  return [
    ...doors,
    ...made,
    ...swapped,
    ...told.flatMap(({ number }) => [`/tidak-ada/${number}`, `/petugas?nomor=${number}`]),
  ];
};

/** The picture of every report under the number of the first, which is public. */
const swappedOf = (pattern: string, told: readonly Told[]): readonly string[] =>
  told.flatMap((one) => madeOf(pattern, { ...one, number: told[0]?.number ?? one.number }));

const madeOf = (pattern: string, { number, reportId, photoId }: Told): readonly string[] => {
  const ids = pattern.includes('/foto/') ? [photoId] : [reportId, photoId];
  return ids
    .filter((id) => id !== null || !pattern.includes(':id'))
    .map((id) => pattern.replace(':number', number).replace(':id', id ?? ''))
    .flatMap((path) => (path.includes(':size') ? sizes.map((size) => path.replace(':size', size)) : [path]))
    .map((path) => path.replaceAll(/:[a-z]+/gi, number));
};

type Operation = { readonly parameters?: readonly { readonly name: string; readonly in: string }[] };
type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Of every operation that reads, out of the description of the interface: as it is, and with what each of its parameters could be. */
export const operationsOf = async (ask: Ask, told: readonly Told[]): Promise<readonly string[]> => {
  const { paths }: Description = JSON.parse((await ask({ method: 'GET', url: '/api/v1/openapi.json' })).body);
  return Object.entries(paths).flatMap(([path, operations]) => {
    const parameters = operations['get']?.parameters ?? [];
    if (operations['get'] === undefined) return [];
    const asked = parameters.flatMap(({ name, in: where }) =>
      where === 'query' ? valuesOf(name, told).map((value) => `?${name}=${encodeURIComponent(value)}`) : [],
    );
    const whole = path.includes('{') ? told.map(({ number }) => path.replaceAll(/\{[^}]+\}/g, number)) : [path];
    return whole.flatMap((one) => [one, ...(path.includes('{') ? [] : asked.map((query) => `${one}${query}`))]);
  });
};

const valuesOf = (name: string, told: readonly Told[]): readonly string[] =>
  name === 'q'
    ? oneOfEachKind(told).flatMap(({ says }) => [says.title, says.description, says.publicTitle])
    : name.includes('since') || name.includes('from')
      ? ['2026-01-01T00:00:00Z']
      : ['complaint', 'received', 'lampu-jalan', 'dinas-pupr', '100'];

/** What is tried for every kind, and need not be tried for every report. */
export const oneOfEachKind = (told: readonly Told[]): readonly Told[] =>
  [...Map.groupBy(told, ({ kind }) => kind).values()].flatMap(([first]) => (first === undefined ? [] : [first]));
