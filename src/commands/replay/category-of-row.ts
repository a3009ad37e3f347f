import type { Category, City } from '../../store/city.ts';

/** The words of the tables for kinds of complaints, and the category a verifier here would choose. What is not listed is something else. */
const slugs: Readonly<Record<string, string>> = {
  jalan_trotoar: 'jalan-rusak',
  drainase_banjir: 'drainase-banjir',
  air_bersih: 'drainase-banjir',
  kebencanaan_damkar: 'drainase-banjir',
  sampah_kebersihan: 'sampah',
  lingkungan_hidup: 'sampah',
  pohon_taman: 'pohon',
  olahraga_budaya: 'pohon',
  pju: 'lampu-jalan',
  utilitas_telekomunikasi: 'lampu-jalan',
  parkir: 'parkir-lalu-lintas',
  lalu_lintas: 'parkir-lalu-lintas',
  transportasi_umum: 'parkir-lalu-lintas',
  ketertiban_umum: 'parkir-lalu-lintas',
  kesehatan: 'kesehatan',
  bantuan_sosial: 'kesehatan',
  kependudukan: 'kependudukan',
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
