import { expect, it } from 'vitest';

import { speaksOfDanger } from './danger.ts';

it.each([
  'Ada KEBAKARAN di gudang belakang pasar!!',
  'kecelakaan motor, pengendaranya pingsan',
  'banyak darah di jalan',
  'anak tenggelam di kali',
  'warga kesetrum tiang listrik',
  'tadi malam ada begal di jembatan',
  'saya mau dibacok tetangga',
  'Tetangga saya mau bunuh diri',
  'ada bom?',
  'Kebakaran.',
  'jalan licin,kecelakaan-lagi',
  'jembatan roboh',
  'bau gas menyengat dari ruko',
  'Kabel menjuntai di gang, lampu padam',
])('%s speaks of danger', (words) => {
  expect(speaksOfDanger(words)).toBe(true);
});

it.each([
  '',
  'Lampu jalan mati sejak Senin',
  'mohon fogging, banyak demam berdarah di RT kami',
  'Puskesmas tidak punya alat tekanan darah',
  'jadwal donor darah di kelurahan',
  'nomor pemadam kebakaran tidak diangkat',
  'Sebombong apa pun',
  'pembangunan trotoar',
  'dahan pohon menjuntai ke atap',
])('%s does not', (words) => {
  expect(speaksOfDanger(words)).toBe(false);
});
