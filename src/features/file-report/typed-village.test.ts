import { describe, expect, test } from 'vitest';

import { meantVillages } from './typed-village.ts';

const village = (code: string, name: string, districtName: string, ...aliases: readonly string[]) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  districtName,
  postalCode: null,
  point: null,
  aliases,
});
const villages = [
  village('36.71.05.1008', 'Poris Plawad', 'Cipondoh'),
  village('36.71.05.1009', 'Poris Plawad Utara', 'Cipondoh', 'Poris Utara'),
  village('36.71.09.1006', 'Jatiuwung', 'Cibodas'),
  village('36.71.02.1001', 'Keroncong', 'Jatiuwung'),
];
const meant = (words: string, code = '') =>
  meantVillages(villages, { village: code, village_words: words }).map(({ name }) => name);

describe('the kelurahan somebody means', () => {
  test.each([
    ['poris plawad', ['Poris Plawad']],
    ['Poris Utara', ['Poris Plawad Utara']],
    ['kel. Jatiuwung, Cibodas', ['Jatiuwung']],
    ['jatiuwung', ['Jatiuwung', 'Keroncong']],
    ['kelurahan jatiuwung', ['Jatiuwung']],
    ['kec. jatiuwung', ['Keroncong']],
    ['Cipondoh', ['Poris Plawad', 'Poris Plawad Utara']],
    ['poris', ['Poris Plawad', 'Poris Plawad Utara']],
    ['tidak ada', []],
    ['', []],
  ])('%s', (words, names) => expect(meant(words)).toEqual(names));

  test('is the one of the list, whatever was typed', () => {
    expect(meant('poris', '36.71.09.1006')).toEqual(['Jatiuwung']);
    expect(meant('poris', '3671091006')).toEqual(['Jatiuwung']);
    expect(meant('poris', '99')).toEqual([]);
  });
});
