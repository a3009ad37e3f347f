import { expect, test } from 'vitest';

import { repeatsIn } from './same-rows.ts';
import { inventedRow } from './testing/invented-row.ts';

const day = (count: number): Date => new Date(Date.UTC(2022, 0, 1 + count));
const said = { text: 'Lampu padam!', place: 'Jl. Contoh 1', group: '7' };

test('what is said again of the same place is a repeat, however it is set; the first one is none', () => {
  const rows = [
    inventedRow('first', { ...said, filedAt: day(0) }),
    inventedRow('again', { ...said, text: 'LAMPU padam', filedAt: day(1) }),
    inventedRow('elsewhere', { ...said, place: 'Jl. Contoh 2', filedAt: day(1) }),
    inventedRow('third', { ...said, filedAt: day(80) }),
  ];
  expect(repeatsIn(rows)).toEqual([
    { row: 'again', same: ['first', 'third'] },
    { row: 'third', same: ['first', 'again'] },
  ]);
});

test('neither what was said long before nor what names no place is', () => {
  const rows = [
    inventedRow('first', { ...said, filedAt: day(0) }),
    inventedRow('long after', { ...said, filedAt: day(91) }),
    inventedRow('nowhere', { ...said, place: ' - ', filedAt: day(91) }),
    inventedRow('nowhere again', { ...said, place: '', filedAt: day(91) }),
  ];
  expect(repeatsIn(rows)).toEqual([]);
});
