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
  'pohon besar mau tumbang, sewaktu-waktu',
  'tiang doyong, takut nimpa orang',
  'kabel listrik PLN putus di jalan',
  'kabel listrik jatuh di jalan',
  'Air selutut, ibu sendirian',
  'anak digigit anjing',
  'preman mengancam pakai pisau',
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
  'kabel data di kantor kelurahan lama sekali diurus, internet putus',
])('%s does not', (words) => {
  expect(speaksOfDanger(words)).toBe(false);
});
