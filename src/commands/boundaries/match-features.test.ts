import { describe, expect, test } from 'vitest';

import type { Feature } from './read-features.ts';
import { matchFeatures } from './match-features.ts';

const village = (code: string, name: string, districtName: string, ...aliases: string[]) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  districtName,
  postalCode: null,
  point: null,
  aliases,
});
const villages = [
  village('36.71.01.1001', 'Sukarasa', 'Tangerang'),
  village('36.71.02.1001', 'Keroncong', 'Jatiuwung', 'Kroncong'),
  village('36.71.05.1004', 'Maju', 'Utara'),
  village('36.71.06.1004', 'Maju', 'Selatan'),
];
const ring = [
  [106.6, -6.2],
  [106.61, -6.2],
  [106.61, -6.19],
] as const;
const feature = (properties: Readonly<Record<string, string>>, id: string | null = null): Feature => ({
  id,
  properties: new Map(Object.entries(properties)),
  rings: [ring],
});
const matched = (...features: readonly Feature[]) => matchFeatures(features, villages).areas.map(({ code }) => code);

describe('the village of a feature', () => {
  test.each<[string, Feature, readonly string[]]>([
    ['its code', feature({ kode: '36.71.01.1001', nama: 'Suka Rasa' }), ['36.71.01.1001']],
    ['its code without dots', feature({ kd_kelurahan: '3671011001' }), ['36.71.01.1001']],
    ['its id', feature({}, '36.71.01.1001'), ['36.71.01.1001']],
    ['its name and district', feature({ nama: 'MAJU', kecamatan: 'Kec. Selatan' }), []],
    ['its name in its district', feature({ nama: 'MAJU', kecamatan: 'selatan' }), ['36.71.06.1004']],
    ['an alias', feature({ wadmkd: 'Kroncong', wadmkc: 'Jatiuwung' }), ['36.71.02.1001']],
    ['a name that only it has', feature({ name: 'Suka-rasa' }), ['36.71.01.1001']],
    ['a name of several', feature({ nama: 'Maju' }), []],
    ['a code of the statistics office', feature({ kode_bps: '3671011001' }), []],
  ])('by %s', (_, one, codes) => {
    expect(matched(one)).toEqual(codes);
  });

  test('has all its parts', () => {
    const { areas } = matchFeatures([feature({ kode: '3671011001' }), feature({ kode: '3671011001' })], villages);
    expect(areas).toEqual([{ code: '36.71.01.1001', rings: [ring, ring], isApproximate: false }]);
  });

  test('left without one is named, and so is what is no village; other regions are counted', () => {
    const { without, strange, elsewhere } = matchFeatures(
      [
        feature({ kode: '36.71.01.1001' }),
        feature({ kode: '36.71.99.1001', nama: 'Baru' }),
        feature({ nama: 'Asing' }),
        feature({ kode: '35.78.01.1001', nama: 'Sukarasa' }),
      ],
      villages,
    );
    expect(without.map(({ name }) => name)).toEqual(['Keroncong', 'Maju', 'Maju']);
    expect(strange).toEqual(['Baru', 'Asing']);
    expect(elsewhere).toBe(1);
  });
});
