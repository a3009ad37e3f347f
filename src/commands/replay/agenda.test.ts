import { expect, test } from 'vitest';

import { afterwards, agendaOf } from './agenda.ts';
import { inventedRow } from './testing/invented-row.ts';

const at = (minute: number): Date => new Date(Date.UTC(2022, 0, 1, 0, minute));
const row = (id: string, filed: number, answered: number | null) =>
  inventedRow(id, { filedAt: at(filed), answeredAt: answered === null ? null : at(answered) });

test('what happens is in the order of its time, a filing before an answer of the same minute; what was never answered stays open', () => {
  const agenda = agendaOf([row('a', 5, 9), row('b', 0, 5), row('c', 1, null), row('d', 7, 3)]);
  expect(agenda.map(({ what, row: { id } }) => `${what} ${id}`)).toEqual([
    'filing b',
    'filing c',
    'filing a',
    'answer b',
    'filing d',
    'answer a',
  ]);
});

test('afterwards the days go on one by one, long enough for a reply window', () => {
  const days = afterwards(agendaOf([row('a', 0, 9)]));
  expect(days).toHaveLength(60);
  expect(days[0]).toEqual(new Date(at(9).getTime() + 86_400_000));
});
