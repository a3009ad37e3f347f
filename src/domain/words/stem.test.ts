import { expect, it } from 'vitest';

import { stemOf } from './stem.ts';

/** Forms of one word, as they stand in what people write to cities. */
const families: readonly (readonly string[])[] = [
  ['baik', 'memperbaiki', 'perbaikan', 'diperbaiki', 'perbaikannya'],
  ['rusak', 'kerusakan', 'merusak', 'rusaknya', 'dirusak'],
  ['lubang', 'berlubang', 'lubangnya'],
  ['genang', 'genangan', 'tergenang', 'menggenang'],
  ['tumpuk', 'tumpukan', 'menumpuk', 'bertumpuk', 'ditumpuk'],
  ['buang', 'pembuangan', 'membuang', 'dibuang'],
  ['angkut', 'mengangkut', 'pengangkutan', 'diangkut'],
  ['tangan', 'penanganan', 'menangani', 'ditangani', 'tangani'],
  ['padam', 'pemadaman', 'dipadamkan'],
  ['pasang', 'memasang', 'pemasangan', 'terpasang', 'dipasang'],
  ['tebang', 'penebangan', 'menebang', 'ditebang'],
  ['tutup', 'menutup', 'penutupan', 'tertutup', 'ditutup'],
  ['layan', 'pelayanan', 'melayani', 'dilayani', 'layanan'],
  ['bersih', 'kebersihan', 'membersihkan', 'dibersihkan'],
  ['lambat', 'keterlambatan', 'terlambat'],
  ['macet', 'kemacetan'],
  ['jalan', 'jalanan', 'perjalanan', 'jalannya'],
  ['tertib', 'penertiban', 'menertibkan', 'ditertibkan'],
  ['terang', 'penerangan', 'menerangi'],
  ['ganggu', 'gangguan', 'terganggu', 'mengganggu'],
  ['pakai', 'memakai', 'pemakaian', 'dipakai'],
  ['sapu', 'menyapu', 'penyapu'],
  ['izin', 'perizinan', 'izinnya'],
  ['nyala', 'menyala', 'dinyalakan'],
  ['perintah', 'pemerintah', 'pemerintahan'],
  ['lurah', 'kelurahan'],
  ['camat', 'kecamatan'],
];

it.each(families)('finds one stem in the forms of "%s"', (...forms) => {
  expect(new Set(forms.map(stemOf)).size, forms.map((form) => `${form}: ${stemOf(form)}`).join(', ')).toBe(1);
});

it('keeps different words apart', () => {
  const stems = families.map(([root = '']) => stemOf(root));
  expect(new Set(stems).size).toBe(families.length);
});

it.each(['lampu', 'jalan', 'dinas', 'sungai', 'polisi', 'masalah', 'sekolah', 'air', 'rt05', 'dikit', 'tamu', 'beri'])(
  'leaves "%s" as it is',
  (word) => {
    expect(stemOf(word)).toBe(word);
  },
);
