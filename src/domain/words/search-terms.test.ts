import { describe, expect, it } from 'vitest';

import { abbreviations, writtenOut } from './abbreviations.ts';
import { nearWords } from './near-words.ts';
import { keysOf, searchTermsOf, wantedIn } from './search-terms.ts';

describe('short forms', () => {
  it('are written out, and what stands in the list stands for itself', () => {
    expect(writtenOut('Jln rusak dpn SDN 3, lpu/pju blm nyala2')).toEqual([
      'jalan',
      'rusak',
      'depan',
      'sdn',
      '3',
      'lampu',
      'lampu',
      'jalan',
      'belum',
      'nyala',
    ]);
    expect(writtenOut('constructor toString')).toEqual(['constructor', 'tostring']);
    for (const long of Object.values(abbreviations)) expect(writtenOut(long), long).toEqual(long.split(' '));
  });
});

describe('what a text is found by', () => {
  it('is the stems of its telling words, each once', () => {
    expect(searchTermsOf('Mohon perbaikan jl. Mawar yg rusak, jalannya belum diperbaiki!')).toEqual([
      'baik',
      'jalan',
      'mawar',
      'rusa',
    ]);
    expect(searchTermsOf('yang dan ini')).toEqual([]);
  });

  it('meets what is asked, in other words of the same family', () => {
    const terms = searchTermsOf('Penerangan jalan umum padam di Kelurahan Sukarasa');
    for (const { stem } of wantedIn('pju dipadamkan kel sukarasa')) if (stem !== 'lampu') expect(terms).toContain(stem);
  });

  it('asks for the words that were typed where none tells anything, and for eight at most', () => {
    expect(wantedIn('yang ini').map(({ word }) => word)).toEqual(['yang', 'ini']);
    expect(wantedIn('satu dua tiga empat lima enam tujuh delapan sembilan')).toHaveLength(8);
    expect(wantedIn(`${'a'.repeat(41)} <>'"`)).toEqual([]);
  });
});

describe('a word that was typed wrongly', () => {
  const meets = (typed: string, word: string): boolean => keysOf(typed).some((key) => keysOf(word).includes(key));

  it.each([
    ['lamp', 'lampu'],
    ['lampuu', 'lampu'],
    ['lapmu', 'lampu'],
    ['lanpu', 'lampu'],
    ['lompi', 'lampu'],
    ['sampa', 'sampah'],
    ['bannjir', 'banjir'],
  ])('"%s" has a key of "%s"', (typed, word) => {
    expect(meets(typed, word)).toBe(true);
  });

  it('meets neither short words nor numbers nor what is far', () => {
    expect([meets('rt5', 'rt6'), meets('2023', '2024'), meets('lampu', 'pohon')]).toEqual([false, false, false]);
  });

  it('means the nearest words, of long ones up to two letters away', () => {
    expect(nearWords('smapah', ['sampah', 'sampai', 'sumpah', 'pohon', 'smapah'])).toEqual(['sampah', 'sumpah']);
    expect(nearWords('lompi', ['lampu', 'pohon'])).toEqual(['lampu']);
    expect(nearWords('tangreang', ['tangerang', 'tanggerang', 'tangan'])).toEqual(['tangerang', 'tanggerang']);
    expect(nearWords('lampu', ['lampung', 'lampunya'])).toEqual([]);
  });
});
