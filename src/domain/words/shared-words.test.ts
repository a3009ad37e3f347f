import { expect, it } from 'vitest';

import { sharedOf, tellingWords } from './shared-words.ts';

const shared = (one: string, other: string) => sharedOf(tellingWords(one), tellingWords(other));

it('says how much of the shorter text stands in the longer', () => {
  expect(shared('saluran mampet depan balai', 'saluran mampet depan balai warga, bau menyengat')).toBe(1);
  expect(shared('saluran mampet depan balai warga', 'depan balai warga saluran kering sekali')).toBeCloseTo(0.8);
});

it.each([
  ['two words in common', 'saluran mampet', 'saluran mampet depan balai'],
  [
    'less than half of the shorter',
    'saluran mampet depan balai warga kampung baru',
    'saluran mampet depan pasar induk sejak kemarin siang',
  ],
  ['short words alone', 'ini itu dan ke di', 'ini itu dan ke di'],
])('is nothing for %s', (_what, one, other) => {
  expect(shared(one, other)).toBe(0);
});
