import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { categoriesInWords } from './category-in-words.ts';

const road = { slug: 'jalan-rusak', words: ['jalan rusak', 'berlubang', 'lubang', 'aspal'] };
const light = { slug: 'lampu-jalan', words: ['lampu jalan', 'pju', 'lampu mati'] };
const waste = { slug: 'sampah', words: ['sampah', 'tps'] };
const categories = [road, light, waste];

describe('the categories that words speak of', () => {
  test.each([
    ['Jalan rusak parah, banyak lubangnya', ['jalan-rusak']],
    ['LAMPU JALAN MATI di depan TPS', ['lampu-jalan', 'sampah']],
    ['pju padam', ['lampu-jalan']],
    ['tpsi', []],
    ['sampah menutup lubang', ['sampah', 'jalan-rusak']],
    ['lubang ditutup sampah', ['jalan-rusak', 'sampah']],
    ['terima kasih', []],
  ])('%s', (words, expected) => {
    expect(categoriesInWords(words, categories)).toEqual(expected);
  });

  test('are each named once, and only what the city has', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('jalan', 'rusak', 'pju', 'sampah', 'aspal', 'di')), (words) => {
        const found = categoriesInWords(words.join(' '), categories);
        expect(new Set(found).size).toBe(found.length);
        expect(categories.map(({ slug }) => slug)).toEqual(expect.arrayContaining([...found]));
      }),
    );
  });
});
