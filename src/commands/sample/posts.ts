import type { PostPlan } from '../../store/new-city-plan.ts';
import type { SampleAgency } from './agencies.ts';

/** The posts of a new city, made to be edited: a desk, those who watch and lead, and one who takes the work of each agency. */
export const postsOf = (
  agencies: readonly SampleAgency[],
  region: 'kota' | 'kabupaten' = 'kota',
): readonly PostPlan[] => [
  ...desk,
  ...agencies.flatMap((agency) => [officerOf(agency), ...(furtherPosts[agency.slug] ?? [])]),
  ...aboveIn(region),
];

const desk: readonly PostPlan[] = [
  { slug: 'petugas-loket', name: 'Petugas loket dan telepon', roles: ['intake_operator'] },
  { slug: 'verifikator', name: 'Verifikator', roles: ['verifier'] },
  { slug: 'verifikator-2', name: 'Verifikator kedua', roles: ['verifier'] },
  { slug: 'koordinator', name: 'Koordinator pengaduan', roles: ['coordinator'] },
];

const aboveIn = (region: string): readonly PostPlan[] => [
  { slug: 'validator', name: 'Validator jawaban', roles: ['validator'] },
  { slug: 'ruang-kendali', name: `Ruang kendali ${region}`, roles: ['control_room'] },
  { slug: 'pimpinan', name: 'Sekretaris daerah', roles: ['leadership'] },
  { slug: 'ombudsman', name: 'Ombudsman', roles: ['ombudsman'] },
  { slug: 'admin-kota', name: `Administrator ${region}`, roles: ['city_admin'] },
  { slug: 'pelindungan-data', name: 'Petugas pelindungan data pribadi', roles: ['data_protection'] },
  { slug: 'admin-platform', name: 'Administrator platform', roles: ['platform_admin'] },
];

const furtherPosts: Readonly<Record<string, readonly PostPlan[]>> = {
  'dinas-pupr': [
    { slug: 'kepala-pupr', name: 'Kepala Dinas PUPR', roles: ['agency_head'], agency: 'dinas-pupr' },
    { slug: 'lapangan-pupr', name: 'Tim lapangan Dinas PUPR', roles: ['field_crew'], agency: 'dinas-pupr' },
  ],
};

/** What is said of officials goes to those who look into it; the work of any other agency to its officer. */
const officerOf = ({ slug, short }: SampleAgency): PostPlan =>
  slug === 'inspektorat'
    ? { slug, name: short, roles: ['inspectorate'], agency: slug }
    : {
        slug: `petugas-${slug.replace(/^dinas-/, '')}`,
        name: `Petugas penghubung ${short}`,
        roles: ['agency_officer'],
        agency: slug,
      };
