import { getDistricts, getRegencies, getVillages } from 'idn-area-data';
import { describe, expect, test } from 'vitest';

import { categoriesInWords } from '../domain/words/category-in-words.ts';
import { villageFinder } from '../domain/words/village-in-words.ts';
import type { CityPlan } from '../store/new-city-plan.ts';
import { cityOfTangerang } from './demo/tangerang/city.ts';
import { villagesOf } from './region-villages.ts';
import { zoneOf } from './region-zone.ts';
import { sampleCityOf } from './sample-city.ts';

const tangerang = cityOfTangerang();
const none = sampleCityOf([]);

const slugsOf = (things: readonly { readonly slug: string }[]) => things.map(({ slug }) => slug);

describe.each<[string, CityPlan]>([
  ['any city', none],
  ['the demonstration city', tangerang],
])('%s', (_, plan) => {
  test('has each slug once', () => {
    for (const things of [plan.agencies, plan.posts, plan.categories])
      expect(new Set(slugsOf(things)).size).toBe(things.length);
  });

  test('has a post for every agency, and an agency and a group for every category', () => {
    const [agencies, taken] = [slugsOf(plan.agencies), plan.posts.flatMap(({ agency }) => agency ?? [])];
    expect(agencies.filter((slug) => !taken.includes(slug))).toEqual([]);
    expect(
      plan.categories.filter(({ agency, group }) => !agencies.includes(agency) || !(group in plan.groups)),
    ).toEqual([]);
  });

  test('has some sixty categories in a dozen groups or more', () => {
    expect(plan.categories.length).toBeGreaterThanOrEqual(60);
    expect(new Set(plan.categories.map(({ group }) => group)).size).toBeGreaterThanOrEqual(12);
  });
});

test('villages of one name have offices of their own', () => {
  const village = (code: string, name: string, districtName: string) => ({
    code,
    name,
    districtCode: code.slice(0, 8),
    districtName,
  });
  const { agencies } = sampleCityOf([
    village('12.20.01.2001', 'Maju', 'Utara'),
    village('12.20.02.2001', 'Maju', 'Selatan'),
    village('12.20.02.2002', 'Maju', 'Selatan'),
    village('12.20.02.1003', 'Jaya', 'Selatan'),
  ]);
  expect(slugsOf(agencies.filter(({ kind }) => kind !== 'opd'))).toEqual([
    'kecamatan-utara',
    'kecamatan-selatan',
    'desa-maju-utara',
    'desa-maju-selatan-2001',
    'desa-maju-selatan-2002',
    'kelurahan-jaya',
  ]);
});

describe('a category', () => {
  test.each(tangerang.categories.map((category) => [category.slug, category] as const))(
    '%s is described in both languages, with examples, words and its LAPOR! category',
    (_, { name, examples, words, lapor, questions = [], stoppers = [] }) => {
      for (const language of ['id', 'en'] as const) {
        expect(name[language]).toMatch(/\S/);
        expect(examples?.[language].length).toBeGreaterThanOrEqual(2);
        for (const text of [...questions, ...stoppers]) expect(text[language]).toMatch(/\S/);
      }
      expect(words?.length).toBeGreaterThan(3);
      expect(new Set(words).size).toBe(words?.length);
      expect(words?.filter((word) => word === '')).toEqual([]);
      expect(lapor).toMatch(/\S/);
      expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
    },
  );

  test('is suggested by most of its own examples', () => {
    const worded = tangerang.categories.map(({ slug, words = [] }) => ({ slug, words }));
    const examples = tangerang.categories.flatMap(({ slug, examples: own }) =>
      (own?.id ?? []).map((words) => ({ slug, words })),
    );
    const found = examples.filter(({ slug, words }) => categoriesInWords(words, worded).slice(0, 3).includes(slug));
    expect(found.length / examples.length).toBeGreaterThan(0.8);
  });
});

describe('the demonstration city', () => {
  test('has the 104 kelurahan of 13 kecamatan, each with its office, postal code and a point of its own', async () => {
    const { villages, agencies } = tangerang;
    expect(villages).toHaveLength(104);
    expect(new Set(villages.map(({ districtCode }) => districtCode)).size).toBe(13);
    expect(villages.filter(({ code, districtCode }) => !code.startsWith(`${districtCode}.`))).toEqual([]);
    expect(villages.filter(({ postalCode = '' }) => !/^15\d{3}$/.test(postalCode))).toEqual([]);
    expect(new Set(villages.map(({ point }) => JSON.stringify(point))).size).toBe(104);
    const kinds = Map.groupBy(agencies, ({ kind }) => kind);
    expect([...kinds].map(([kind, own]) => [kind, own.length])).toEqual([
      ['opd', 31],
      ['kecamatan', 13],
      ['kelurahan', 104],
    ]);
    const known = await villagesOf('36.71');
    expect(villages.map(({ code }) => code).toSorted()).toEqual(known.map(({ code }) => code).toSorted());
  });

  test.each([
    ['kelurahan Jatiuwung', '36.71.09.1006'],
    ['di Nerogtog', '36.71.11.1003'],
    ['kel. Kroncong', '36.71.02.1001'],
    ['warga Kreo Selatan', '36.71.13.1008'],
  ])('knows %s', (words, code) => {
    expect(villageFinder(tangerang.villages)(words).map((found) => found.code)).toEqual([code]);
  });

  test('calls its offices and programmes by their own names', () => {
    expect(tangerang.agencies).toContainEqual(expect.objectContaining({ name: 'Perumda Tirta Benteng' }));
    const bus = tangerang.categories.find(({ slug }) => slug === 'angkutan-umum');
    expect(bus?.words).toContain('tayo');
    expect(JSON.stringify(none)).not.toMatch(/tangerang|cisadane|banten|benteng/i);
  });
});

describe('every regency and city of Indonesia', async () => {
  const regions = await getRegencies({ transform: true });
  const districts = new Map((await getDistricts({ transform: true })).map((district) => [district.code, district]));
  const villages = Map.groupBy(await getVillages({ transform: true }), (village) => village.code.slice(0, 5));
  const planOf = (regionCode: string): CityPlan =>
    sampleCityOf(
      (villages.get(regionCode) ?? []).map(({ code, name, districtCode }) => ({
        code,
        name,
        districtCode,
        districtName: districts.get(districtCode)?.name ?? '',
      })),
    );

  test('can be planned: villages, an office with a post for each, no slug twice', () => {
    expect(regions).toHaveLength(514);
    for (const { code, name } of regions) {
      const plan = planOf(code);
      expect(plan.villages.length, name).toBeGreaterThan(0);
      for (const things of [plan.agencies, plan.posts]) expect(new Set(slugsOf(things)).size, name).toBe(things.length);
      const manned = new Set(plan.posts.map(({ agency }) => agency));
      expect(
        plan.agencies.filter(({ slug, name: of }) => !manned.has(slug) || slug === '' || of.trim() === ''),
        name,
      ).toEqual([]);
    }
  });

  test('calls its offices as its law does, and has the zone of its province', () => {
    const namesIn = (code: string) =>
      planOf(code)
        .agencies.filter(({ kind }) => kind !== 'opd')
        .map(({ name }) => name.split(' ')[0]);
    expect(new Set(namesIn('91.71'))).toEqual(new Set(['Distrik', 'Kelurahan', 'Kampung']));
    expect(new Set(namesIn('35.78'))).toEqual(new Set(['Kecamatan', 'Kelurahan']));
    expect(new Set(namesIn('36.04'))).toEqual(new Set(['Kecamatan', 'Desa']));
    const zones = Map.groupBy(regions, ({ code }) => zoneOf(code));
    expect([...zones].map(([zone, own]) => [zone, new Set(own.map(({ code }) => code.slice(0, 2))).size])).toEqual([
      ['Asia/Jakarta', 18],
      ['Asia/Makassar', 12],
      ['Asia/Jayapura', 8],
    ]);
  });
});
