import { expect, it } from 'vitest';

import { isDangerous } from '../../../domain/is-dangerous.ts';
import { cityOfTangerang } from './city.ts';

const categories = cityOfTangerang().categories.map(({ slug, words = [], stoppers = [] }) => ({
  slug,
  words,
  stoppers,
}));
const of = (description: string, category = '') =>
  isDangerous({ categories }, { category, title: '', description, place: '' });

it.each([
  'Got mampet depan rumah, air menggenang',
  'Kucing liar banyak di pasar',
  'Tolong pangkas pohon depan SD',
  'Tutup got hilang di trotoar sekolah',
  'Tetangga bakar sampah tiap sore',
  'Hidran di pasar tidak berfungsi',
  'Makanan kedaluwarsa dijual di warung',
  'Lampu jembatan padam',
])('"%s" is no matter for 112', (words) => {
  expect(of(words)).toBe(false);
});

it.each([
  'Bau gas menyengat di belakang ruko',
  'Kabel menjuntai di gang, lampu padam',
  'Tetangga sering memukul istri dan anaknya',
  'Anak saya dilecehkan di angkutan umum',
])('"%s" is', (words) => {
  expect(of(words)).toBe(true);
});

it('whoever chooses violence is told of 112, whatever they write; whoever chooses a drain is not', () => {
  expect(of('Tolong dibantu.', 'kekerasan')).toBe(true);
  expect(of('Tolong dibantu.', 'drainase-banjir')).toBe(false);
});
