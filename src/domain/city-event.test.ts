import { expect, it } from 'vitest';

import { changesBetween, undoing } from './city-event.ts';

const before = { name: 'Dinas Jalan', roles: ['agency_officer'], closedAt: null };

it('a change names the fields that differ, and no others', () => {
  expect(changesBetween(before, { ...before, name: 'Dinas PU' })).toEqual({
    name: { before: 'Dinas Jalan', after: 'Dinas PU' },
  });
  expect(changesBetween(before, { ...before, roles: ['agency_officer'] })).toEqual({});
});

it('what was not there before was nothing', () => {
  expect(changesBetween({}, { name: 'Dinas Jalan', closedAt: null })).toEqual({
    name: { before: null, after: 'Dinas Jalan' },
  });
});

it('taking a change back is the change the other way round', () => {
  const changes = changesBetween(before, { ...before, roles: [] });
  expect(undoing(changes)).toEqual({ roles: { before: [], after: ['agency_officer'] } });
  expect(undoing(undoing(changes))).toEqual(changes);
});
