import type { Category, City } from '../../store/city.ts';

/** The words of the tables for kinds of complaints, and the category a verifier here would choose. What is not listed is something else. */
const slugs: Readonly<Record<string, string>> = {
  jalan_trotoar: 'jalan-rusak',
  drainase_banjir: 'drainase-banjir',
  air_bersih: 'air-pam',
  kebencanaan_damkar: 'kebakaran-bencana',
  sampah_kebersihan: 'sampah',
  lingkungan_hidup: 'pencemaran',
  pohon_taman: 'pohon',
  olahraga_budaya: 'sarana-olahraga',
  pju: 'lampu-jalan',
  utilitas_telekomunikasi: 'galian-kabel',
  parkir: 'parkir-lalu-lintas',
  lalu_lintas: 'parkir-lalu-lintas',
  transportasi_umum: 'angkutan-umum',
  ketertiban_umum: 'gangguan-ketertiban',
  kesehatan: 'kesehatan',
  bantuan_sosial: 'bantuan-sosial',
  perlindungan_keluarga: 'kekerasan',
  kependudukan: 'kependudukan',
  pelayanan_wilayah: 'pelayanan-kelurahan',
  pendidikan: 'bantuan-pendidikan',
  usaha_perizinan: 'perizinan',
  ketenagakerjaan: 'lowongan-pelatihan',
  pajak_retribusi: 'pajak-daerah',
  layanan_digital: 'aplikasi-kota',
};

const otherwise = 'lain-lain';

/** Never a sensitive one: whom such a report is about may not see who rehearsed it. */
export const categoryOfRow = ({ categories }: City, word: string): Category => {
  const open = categories.filter((category) => !category.isSensitive);
  const wanted = slugs[word] ?? otherwise;
  const category = open.find(({ slug }) => slug === wanted) ?? open[0];
  if (category === undefined) throw new Error('the city has no category');
  return category;
};
