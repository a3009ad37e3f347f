import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { readConfig } from '../config.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { writeCity } from '../store/new-city.ts';
import { insertTenant } from '../store/new-tenant.ts';
import { placeOfPoint } from '../store/village-area.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { boundariesCommands } from './boundaries-commands.ts';
import { cityOfTangerang } from './demo/tangerang/city.ts';

let site: TestInstallation;
let dataDir: string;
let city: Tenant;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'laksa-boundaries-'));
  site = await startTestInstallation({ keysDir: join(dataDir, 'keys') });
  const { laksa, url } = site;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const tenant = { slug: 'tiga', name: 'Kota Tiga', origin: 'http://tiga.example', zone: 'Asia/Jakarta' };
  await insertTenant(admin, { ...tenant, regionCode: '36.71', isDemo: true }, laksa.clock.now());
  await admin.end();
  laksa.tenants.forget();
  const made = (await laksa.tenants.all()).find(({ slug }) => slug === 'tiga');
  if (made === undefined) throw new Error('the city was made');
  city = made;
  await laksa.database.inTenant(city.id, (tx) => writeCity(tx, city.id, cityOfTangerang(), laksa.clock.now()));
});
afterEach(() => {
  process.exitCode = 0;
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await site.close();
});

/** Runs `boundaries import` and gives what it printed and the exit code it asked for. */
const imported = async (file: string, slug = 'tiga'): Promise<{ readonly printed: string; readonly code: unknown }> => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const config = readConfig({ DATABASE_URL: site.url, LAKSA_DATA: dataDir });
    await boundariesCommands[0]?.run(config, [file, '--tenant', slug]);
    return { printed: written.mock.calls.map(([text]) => text).join(''), code: process.exitCode ?? 0 };
  } finally {
    written.mockRestore();
  }
};

const placeOf = (tenant: Tenant, latitude: number, longitude: number) =>
  site.laksa.database.inTenant(tenant.id, (tx) => placeOfPoint(tx, tenant.id, { latitude, longitude }));

const squareFor = (code: string) => ({
  type: 'Feature',
  properties: { kode: code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [106.63, -6.18],
        [106.64, -6.18],
        [106.64, -6.17],
        [106.63, -6.17],
        [106.63, -6.18],
      ],
    ],
  },
});
const file = async (...codes: readonly string[]): Promise<string> => {
  const path = join(dataDir, 'batas.geojson');
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features: codes.map(squareFor) }));
  return path;
};

describe('where a point lies, before boundaries are imported', () => {
  it('is by approximate cells, or not known at all', async () => {
    expect(await placeOf(city, -6.171883, 106.631721)).toEqual({
      kind: 'village',
      code: '36.71.01.1001',
      meters: 0,
      isApproximate: true,
    });
    expect(await placeOf(city, -6.1754, 106.8272)).toEqual({ kind: 'outside', nearest: null });
    expect(await placeOf(site.cities[1], -6.171883, 106.631721)).toEqual({ kind: 'unknown' });
  });
});

describe('boundaries import', () => {
  it('names the villages that the file has no boundary for, and fails', async () => {
    const { printed, code } = await imported(await file('36.71.01.1001', '36.71.09.1006', '35.78.01.1001'), 'satu');
    expect(code).toBe(1);
    expect(printed.split('\n')).toEqual([
      '2 of 3 matched',
      'no boundary in the file: Neroktog (36.71.11.1003)',
      '1 of other regions were left aside',
      '',
    ]);
  });

  it('changes nothing when no area of the file is a village of the region', async () => {
    await expect(imported(await file('73.71.01.1001'))).rejects.toThrow('none of the 1 areas');
    expect(await placeOf(city, -6.171883, 106.631721)).toMatchObject({ isApproximate: true });
  });

  it('says what it takes', async () => {
    await expect(imported('--tenant')).rejects.toThrow('takes a file');
  });
});

/** Public boundaries and pictures, which are no part of this repository. */
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const files = ['kota_tangerang_kelurahan.geojson.gz', 'kota_tangerang_kelurahan_simplified.geojson'];

type Line = {
  readonly file: string;
  readonly place: readonly [latitude: number, longitude: number];
  readonly district: string;
};
const manifest = async (): Promise<readonly Line[]> =>
  (await readFile(join(data, 'images/generated/gps/manifest.csv'), 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','))
    .map(([name = '', latitude, longitude, district = '']) => ({
      file: name,
      place: [Number(latitude), Number(longitude)],
      district,
    }));

describe('the boundaries of Kota Tangerang', () => {
  it.for(files)(
    '%s: all 104 kelurahan, and the same again; each picture lies where it was taken',
    async (name, { skip }) => {
      if (!existsSync(data)) return skip('needs ../shared/data');
      const path = join(data, 'boundaries', name);
      for (const _ of ['first', 'again']) {
        expect(await imported(path)).toEqual({ printed: '104 of 104 matched\n', code: 0 });
      }
      const taken = await manifest();
      const inDistricts = taken.filter(({ district }) => district !== '');
      expect(inDistricts).toHaveLength(13);
      for (const { place, district } of inDistricts) {
        const found = await placeOf(city, ...place);
        expect(found).toMatchObject({ kind: 'village', code: expect.stringMatching(`^${district}\\.`), meters: 0 });
      }
      const at = (part: string) => placeOf(city, ...(taken.find((line) => line.file.includes(part))?.place ?? [0, 0]));
      for (const away of ['monas', 'paris', 'null_island', 'hemisfer'])
        expect(await at(away)).toEqual({ kind: 'outside', nearest: null });
      const border = { code: '36.71.13.1002', meters: expect.closeTo(922, -1), isApproximate: false };
      expect(await at('perbatasan')).toEqual({ kind: 'outside', nearest: border });
      expect(await placeOf(city, -6.252, 106.7305)).toMatchObject({ kind: 'village', code: '36.71.13.1002' });
    },
  );
});
