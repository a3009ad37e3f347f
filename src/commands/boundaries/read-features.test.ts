import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readFeatures } from './read-features.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laksa-boundaries-'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (content: string | Buffer): Promise<string> => {
  const file = join(folder, 'file.geojson');
  await writeFile(file, content);
  return file;
};
const ring = [
  [106.6, -6.2],
  [106.61, -6.2],
  [106.61, -6.19],
  [106.6, -6.2],
];
const feature = (geometry: unknown, properties: unknown = { Nama: 'Sukarasa', luas_km2: 0.7 }) => ({
  type: 'Feature',
  id: '36.71.01.1001',
  properties,
  geometry,
});
const polygon = feature({ type: 'Polygon', coordinates: [ring] });
const collection = (features: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features });

describe('a file of boundaries', () => {
  test('is read with what it says of each area, gzipped or not', async () => {
    const [read] = await readFeatures(await written(collection([polygon])));
    expect(read?.id).toBe('36.71.01.1001');
    expect(read?.properties).toEqual(
      new Map([
        ['nama', 'Sukarasa'],
        ['luas_km2', '0.7'],
      ]),
    );
    expect(read?.rings).toEqual([ring]);
    expect(await readFeatures(await written(gzipSync(collection([polygon]))))).toEqual([read]);
  });

  test('may have parts, holes, heights, and things that are no area', async () => {
    const high = ring.map(([x, y]) => [x, y, 12]);
    const parts = feature({ type: 'MultiPolygon', coordinates: [[ring, ring], [high]] });
    const mixed = feature({
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [106.6, -6.2] },
        { type: 'Polygon', coordinates: [ring] },
      ],
    });
    const point = feature({ type: 'Point', coordinates: [106.6, -6.2] });
    const read = await readFeatures(await written(collection([parts, mixed, point, feature(null)])));
    expect(read.map(({ rings }) => rings.length)).toEqual([3, 1]);
    expect(read[0]?.rings[2]).toEqual(ring);
  });

  const far = (x: number, y: number) => feature({ type: 'Polygon', coordinates: [[...ring.slice(0, 3), [x, y]]] });
  const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });
  test.each<[string, string | Buffer, RegExp]>([
    ['is not JSON', '{"type": "Feat', /is not JSON/],
    ['is empty', '', /is not JSON/],
    ['is some other JSON', '[1, 2]', /is no GeoJSON FeatureCollection/],
    ['is a broken archive', gzipSync(collection([polygon])).subarray(0, 40), /cannot be unpacked/],
    ['has no polygon', collection([feature({ type: 'Point', coordinates: [106, -6] })]), /has no polygons/],
    [
      'has a ring of two corners',
      collection([feature({ type: 'Polygon', coordinates: [ring.slice(0, 2)] })]),
      /no GeoJSON/,
    ],
    ['is in meters by its own word', collection([polygon], named('EPSG:32748')), /is in EPSG:32748: convert it/],
    ['is in meters without a word', collection([far(683_000, 9_315_000)]), /nowhere in degrees: convert it/],
    ['has latitude first', collection([far(-6.2, 106.6)]), /longitude comes first/],
  ])('that %s is refused with the reason', async (_, content, reason) => {
    await expect(readFeatures(await written(content))).rejects.toThrow(reason);
  });

  test('that names WGS 84 is what it should be', async () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'])
      expect(await readFeatures(await written(collection([polygon], named(name))))).toHaveLength(1);
  });

  test('that is not there is said to be', async () => {
    await expect(readFeatures(join(folder, 'none'))).rejects.toThrow('there is no file');
    await expect(readFeatures(folder)).rejects.toThrow('there is no file');
  });
});
