import { expect, test } from 'vitest';

import { agencyShareOf, villageShareOf } from './shares.ts';
import { inventedRow } from './testing/invented-row.ts';

const village = (code: string, name: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  districtName: `Kecamatan ${code.slice(6, 8)}`,
  postalCode: null,
  point: null,
  aliases: [],
});
const villages = [
  village('36.71.01.1001', 'Sukarasa'),
  village('36.71.01.1002', 'Sukaasih'),
  village('36.71.09.1006', 'Jatiuwung'),
];

test('a village in the words is right, wrong in the same district, wrong elsewhere, or one of several', () => {
  const at = (id: string, villageCode: string, text: string) => inventedRow(id, { villageCode, text });
  const rows = [
    at('right', '36.71.01.1001', 'lampu padam di kelurahan Sukarasa'),
    at('neighbour', '36.71.01.1002', 'lampu padam di kelurahan Sukarasa'),
    at('elsewhere', '36.71.09.1006', 'lampu padam di kelurahan Sukarasa'),
    at('several', '36.71.01.1002', 'dari kelurahan Sukarasa sampai kelurahan Sukaasih'),
    at('none', '36.71.01.1001', 'lampu padam'),
    at('not ours', '35.78.01.1001', 'lampu padam di kelurahan Sukarasa'),
  ];
  expect(villageShareOf(rows, villages)).toEqual({
    known: 5,
    namedOne: 3,
    right: 1,
    wrong: 2,
    wrongInSameDistrict: 1,
    namedSeveral: 1,
    rightAmongSeveral: 1,
  });
});

test('an agency is compared where the sample city has one with the same task', () => {
  const rows = [
    inventedRow('same', { agency: 'Dinas Perhubungan' }),
    inventedRow('other', { agency: 'Dinas Lingkungan Hidup' }),
    inventedRow('none here', { agency: 'Bagian Hukum dan Kerjasama' }),
    inventedRow('not assigned', { agency: 'Dinas Perhubungan' }),
  ];
  const came = new Map(['same', 'other', 'none here'].map((row) => [row, 'dinas-perhubungan']));
  expect(agencyShareOf(rows, came)).toEqual({ assigned: 3, comparable: 2, same: 1 });
});
