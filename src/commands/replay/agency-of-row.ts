import { slugOf } from '../sample/agencies.ts';

/** Agencies of the tables, and the sample agency with the same task. What is not listed has none here. */
const slugs: Readonly<Record<string, string>> = {
  'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia': 'bkpsdm',
  'Badan Kesatuan Bangsa dan Politik': 'kesbangpol',
  'Badan Penanggulangan Bencana Daerah': 'bpbd',
  'Badan Pendapatan Daerah': 'bapenda',
  'Badan Pengelolaan Keuangan dan Aset Daerah': 'bpkd',
  'Badan Perencanaan Pembangunan Daerah Penelitian dan Pengembangan': 'bappeda',
  'Bagian Perekonomian dan Sumber Daya Alam': 'perumda-air-minum',
  'Dinas Kebudayaan Kepemudaan dan Olah Raga serta Pariwisata': 'dinas-kebudayaan-pariwisata',
  'Dinas Kependudukan dan Pencatatan Sipil': 'dinas-dukcapil',
  'Dinas Kesehatan': 'dinas-kesehatan',
  'Dinas Ketahanan Pangan dan Pertanian': 'dinas-ketahanan-pangan',
  'Dinas Komunikasi dan Informatika': 'dinas-kominfo',
  'Dinas Koperasi Usaha Kecil dan Menengah dan Perdagangan': 'dinas-perindagkop-ukm',
  'Dinas Lingkungan Hidup': 'dinas-lh',
  'Dinas Pemadam Kebakaran dan Penyelamatan': 'bpbd',
  'Dinas Pemberdayaan Perempuan dan Perlindungan Anak serta Pengendalian Penduduk dan Keluarga Berencana': 'dp3ap2kb',
  'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu': 'dpmptsp',
  'Dinas Pendidikan': 'dinas-pendidikan',
  'Dinas Perhubungan': 'dinas-perhubungan',
  'Dinas Perindustrian dan Tenaga Kerja': 'dinas-ketenagakerjaan',
  'Dinas Perumahan Rakyat dan Kawasan Permukiman serta Pertanahan': 'dinas-perkimtan',
  'Dinas Sosial': 'dinas-sosial',
  'Dinas Sumber Daya Air dan Bina Marga': 'dinas-pupr',
  Inspektorat: 'inspektorat',
  'RSUD Bhakti Dharma Husada': 'rsud',
  'RSUD dr. Mohamad Soewandhie': 'rsud',
  'Satuan Polisi Pamong Praja': 'satpol-pp',
};

/** The slug of the sample agency that a row's agency is here; null where the sample city has none with that task. */
export const agencyOfRow = (name: string): string | null =>
  slugs[name] ?? (/^(Kecamatan|Kelurahan) /.test(name) ? slugOf(name) : null);
