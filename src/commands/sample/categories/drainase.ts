import { phrases, type CategoryGroup } from './category-seed.ts';
import { emergency, greatRivers, privateLand } from './stoppers.ts';

export const drainage = {
  slug: 'drainase',
  name: { id: 'Saluran air dan banjir', en: 'Drains and floods' },
  categories: [
    {
      slug: 'drainase-banjir',
      name: { id: 'Saluran tersumbat, genangan, banjir', en: 'Blocked drain, flooding' },
      examples: {
        id: [
          'Got mampet, airnya meluap ke jalan',
          'Setiap hujan jalan ini tergenang',
          'Banjir masuk rumah sejak subuh',
        ],
        en: [
          'A blocked drain floods the road',
          'This road is under water after every rain',
          'Flood water is in our house',
        ],
      },
      words: phrases(`
        banjir, kebanjiran, genangan, tergenang, ngegenang, air menggenang, saluran, selokan, got, got mampet,
        drainase, drainse, mampet, mampat, tersumbat, meluap, luber, air naik, kali meluap, lumpur got, pompa air,
        pompa banjir, caah
      `),
      lapor: 'Drainase (Gorong-Gorong/Parit)',
      agency: 'dinas-pupr',
      questions: [
        {
          key: 'depth',
          id: 'Setinggi apa airnya? (mata kaki, lutut, pinggang)',
          en: 'How deep is the water? (ankle, knee, waist)',
        },
        { key: 'when', id: 'Setiap hujan, atau baru kali ini?', en: 'After every rain, or for the first time?' },
      ],
      stoppers: [emergency],
      needsProof: true,
    },
    {
      slug: 'tutup-saluran',
      name: { id: 'Tutup got atau gorong-gorong hilang', en: 'Missing drain cover' },
      examples: {
        id: ['Tutup got di trotoar hilang', 'Gorong-gorong jebol, lubangnya menganga'],
        en: ['A drain cover in the pavement is missing', 'A culvert has broken in and gapes'],
      },
      words: phrases(`
        tutup got, tutup saluran, penutup got, penutup saluran, manhole, grill, besi got, gorong, gorong gorong,
        got terbuka, got bolong, got jebol, tutup selokan, plat decker
      `),
      lapor: 'Drainase (Gorong-Gorong/Parit)',
      agency: 'dinas-pupr',
      questions: [
        {
          key: 'marked',
          id: 'Sudah diberi tanda supaya orang tidak jatuh?',
          en: 'Is it marked so that nobody falls in?',
        },
      ],
      stoppers: [emergency],
      needsProof: true,
    },
    {
      slug: 'sungai-situ',
      name: { id: 'Kali, situ, tanggul', en: 'Streams, lakes, dikes' },
      examples: {
        id: ['Kali dangkal, perlu dikeruk', 'Situ penuh eceng gondok', 'Turap kali retak dan miring'],
        en: ['A stream needs dredging', 'A lake is full of water hyacinth', 'The wall along a stream is cracked'],
      },
      words: phrases(`
        sungai, kali dangkal, kali kotor, kali mampet, kali penuh, normalisasi, pengerukan, dikeruk, sedimen,
        eceng gondok, enceng gondok, sampah kali, sampah sungai, sampah di kali, sampah di sungai,
        tanggul, tanggul jebol, turap, turab, longsor, bronjong,
        dinding kali, pinggir kali, bantaran, pintu air, tanah gerak
      `),
      lapor: 'Lainnya Terkait Pekerjaan Umum dan Penataan Ruang',
      agency: 'dinas-pupr',
      questions: [{ key: 'houses', id: 'Seberapa dekat dengan rumah?', en: 'How close is it to houses?' }],
      stoppers: [emergency, greatRivers],
      needsProof: true,
    },
    {
      slug: 'sanitasi',
      name: { id: 'Jamban, septic tank, sedot tinja', en: 'Toilets and septic tanks' },
      examples: {
        id: ['Warga belum punya jamban', 'Air tinja meluber ke gang', 'Minta sedot tinja'],
        en: ['People here have no toilet', 'Sewage runs into the lane', 'I need a septic tank emptied'],
      },
      words: phrases(`
        jamban, septic tank, septik tank, septitank, saptiteng, tinja, sedot wc, sedot tinja, mck, wc umum,
        buang air besar, babs, ipal komunal, air limbah rumah
      `),
      lapor: 'Sanitasi',
      agency: 'dinas-perkimtan',
      stoppers: [privateLand],
    },
  ],
} satisfies CategoryGroup;
