import { describe, expect, it } from 'vitest';

import { drawQuestion, inWords, isRightAnswer } from './proof-question.ts';

describe('the small question', () => {
  it('adds two numbers from two to nine', () => {
    expect(drawQuestion(() => 0)).toEqual({ left: 2, right: 2 });
    expect(drawQuestion(() => 0.9999)).toEqual({ left: 9, right: 9 });
    expect([inWords(7, 'id'), inWords(7, 'en')]).toEqual(['tujuh', 'seven']);
  });

  it.each(['12', ' 12 ', '012', '１２', 'dua belas', 'Duabelas', 'DUA  BELAS', 'twelve'])(
    'takes %j for seven and five',
    (typed) => {
      expect(isRightAnswer({ left: 7, right: 5 }, typed)).toBe(true);
    },
  );

  it.each(['', ' ', '13', '75', '7+5', '12.0', '1200000', 'dua', 'belas', 'constructor'])(
    'does not take %j',
    (typed) => {
      expect(isRightAnswer({ left: 7, right: 5 }, typed)).toBe(false);
    },
  );

  it('takes every sum in the words of both languages', () => {
    const words = { 4: ['empat', 'four'], 11: ['sebelas', 'eleven'], 18: ['delapan belas', 'eighteen'] };
    for (const [sum, spellings] of Object.entries(words))
      for (const typed of spellings) expect(isRightAnswer({ left: 2, right: Number(sum) - 2 }, typed)).toBe(true);
  });
});
