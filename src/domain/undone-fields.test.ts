import { expect, it } from 'vitest';

import { touchedSince, type LaterEvent } from './undone-fields.ts';

const changes = { name: { before: 'A', after: 'B' }, kind: { before: 'opd', after: 'kecamatan' } };
const event = (id: string, field: string, undoes: string | null = null): LaterEvent => ({
  id,
  changes: { [field]: { before: 1, after: 2 } },
  undoes,
});

it('a change can be taken back while nothing newer touched its fields', () => {
  expect(touchedSince(changes, [])).toEqual([]);
  expect(touchedSince(changes, [event('2', 'areaCode')])).toEqual([]);
  expect(touchedSince(changes, [event('2', 'name'), event('3', 'name')])).toEqual(['name']);
});

it('what was itself taken back touches nothing', () => {
  expect(touchedSince(changes, [event('2', 'name'), event('3', 'name', '2')])).toEqual([]);
  expect(touchedSince(changes, [event('2', 'name'), event('3', 'name', '2'), event('4', 'name', '3')])).toEqual([
    'name',
  ]);
});
