import { expect, it } from 'vitest';

import { phonePieces } from './phone-words.ts';

const said = (words: string, phone: string | null) =>
  phonePieces(words, phone)
    .map((piece) => (piece.isPhone ? `[${piece.words}]` : piece.words))
    .join('');

it.each([
  ['Telepon 112 atau ambulans 119.', '119', 'Telepon [112] atau ambulans [119].'],
  ['Ada yang terluka?', '112', 'Ada yang terluka? [112]'],
  ['Kabel putus: telepon PLN 123.', '123', 'Kabel putus: telepon PLN [123].'],
  ['Halte 1123 rusak', null, 'Halte 1123 rusak'],
])('%s', (words, phone, marked) => expect(said(words, phone)).toBe(marked));
