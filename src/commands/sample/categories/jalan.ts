import { phrases, type CategoryGroup } from './category-seed.ts';
import { electricity, emergency, nationalRoad, privateLand, tollRoad } from './stoppers.ts';

export const roads = {
  slug: 'jalan',
  name: { id: 'Jalan, trotoar, jembatan', en: 'Roads, pavements, bridges' },
  categories: [
    {
      slug: 'jalan-rusak',
      name: { id: 'Jalan rusak atau berlubang', en: 'Damaged road or pothole' },
      examples: {
        id: [
          'Lubang besar di tengah jalan raya',
          'Aspal mengelupas, motor sering jatuh',
          'Jalan ambles di depan sekolah',
        ],
        en: ['A deep hole in a main road', 'Broken asphalt where motorbikes fall', 'The road has sunk'],
      },
      words: phrases(`
        jalan rusak, jalan berlubang, jalan bolong, jln rusak, jl rusak, berlubang, lubang, lobang, bolong, aspal,
        ambles, amblas, jalan retak, jalan ancur, jalan hancur, jalan jelek, jalan butut, bergelombang, keriting,
        jalan bopeng, tambal jalan, grunjalan
      `),
      lapor: 'Jalan Berlubang',
      agency: 'dinas-pupr',
      questions: [
        {
          key: 'size',
          id: 'Kira-kira selebar dan sedalam apa? (sejengkal, selebar mobil)',
          en: 'About how wide and deep is it?',
        },
        {
          key: 'danger',
          id: 'Sudah ada yang jatuh atau harus menghindar ke jalur lawan?',
          en: 'Has anyone fallen or had to swerve?',
        },
      ],
      stoppers: [tollRoad, nationalRoad],
      needsProof: true,
    },
    {
      slug: 'jalan-lingkungan',
      name: { id: 'Jalan gang atau perumahan rusak', en: 'Damaged lane in a neighbourhood' },
      examples: {
        id: [
          'Paving gang banyak yang lepas',
          'Jalan kampung belum dibeton dan becek',
          'Jalan perumahan rusak bertahun-tahun',
        ],
        en: ['Paving stones of a lane are loose', 'A muddy lane that was never paved'],
      },
      words: phrases(`
        paving, pavingisasi, paving blok, paving block, konblok, conblock, jalan gang, jalan kampung,
        jalan lingkungan, gang becek, jalan becek, jalan tanah, betonisasi, cor jalan, jalan perumahan,
        jalan komplek, jalan setapak
      `),
      lapor: 'Permukiman',
      agency: 'dinas-perkimtan',
      questions: [
        { key: 'length', id: 'Kira-kira berapa meter yang rusak?', en: 'About how many metres are damaged?' },
        {
          key: 'handover',
          id: 'Kalau di perumahan: masih diurus pengembang?',
          en: 'In a housing estate: does the developer still run it?',
        },
      ],
      stoppers: [
        {
          id: 'Jalan perumahan yang belum diserahkan ke kota masih tanggung jawab pengembang.',
          en: 'Until an estate has been handed over to the city its roads are the duty of the developer.',
        },
      ],
      needsProof: true,
    },
    {
      slug: 'trotoar',
      name: { id: 'Trotoar rusak atau terhalang', en: 'Damaged or blocked pavement' },
      examples: {
        id: [
          'Ubin trotoar pecah dan lepas',
          'Trotoar tertutup, kursi roda tidak lewat',
          'Ubin pemandu tunanetra terputus',
        ],
        en: ['Broken tiles on a pavement', 'A wheelchair cannot pass', 'Guiding tiles for the blind end at a pole'],
      },
      words: phrases(`
        trotoar, trotoir, trotoal, pedestrian, jalur pejalan kaki, pejalan kaki, guiding block, ubin trotoar,
        ubin pemandu, kanstin, bollard
      `),
      lapor: 'Trotoar',
      agency: 'dinas-pupr',
      questions: [{ key: 'blocked', id: 'Apa yang menghalangi, kalau ada?', en: 'What is in the way, if anything?' }],
      needsProof: true,
    },
    {
      slug: 'jembatan',
      name: { id: 'Jembatan dan JPO rusak', en: 'Damaged bridge or footbridge' },
      examples: {
        id: ['Pagar jembatan patah', 'Lantai JPO berlubang', 'Jembatan kecil di atas kali retak'],
        en: ['The railing of a bridge is broken', 'A hole in a footbridge', 'A small bridge is cracked'],
      },
      words: phrases(`
        jembatan, jembatan rusak, jembatan ambruk, jembatan retak, jpo, penyeberangan orang, pagar jembatan, oprit,
        flyover, fly over, underpass, terowongan
      `),
      lapor: 'Jembatan',
      agency: 'dinas-pupr',
      questions: [
        {
          key: 'passable',
          id: 'Masih aman dilewati orang atau kendaraan?',
          en: 'Can people or vehicles still cross safely?',
        },
      ],
      stoppers: [tollRoad, emergency],
      needsProof: true,
    },
    {
      slug: 'galian-kabel',
      name: { id: 'Bekas galian, kabel semrawut, tiang', en: 'Diggings, hanging cables, poles' },
      examples: {
        id: [
          'Bekas galian kabel tidak ditutup rapi',
          'Kabel internet menjuntai setinggi kepala',
          'Tiang internet baru berdiri di tengah trotoar',
        ],
        en: [
          'A trench was not closed properly',
          'Internet cables hang at head height',
          'A new pole stands in the pavement',
        ],
      },
      words: phrases(`
        galian, bekas galian, galian kabel, galian pipa, kabel semrawut, kabel menjuntai, kabel putus,
        kabel ngejuntai, kabel internet, kabel fiber, kabel wifi, kabel optik, fiber optik, tiang internet,
        tiang wifi, tiang telkom, tiang miring, tiang kabel
      `),
      lapor: 'Tiang Jaringan Internet',
      agency: 'dinas-pupr',
      questions: [
        {
          key: 'owner',
          id: 'Nama perusahaan pada kabel, tiang, atau papan proyek?',
          en: 'Which company is named on it?',
        },
      ],
      stoppers: [emergency, electricity, privateLand],
      needsProof: true,
    },
  ],
} satisfies CategoryGroup;
