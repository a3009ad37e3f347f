import { describe, expect, it } from 'vitest';

import { lessonsOf } from './lessons.ts';
import { inventedRow } from './testing/invented-row.ts';

const row = (id: string, text: string) => inventedRow(id, { text });

describe('what the texts teach', () => {
  it('tells the longest, the shouted, the broken, the repeated and the empty', () => {
    const lessons = lessonsOf([
      row('shouted', 'LAMPU JALAN PADAM SUDAH LAMA SEKALI'),
      row('broken', 'Jalan itu gelap dan berbahaya â€“ mohon diperbaiki, cafÃ© tutup'),
      row('first', 'Lampu padam.'),
      row('second', 'Lampu padam.'),
      row('third', 'lampu padam'),
      row('list', 'Mohon: 1. lampu 2. saluran 3. sampah 😀'),
      row('long', 'a'.repeat(6005)),
      row('empty', '  '),
    ]);
    expect(lessons).toMatchObject({
      texts: 8,
      longest: { row: 'long', characters: 6005, bytes: 6005 },
      empty: 1,
      mojibake: ['broken'],
      emoji: 1,
      repeated: 1,
      repeatedInSubstance: 2,
      lists: 1,
    });
    expect(lessons.allCapitalsShare).toBeCloseTo(1 / 8);
  });

  it('says nothing of nothing', () => {
    expect(lessonsOf([])).toMatchObject({ texts: 0, longest: null, allCapitalsShare: 0 });
  });
});
