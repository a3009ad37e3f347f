import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { filterNames, stateGroupNames, type Choices } from '../../domain/report-filter.ts';
import type { MoveCommand } from '../../domain/move.ts';
import type { ReportClass } from '../../domain/report.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import { fileSample, moved, readCity } from '../../testing/report-life.ts';
import { seededRandom } from '../../testing/seeded-random.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';

let site: TestSite;
let first: Tenant;

const sukarasa = { code: '36.71.01.1001', longitude: 106.631721, latitude: -6.171883 };
const wholeCity = 'kotak=106,-7,107,-6';
const onEarth = 'kotak=-180,-90,180,90';

const get = (url: string, host = 'satu.example') => site.app.inject({ url, headers: { host } });
const move = (number: string, command: MoveCommand, by = 'verifikator') =>
  moved(site.laksa, first, { number, by, command });

type Told = Partial<Filing> & {
  readonly title?: string;
  readonly slug?: string;
  readonly as?: ReportClass;
  readonly isSensitive?: boolean;
};

/** Filed and shown to the public, as far as it may be. */
const publish = async ({ title = 'Lubang', slug = 'jalan-rusak', as = 'complaint', isSensitive, ...more }: Told) => {
  const { number } = await fileSample(site.laksa, first, more);
  const { categories } = await readCity(site.laksa, first);
  const wanted = categories.find((one) => (isSensitive === true ? one.isSensitive : one.slug === slug));
  await move(number, {
    move: 'verify',
    class: as,
    categoryId: wanted?.id ?? '',
    publish: { title, description: 'Isi.', photos: [] },
  });
  return number;
};

type Feature = {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: {
    readonly count?: number;
    readonly number?: string;
    readonly title: string;
    readonly text: string;
    readonly states?: Readonly<Record<string, number>>;
    readonly box?: readonly number[];
    readonly isOnePlace?: boolean;
    readonly list?: string;
  };
};
type Points = { readonly count: number; readonly said: string; readonly features: readonly Feature[] };

const points = async (query: string, host?: string): Promise<Points> => {
  const answer = await get(`/peta/titik?${query}`, host);
  expect(answer.statusCode, query).toBe(200);
  expect(answer.headers['content-type']).toContain('application/geo+json');
  return answer.json();
};

/** Where a report is on the map; undefined: nowhere. */
const placeOf = async (number: string): Promise<readonly [number, number] | undefined> =>
  (await points(`${onEarth}&zoom=18`)).features.find(({ properties }) => properties.number === number)?.geometry
    .coordinates;

const countedIn = (body: string): number => Number(/(\d+) laporan · <a/.exec(body)?.[1] ?? 0);
const listed = async (query: string): Promise<number> =>
  Number(/(\d+) laporan</.exec((await get(`/laporan?${query}`)).body)?.[1] ?? 0);

const near = { villageCode: sukarasa.code, latitude: -6.170_123, longitude: 106.634_987 };
let plain: string;

beforeAll(async () => {
  site = await startTestSite();
  first = site.cities[0];
  plain = await publish({ ...near, title: 'Lubang di tikungan' });
});
afterAll(() => site.close());

describe('where a report is on the map', () => {
  it('is its own place, rounded to some hundred meters and never more exact', async () => {
    expect(await placeOf(plain)).toEqual([106.635, -6.17]);
    const { body } = await get(`/peta/titik?${wholeCity}&zoom=18`);
    expect(body).not.toMatch(/6\.170123|106\.634987/);
  });

  it('is the point of its kelurahan where its matter is sensitive, where only the title is shown, and where none was told', async () => {
    const village = [106.6317, -6.1719];
    const sensitive = await publish({ ...near, isSensitive: true });
    const titleOnly = await publish(near);
    await move(titleOnly, { move: 'mask', publication: 'title_only', reason: 'personal_data' });
    const untold = await publish({ villageCode: sukarasa.code, latitude: null, longitude: null });
    for (const number of [sensitive, titleOnly, untold]) expect(await placeOf(number)).toEqual(village);
    const { features } = await points(`${onEarth}&zoom=18`);
    const { text = '' } = features.find(({ properties }) => properties.number === sensitive)?.properties ?? {};
    expect(text).toContain('Sukarasa · di titik kelurahannya');
  });

  it('is no longer its own once it was moved to another kelurahan', async () => {
    const number = await publish({ ...near, villageCode: '36.71.09.1006' });
    await move(number, { move: 'relocate', villageCode: sukarasa.code }, 'koordinator');
    expect(await placeOf(number)).toEqual([106.6317, -6.1719]);
  });

  it('is nowhere for what is secret, berkadar, not looked at yet or taken from the public, and nothing is kept of a secret one', async () => {
    const waiting = await fileSample(site.laksa, first, near);
    const secret = await publish({ ...near, isSecret: true });
    const berkadar = await publish({ ...near, as: 'berkadar' });
    const withdrawn = await publish(near);
    await move(withdrawn, { move: 'mask', publication: 'withdrawn_from_public', reason: 'personal_data' });
    for (const number of [waiting.number, secret, berkadar, withdrawn]) expect(await placeOf(number)).toBeUndefined();
    const kept = await site.laksa.database.inTenant(first.id, (tx) =>
      tx
        .selectFrom('report_place')
        .innerJoin('report', 'report.id', 'report_place.report_id')
        .select('report.number')
        .where('report_place.tenant_id', '=', first.id)
        .execute(),
    );
    expect(kept.map(({ number }) => number)).toContain(waiting.number);
    expect(kept.map(({ number }) => number)).not.toContain(secret);
  });
});

describe('a window of the map', () => {
  it('shows squares with their counts from afar, and single reports from near by', async () => {
    const far = await points(`${wholeCity}&zoom=9`);
    expect(far.features.length).toBeLessThan(far.count);
    expect(far.features.some(({ properties }) => (properties.count ?? 1) > 1)).toBe(true);
    expect(far.said).toBe(`${far.count} laporan tampak di peta.`);
    const close = await points('kotak=106.634,-6.171,106.636,-6.169&zoom=17');
    expect(close.features.map(({ properties }) => properties.number)).toContain(plain);
    expect(close.features[0]?.properties.title).toBeDefined();
  });

  it('shows a report that is alone in its square with its number and title, from any distance', async () => {
    const number = await publish({ villageCode: null, latitude: -6.31, longitude: 106.52, title: 'Jauh dari semua' });
    const { features } = await points(`${wholeCity}&zoom=12`);
    const alone = features.find(({ properties }) => properties.number === number);
    expect(alone).toMatchObject({
      geometry: { coordinates: [106.52, -6.31] },
      properties: { title: 'Jauh dari semua', state: 'verified' },
    });
    expect(features.every(({ properties }) => properties.count === undefined || properties.count > 1)).toBe(true);
  });

  it('tells of a square whether all of it lies in one place, and then each report of it', async () => {
    const one = { villageCode: '36.71.09.1006', latitude: -6.2, longitude: 106.58 };
    const numbers = [await publish(one), await publish(one)];
    const { features } = await points('kotak=106.575,-6.205,106.585,-6.195&zoom=14');
    const { box, isOnePlace, list } = features[0]?.properties ?? {};
    expect([features.length, isOnePlace, list]).toEqual([1, true, undefined]);
    const members = await points(`kotak=${box?.join(',')}&zoom=18`);
    expect(members.features.map(({ properties }) => properties.number).toSorted()).toEqual(numbers.toSorted());
  });

  it('is refused when it is none', async () => {
    for (const query of [
      '',
      'kotak=1,2,3&zoom=3',
      'kotak=3,2,1,4&zoom=3',
      `${wholeCity}&zoom=x`,
      `${wholeCity}&zoom=40`,
    ])
      expect((await get(`/peta/titik?${query}`)).statusCode, query).toBe(400);
  });

  it('holds nothing of another city', async () => {
    expect(await points(`${onEarth}&zoom=3`, 'dua.example')).toMatchObject({ count: 0, features: [] });
  });
});

describe('a reader of the page', () => {
  it('finds the ways through what is public', async () => {
    expect((await get('/peta')).body).toContain('<a href="/peta" aria-current="page"');
  });

  it('is told once of what names no kelurahan and is nowhere on the map', async () => {
    await publish({ villageCode: null, latitude: null, longitude: null, slug: 'sampah' });
    const { body } = await get('/peta?tentang=sampah');
    expect(body).toContain('1 laporan tidak punya tempat di peta dan tidak menyebut kelurahan');
    expect(body).not.toContain('1 laporan tidak menyebut kelurahan');
  });
});

describe('the same reports', () => {
  it('are counted alike by the map, by area and by the list, whatever cuts them, at every zoom', async () => {
    await publish({ villageCode: '36.71.09.1006', latitude: -6.19, longitude: 106.6, slug: 'sampah' });
    await publish({ villageCode: null, latitude: null, longitude: null });
    const options: Readonly<Partial<Record<keyof Choices, readonly string[]>>> = {
      keadaan: stateGroupNames,
      tentang: ['jalan-rusak', 'sampah'],
      wilayah: [sukarasa.code, '36.71.09'],
      jenis: ['complaint', 'aspiration'],
      waktu: ['7'],
      batas: ['dalam', 'lewat'],
    };
    const choices = fc.record(
      Object.fromEntries(filterNames.map((name) => [name, fc.constantFrom('', ...(options[name] ?? []))])),
    );
    await fc.assert(
      fc.asyncProperty(choices, fc.integer({ min: 0, max: 19 }), async (chosen, zoom) => {
        const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString();
        const { body } = await get(`/peta?${query}`);
        const count = countedIn(body);
        expect(count).toBe(await listed(query));
        const { features, count: said } = await points(`${onEarth}&zoom=${zoom}&${query}`);
        const marked = features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0);
        const unplaced = Number(/(\d+) laporan tidak punya tempat/.exec(body)?.[1] ?? 0);
        expect([marked, marked + unplaced]).toEqual([said, count]);
        for (const { properties } of features)
          if (properties.states !== undefined)
            expect(Object.values(properties.states).reduce((sum, one) => sum + one, 0)).toBe(properties.count);
      }),
      { numRuns: 40 },
    );
  });

  it('are all still there when the box around a number is followed nearer', async () => {
    const around = seededRandom(7);
    for (let n = 0; n < 12; n += 1)
      await publish({ ...near, latitude: -6.17 - around() / 50, longitude: 106.63 + around() / 50 });
    for (let zoom = 0; zoom < 19; zoom += 1)
      for (const { properties } of (await points(`${wholeCity}&zoom=${zoom}`)).features) {
        if (properties.count === undefined) continue;
        const nearer = await points(`kotak=${properties.box?.join(',')}&zoom=${zoom + 1}`);
        const marked = nearer.features.reduce((sum, feature) => sum + (feature.properties.count ?? 1), 0);
        expect([nearer.count, marked], properties.title).toEqual([properties.count, properties.count]);
      }
  });

  it('are listed by kecamatan and kelurahan without any script, each number leading to the list of them', async () => {
    const { body } = await get('/peta?tentang=jalan-rusak');
    expect(body).toContain('Tangerang');
    const [, state = ''] = /href="(\/laporan\?[^"]*wilayah=36\.71\.01\.1001[^"]*)"/.exec(body) ?? [];
    expect(state).toContain('tentang=jalan-rusak');
    const chip = /href="(\/laporan\?[^"]*keadaan=[^"]*)">[^<]*<strong>(\d+)</.exec(body);
    const address = (chip?.[1] ?? '').replaceAll('&amp;', '&');
    expect(await listed(address.split('?')[1] ?? '')).toBe(Number(chip?.[2]));
  });

  it('are none in a city where nothing is public', async () => {
    const { body } = await get('/peta', 'dua.example');
    expect(body).toContain('Belum ada laporan yang tampil untuk umum.');
  });
});
