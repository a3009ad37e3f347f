import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { villageFinder } from './village-in-words.ts';

const cibodas = { code: '36.71.09.1001', name: 'Cibodas', districtName: 'Cibodas' };
const jatiuwung = { code: '36.71.09.1006', name: 'Jatiuwung', districtName: 'Cibodas' };
const keroncong = { code: '36.71.02.1001', name: 'Keroncong', districtName: 'Jatiuwung' };
const poris = { code: '36.71.05.1009', name: 'Poris Plawad Utara', districtName: 'Cipondoh' };
const plawad = { code: '36.71.05.1008', name: 'Poris Plawad', districtName: 'Cipondoh' };
const neroktog = {
  code: '36.71.11.1003',
  name: 'Neroktog',
  districtName: 'Pinang',
  aliases: ['Nerogtog', 'Nerok Tog'],
};
const gaga = { code: '36.71.13.1006', name: 'Gaga', districtName: 'Larangan' };
const villages = [cibodas, jatiuwung, keroncong, poris, plawad, gaga, neroktog];
const find = villageFinder(villages);
const codes = (words: string) => find(words).map(({ code }) => code);

describe('a village in words', () => {
  test.each([
    ['Jalan berlubang di kelurahan Keroncong RT 03', [keroncong]],
    ['jalan rusak di kel.keroncong', [keroncong]],
    ['saluran mampet di KERONCONG dekat pasar', [keroncong]],
    ['lampu padam di poris plawad utara', [poris]],
    ['lampu padam di porisplawad utara', [poris]],
    ['lampu padam di Poris-Plawad', [plawad]],
    ['kel gaga banjir', [gaga]],
    ['got mampet di nerogtog', [neroktog]],
    ['kel. Nerok Tog', [neroktog]],
    ['dari Neroktog sampai Nerogtog', [neroktog]],
    ['jangan gaga begitu', []],
    ['di jl. Keroncong raya', []],
    ['kecamatan Jatiuwung, kelurahan Keroncong', [keroncong]],
    ['kelurahan Jatiuwung kecamatan Cibodas', [jatiuwung]],
    ['kecamatan Jatiuwung', []],
    ['', []],
  ])('%s', (words, expected) => {
    expect(codes(words)).toEqual(expected.map(({ code }) => code));
  });

  test('which is called one comes before all that are mentioned', () => {
    expect(find('warga Cibodas lapor: kelurahan Keroncong gelap')).toEqual([{ code: keroncong.code, how: 'called' }]);
  });

  test('mentioned in several districts is the one of the district that is named', () => {
    const [one, other] = [
      { code: '1', name: 'Sukamaju', districtName: 'Utara' },
      { code: '2', name: 'Sukamaju', districtName: 'Selatan' },
    ] as const;
    const both = villageFinder([one, other]);
    expect(both('di Sukamaju kecamatan Selatan').map(({ code }) => code)).toEqual(['2']);
    expect(both('di Sukamaju').map(({ code }) => code)).toEqual(['1', '2']);
  });

  test('is one of the city, whatever is said', () => {
    const known = new Set(villages.map(({ code }) => code));
    fc.assert(fc.property(fc.string(), (words) => codes(words).every((code) => known.has(code))));
  });

  test('which is called by its name is found, whatever stands around it', () => {
    const around = fc.array(fc.constantFrom('tolong', 'pak', 'rusak', 'di', 'rt', '03', 'mohon', 'segera'));
    fc.assert(
      fc.property(around, around, fc.constantFrom(...villages), (before, after, village) => {
        expect(codes([...before, 'kelurahan', village.name, ...after].join(' '))).toContain(village.code);
      }),
    );
  });
});
