import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { searchVillages } from './village-search.ts';

const village = (name: string, districtName: string, postalCode: string, ...aliases: string[]) => ({
  code: `${districtName} ${name}`,
  name,
  districtName,
  postalCode,
  aliases,
});
const villages = [
  village('Sukasari', 'Tangerang', '15118', 'Suka Sari'),
  village('Sukarasa', 'Tangerang', '15111', 'Suka Rasa'),
  village('Jatiuwung', 'Cibodas', '15138'),
  village('Cibodas', 'Cibodas', '15138'),
  village('Keroncong', 'Jatiuwung', '15134', 'Kroncong'),
  village('Alam Jaya', 'Jatiuwung', '15133', 'Alamjaya'),
  village('Neroktog', 'Pinang', '15145', 'Nerogtog'),
  village('Poris Plawad', 'Cipondoh', '15141'),
  village('Poris Plawad Utara', 'Cipondoh', '15141'),
  village('Gaga', 'Larangan', '15154'),
];
const found = (typed: string) => searchVillages(typed, villages).map(({ name }) => name);

describe('a village that is typed', () => {
  test.each([
    ['sukas', ['Sukasari', 'Sukarasa']],
    ['suka', ['Sukarasa', 'Sukasari']],
    ['SUKA SARI', ['Sukasari']],
    ['sukasri', ['Sukasari', 'Sukarasa']],
    ['skasari', ['Sukasari']],
    ['kel. gaga', ['Gaga']],
    ['nerogtok', ['Neroktog']],
    ['krncong', ['Keroncong']],
    ['poris plawat', ['Poris Plawad', 'Poris Plawad Utara']],
    ['utara', ['Poris Plawad Utara']],
    ['15138', ['Cibodas', 'Jatiuwung']],
    ['alam jaya jatiuwung', ['Alam Jaya']],
    ['zzz', []],
    ['', []],
    [' ,', []],
  ])('%s', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test('of its name comes before those of a district with that name', () => {
    expect(found('jatiuwung')).toEqual(['Jatiuwung', 'Alam Jaya', 'Keroncong']);
    expect(found('cibodas')[0]).toBe('Cibodas');
  });

  test('is narrowed by a district after a comma, or all of it', () => {
    expect(found('suka, tangerang')).toEqual(['Sukarasa', 'Sukasari']);
    expect(found('sukasari, cipondoh')).toEqual([]);
    expect(found(', kec. tangrang')).toEqual(['Sukarasa', 'Sukasari']);
  });

  test('is found from its third letter on with any one letter of it left out', () => {
    const long = villages.filter(({ name }) => name.length >= 5);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), (one, at) => {
        const missing = 1 + (at % (one.name.length - 1));
        expect(found(one.name.slice(0, missing) + one.name.slice(missing + 1))).toContain(one.name);
      }),
    );
  });

  test('is one of the city and never more than asked for, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => searchVillages(typed, villages, 3).length <= 3));
  });
});
