import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { VillageArea } from '../../domain/area.ts';
import { writeVillageAreas } from '../../store/village-area.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

const code = '36.71.01.1001';

/** A square of some 1.1 km, with one corner on each side that nobody would see. */
const square = (west: number, south: number): VillageArea['rings'][number] => [
  [west, south],
  [west + 0.005, south + 0.000_01],
  [west + 0.01, south],
  [west + 0.01, south + 0.01],
  [west, south + 0.01],
];

const write = (areas: readonly VillageArea[], at: Date): Promise<void> =>
  site.laksa.database.inTenant(site.cities[0].id, (tx) =>
    writeVillageAreas(tx, site.cities[0].id, areas, { source: 'test', at }),
  );

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  site.app.inject({ url, headers: { host: 'satu.example', ...headers } });

describe('what the map is drawn from', () => {
  it('is nothing where no areas are known, and names no server of others', async () => {
    const answer = (await get('/lapor/wilayah.json')).json();
    expect(answer).toMatchObject({ areas: [], tiles: null, words: { legend: '' } });
  });

  it('is the areas with their names, few corners, and a word on how true they are', async () => {
    await write([{ code, rings: [square(106.6, -6.2)], isApproximate: true }], new Date('2026-11-01T00:00:00Z'));
    const answer = await get('/lapor/wilayah.json');
    const { areas, words } = answer.json();
    expect(areas).toEqual([
      {
        code,
        name: 'Sukarasa, Tangerang',
        isApproximate: true,
        rings: [
          [
            [106.6, -6.2],
            [106.61, -6.2],
            [106.61, -6.19],
            [106.6, -6.19],
          ],
        ],
      },
    ]);
    expect(words.legend).toContain('perkiraan');
    expect(answer.headers['cache-control']).toContain('max-age=600');
    const english = (await get('/lapor/wilayah.json', { 'accept-language': 'en' })).json();
    expect(english.words.legend).toContain('approximate');
  });

  it('is drawn anew when true boundaries were imported', async () => {
    await write([{ code, rings: [square(106.7, -6.3)], isApproximate: false }], new Date('2026-11-02T00:00:00Z'));
    const { areas, words } = (await get('/lapor/wilayah.json')).json();
    expect(areas[0].rings[0][0]).toEqual([106.7, -6.3]);
    expect(words.legend).toBe('');
  });

  it('is of one city alone', async () => {
    const other = await site.app.inject({ url: '/lapor/wilayah.json', headers: { host: 'dua.example' } });
    expect(other.json().areas).toEqual([]);
  });
});

describe('a point on the map', () => {
  const said = async (lat: number, lng: number, from = '&dari=peta') =>
    (await get(`/lapor/tempat?lat=${lat}&lng=${lng}${from}`)).json();

  it('has its kelurahan, and is not spoken of as where its asker stands', async () => {
    expect(await said(-6.295, 106.705)).toEqual({
      village: code,
      words: 'Titik itu di kelurahan Sukarasa, Tangerang.',
    });
    expect((await said(-6.295, 106.705, '')).words).toContain('Posisi Anda');
  });

  it('outside is near a kelurahan of the city, or nobody knows whose it is: no other region is guessed', async () => {
    const near = await said(-6.295, 106.715);
    expect(near).toMatchObject({
      village: null,
      words: expect.stringContaining('dekat kelurahan Sukarasa, Tangerang'),
    });
    const far = await said(-6.1754, 106.8272);
    expect(far).toMatchObject({ village: null, words: expect.stringContaining('tulis nama kota atau kabupatennya') });
  });

  it('is spoken of alike in the preview, and the report is taken', async () => {
    const preview = async (lat: string, lng: string) =>
      (
        await site.app.inject({
          method: 'POST',
          url: '/lapor',
          headers: { host: 'satu.example', 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ description: 'Lampu mati.', lat, lng, step: 'preview' }).toString(),
        })
      ).body;
    expect(await preview('-6.295', '106.715')).toContain('dekat kelurahan Sukarasa, Tangerang');
    const far = await preview('-6.1754', '106.8272');
    expect(far).toContain('meneruskannya ke daerah yang berwenang');
    expect(far).toContain('value="send"');
  });
});
