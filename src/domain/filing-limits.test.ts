import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countedWords } from './filing-limits.ts';

describe('the words that make two texts copies', () => {
  const text = 'Lampu jalan di depan Puskesmas mati sejak Senin.';

  it.each([
    ['in capitals', 'LAMPU JALAN DI DEPAN PUSKESMAS MATI SEJAK SENIN'],
    ['with other blanks and lines', '  Lampu jalan\r\n\tdi depan\u00a0Puskesmas  mati sejak Senin '],
    ['with other marks', '"Lampu jalan", di depan Puskesmas: mati (sejak Senin)!!! \u{1f6a7}'],
    ['in letters of double width', 'Ｌａｍｐｕ jalan di depan Puskesmas mati sejak Senin'],
  ])('are the same %s', (_how, copy) => {
    expect(countedWords(copy)).toBe(countedWords(text));
  });

  it('are others when a word or a number is another', () => {
    expect(countedWords(text.replace('Senin', 'Selasa'))).not.toBe(countedWords(text));
    expect(countedWords(`${text} RT 3`)).not.toBe(countedWords(`${text} RT 4`));
  });

  it('are none in a text that many people would write alike', () => {
    expect(countedWords('Lampu jalan mati.')).toBeNull();
    expect(countedWords(`${'!'.repeat(80)} mati`)).toBeNull();
    expect(countedWords('\u{1f6a7}'.repeat(40))).toBeNull();
    expect([countedWords('x'.repeat(29)), countedWords('x'.repeat(30))]).toEqual([null, 'x'.repeat(30)]);
  });

  it('have words themselves: counting them again changes nothing', () => {
    const joined = countedWords('H\u0331'.repeat(40));
    expect(countedWords(joined ?? '')).toBe(joined);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 40 }), (typed) => {
        const words = countedWords(typed);
        if (words !== null) expect(countedWords(words)).toBe(words);
      }),
    );
  });
});
