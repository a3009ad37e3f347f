import type { AgencyPlan, VillagePlan } from '../../store/new-city-plan.ts';

/**
 * Offices (OPD), hospital and companies of a city by the names they often bear; made to be edited: a city names its offices by regulation. `short`
 * is what people and posts call them. No persons.
 */
export const offices = [
  { slug: 'dinas-pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang', short: 'Dinas PUPR' },
  { slug: 'dinas-perkimtan', name: 'Dinas Perumahan, Permukiman, dan Pertanahan', short: 'Dinas Perkimtan' },
  { slug: 'dinas-perhubungan', name: 'Dinas Perhubungan', short: 'Dinas Perhubungan' },
  { slug: 'dinas-lh', name: 'Dinas Lingkungan Hidup', short: 'Dinas Lingkungan Hidup' },
  { slug: 'dinas-kebudayaan-pariwisata', name: 'Dinas Kebudayaan dan Pariwisata', short: 'Disbudpar' },
  { slug: 'dinas-kesehatan', name: 'Dinas Kesehatan', short: 'Dinas Kesehatan' },
  { slug: 'rsud', name: 'Rumah Sakit Umum Daerah', short: 'RSUD' },
  { slug: 'dinas-pendidikan', name: 'Dinas Pendidikan', short: 'Dinas Pendidikan' },
  { slug: 'dinas-sosial', name: 'Dinas Sosial', short: 'Dinas Sosial' },
  {
    slug: 'dp3ap2kb',
    name: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk, dan Keluarga Berencana',
    short: 'DP3AP2KB',
  },
  { slug: 'dinas-dukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil', short: 'Dinas Dukcapil' },
  { slug: 'dpmptsp', name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', short: 'DPMPTSP' },
  { slug: 'dinas-ketenagakerjaan', name: 'Dinas Ketenagakerjaan', short: 'Disnaker' },
  {
    slug: 'dinas-perindagkop-ukm',
    name: 'Dinas Perindustrian, Perdagangan, Koperasi, dan Usaha Kecil Menengah',
    short: 'Disperindagkop UKM',
  },
  { slug: 'dinas-ketahanan-pangan', name: 'Dinas Ketahanan Pangan', short: 'Dinas Ketahanan Pangan' },
  { slug: 'dinas-pemuda-olahraga', name: 'Dinas Pemuda dan Olahraga', short: 'Dispora' },
  { slug: 'dinas-perpustakaan', name: 'Dinas Perpustakaan dan Arsip Daerah', short: 'DPAD' },
  { slug: 'dinas-kominfo', name: 'Dinas Komunikasi dan Informatika', short: 'Diskominfo' },
  { slug: 'satpol-pp', name: 'Satuan Polisi Pamong Praja', short: 'Satpol PP' },
  { slug: 'bpbd', name: 'Badan Penanggulangan Bencana Daerah', short: 'BPBD' },
  { slug: 'bapenda', name: 'Badan Pendapatan Daerah', short: 'Bapenda' },
  { slug: 'bpkd', name: 'Badan Pengelola Keuangan Daerah', short: 'BPKD' },
  { slug: 'bkpsdm', name: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', short: 'BKPSDM' },
  { slug: 'bappeda', name: 'Badan Perencanaan Pembangunan Daerah', short: 'Bappeda' },
  { slug: 'kesbangpol', name: 'Badan Kesatuan Bangsa dan Politik', short: 'Kesbangpol' },
  { slug: 'inspektorat', name: 'Inspektorat', short: 'Inspektorat' },
  { slug: 'sekretariat-daerah', name: 'Sekretariat Daerah', short: 'Sekretariat Daerah' },
  { slug: 'sekretariat-dprd', name: 'Sekretariat Dewan Perwakilan Rakyat Daerah', short: 'Sekretariat DPRD' },
  { slug: 'perumda-air-minum', name: 'Perumda Air Minum', short: 'Perumda Air Minum' },
  { slug: 'perumda-pasar', name: 'Perumda Pasar', short: 'Perumda Pasar' },
] as const satisfies readonly { readonly slug: string; readonly name: string; readonly short: string }[];

export type OfficeSlug = (typeof offices)[number]['slug'];

/** An agency to be, and what people call it. */
export type SampleAgency = AgencyPlan & { readonly short: string };

/** The offices, then each kecamatan and kelurahan (or desa) of the villages as an agency of its own, in the order of their codes. */
export const agenciesOf = (villages: readonly VillagePlan[]): readonly SampleAgency[] => [
  ...offices.map((office) => ({ ...office, kind: 'opd' as const })),
  ...districtOffices(villages),
  ...villageOffices(villages),
];

const districtOffices = (villages: readonly VillagePlan[]): readonly SampleAgency[] =>
  [...new Map(villages.map(({ districtCode, districtName }) => [districtCode, districtName]))].map(([code, name]) => ({
    ...called(isInPapua(code) ? 'Distrik' : 'Kecamatan', name),
    kind: 'kecamatan',
    areaCode: code,
  }));

/** A name that several villages bear is told apart by its district, then by its code: "kelurahan-sukamaju-utara", "desa-purba-tua-dolok-2004". */
const villageOffices = (villages: readonly VillagePlan[]): readonly SampleAgency[] => {
  const offices = villages.map(({ code, name, districtName }) => {
    const office = called(titleOfVillage(code), name);
    const inDistrict = `${office.slug}-${slugOf(districtName)}`;
    return { office, code, slugs: [office.slug, inDistrict, `${inDistrict}-${code.slice(-4)}`] };
  });
  const times = Map.groupBy(
    offices.flatMap(({ slugs }) => slugs),
    (slug) => slug,
  );
  const isOwn = (slug: string): boolean => times.get(slug)?.length === 1;
  return offices.map(({ office, code, slugs }) => ({
    ...office,
    slug: slugs.find(isOwn) ?? office.slug,
    kind: 'kelurahan',
    areaCode: code,
  }));
};

const called = (title: string, name: string) => ({
  slug: slugOf(`${title} ${name}`),
  name: `${title} ${name}`,
  short: `${title} ${name}`,
});

const titleOfVillage = (code: string): string => {
  if (!isDesa(code)) return 'Kelurahan';
  return isInPapua(code) ? 'Kampung' : 'Desa';
};

/** Its six provinces, where a kecamatan is a distrik and a desa a kampung (UU 21/2001, art. 1). */
const isInPapua = (code: string): boolean => /^9[1-7]\./.test(code);

/** The last part of a village's code begins with 1 for a kelurahan, with 2 for a desa, with 3 for a desa adat. */
const isDesa = (code: string): boolean => /\.[23]\d{3}$/.test(code);

/** A name as it stands in an address: "kelurahan-poris-plawad". */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
