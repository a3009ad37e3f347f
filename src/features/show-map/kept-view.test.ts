import { expect, it } from 'vitest';

import { readView, writeView, type KeptView } from './kept-view.client.ts';

const view: KeptView = { latitude: -6.170123, longitude: 106.6349, zoom: 15, group: null };

it.each([view, { ...view, group: '-6.1701,106.6347' }, { ...view, latitude: 0, longitude: -179.5, zoom: 9 }])(
  'a view that was written is read as it was: %o',
  (one) => expect(readView(writeView(one))).toEqual(one),
);

it('digits beyond what a place can be told in are left out', () => {
  expect(writeView({ ...view, latitude: -6.170_123_456_789, longitude: 0.000_000_01 })).toBe('#peta=15,-6.170123,0');
});

it.each(['', '#', '#peta=', '#peta=15', '#peta=15,91,0', '#peta=15,0,181', '#peta=a,b,c', '#peta=15,1,2,3', '#lain'])(
  '%j says nothing of a map',
  (fragment) => expect(readView(fragment)).toBeNull(),
);
