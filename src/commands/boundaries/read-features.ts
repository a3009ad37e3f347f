import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { z } from 'zod';

import { ConfigError } from '../../config.ts';
import type { Position, Ring } from '../../domain/area.ts';

/** An area of a file, with what the file says about it. */
export type Feature = {
  readonly id: string | null;
  /** By the names that the file has for them, in lower case. */
  readonly properties: ReadonlyMap<string, string>;
  readonly rings: readonly Ring[];
};

/** Above this no region's villages are; a file is read whole. */
const mostBytes = 200 * 1024 * 1024;

/** The polygons of a GeoJSON file (RFC 7946), gzipped or not. Throws, saying what is wrong with it, before anything is done. */
export const readFeatures = async (file: string): Promise<readonly Feature[]> => {
  const parsed = collectionSchema.safeParse(jsonIn(await textOf(file), file));
  if (!parsed.success)
    throw new ConfigError(`${file} is no GeoJSON FeatureCollection: ${z.prettifyError(parsed.error).split('\n')[0]}`);
  demandWgs84(parsed.data.crs, file);
  const features = parsed.data.features.flatMap(featureFrom);
  if (features.length === 0)
    throw new ConfigError(`${file} has no polygons: points and lines do not say where a village lies`);
  demandDegrees(features, file);
  return features;
};

const textOf = async (file: string): Promise<string> => {
  const bytes = await read(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  const whole = await promisify(gunzip)(bytes, { maxOutputLength: mostBytes }).catch((error: unknown) => {
    if (error instanceof RangeError) throw tooLarge(file);
    throw new ConfigError(`${file} begins like a gzip file and cannot be unpacked`);
  });
  return whole.toString('utf8');
};

const read = async (file: string): Promise<Buffer> => {
  const known = await stat(file).catch(() => null);
  if (known === null || !known.isFile()) throw new ConfigError(`there is no file ${file}`);
  if (known.size > mostBytes) throw tooLarge(file);
  return readFile(file);
};

const tooLarge = (file: string): ConfigError =>
  new ConfigError(
    `${file} has more than ${mostBytes / 1024 / 1024} MB: cut it down to the region, or simplify its lines`,
  );

const jsonIn = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const position = z.array(z.number()).min(2);
const ring = z.array(position).min(4);
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) });
const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) });
const noArea = z.object({ type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString']) });
const single = z.discriminatedUnion('type', [polygon, multiPolygon, noArea]);
const several = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(single) });
const geometry = z.discriminatedUnion('type', [polygon, multiPolygon, noArea, several]);

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).optional(),
      properties: z.record(z.string(), z.unknown()).nullable(),
      geometry: geometry.nullable(),
    }),
  ),
});
type RawFeature = z.infer<typeof collectionSchema>['features'][number];

/** The format before RFC 7946 could name another reference system. */
const demandWgs84 = (crs: z.infer<typeof collectionSchema>['crs'], file: string): void => {
  const name = crs?.properties.name;
  if (name === undefined || /CRS84|EPSG:{1,2}4326$/i.test(name)) return;
  throw new ConfigError(`${file} is in ${name}: convert it to WGS 84 (EPSG:4326), longitude first`);
};

const demandDegrees = (features: readonly Feature[], file: string): void => {
  const wrong = features.flatMap(({ rings }) => rings.flat()).find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (wrong === undefined) return;
  const hint =
    Math.abs(wrong[0]) <= 90 && Math.abs(wrong[1]) <= 180
      ? 'longitude comes first'
      : 'convert it to WGS 84 (EPSG:4326)';
  throw new ConfigError(`${file} has the position ${wrong.join(', ')}, which is nowhere in degrees: ${hint}`);
};

const featureFrom = ({ id, properties, geometry: shape }: RawFeature): readonly Feature[] => {
  const rings = shape === null ? [] : ringsOf(shape);
  if (rings.length === 0) return [];
  const said = Object.entries(properties ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key.toLowerCase(), String(value).trim()] as const] : [],
  );
  return [{ id: id === undefined ? null : String(id), properties: new Map(said), rings }];
};

const ringsOf = (shape: z.infer<typeof geometry>): readonly Ring[] => {
  switch (shape.type) {
    case 'Polygon':
      return shape.coordinates.map(asRing);
    case 'MultiPolygon':
      return shape.coordinates.flat().map(asRing);
    case 'GeometryCollection':
      return shape.geometries.flatMap(ringsOf);
    default:
      return [];
  }
};

/** A height may follow; the map is flat. */
const asRing = (positions: readonly (readonly number[])[]): Ring => positions.map(([x = 0, y = 0]): Position => [x, y]);
