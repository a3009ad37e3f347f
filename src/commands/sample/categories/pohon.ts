import { phrases, type CategoryGroup } from './category-seed.ts';
import { electricity, emergency, privateLand } from './stoppers.ts';

export const parks = {
  slug: 'taman',
  name: { id: 'Pohon, taman, makam, lapangan', en: 'Trees, parks, cemeteries, sports grounds' },
  categories: [
    {
      slug: 'pohon',
      name: { id: 'Pohon rawan tumbang, minta dipangkas', en: 'Tree to prune or about to fall' },
      examples: {
        id: ['Pohon miring ke arah rumah', 'Dahan menutupi lampu jalan', 'Pohon tumbang menutup jalan'],
        en: ['A tree leans towards a house', 'Branches hide a street light', 'A fallen tree blocks the road'],
      },
      words: phrases(`
        pohon, pohon tumbang, pohon miring, pohon lapuk, pohon keropos, ranting, dahan, tumbang, perantingan,
        pangkas, pemangkasan, rimbun, tebang, penebangan, tangkal, sengon, trembesi, dahan menutupi,
        ranting menutupi, rumput
      `),
      lapor: 'Lainnya Terkait Lingkungan Hidup dan Kehutanan',
      agency: 'dinas-lh',
      questions: [
        {
          key: 'size',
          id: 'Setinggi apa pohonnya? (atap, tiang listrik, lebih tinggi)',
          en: 'How tall is it? (a roof, a power pole, taller)',
        },
        { key: 'cable', id: 'Menyentuh kabel listrik?', en: 'Does it touch power lines?' },
      ],
      stoppers: [emergency, privateLand, electricity],
      needsProof: true,
    },
    {
      slug: 'taman',
      name: { id: 'Taman kota rusak atau kotor', en: 'Damaged or dirty park' },
      examples: {
        id: ['Ayunan di taman patah', 'Rumput taman tidak dipotong', 'Toilet taman rusak'],
        en: ['A swing in the park is broken', 'The grass is not cut', 'The park toilet is broken'],
      },
      words: phrases(`
        taman, taman kota, taman bermain, ayunan, perosotan, rumput taman, bangku taman, lampu taman, toilet taman,
        median jalan, tanaman mati, rth
      `),
      lapor: 'Taman',
      agency: 'dinas-lh',
      needsProof: true,
    },
    {
      slug: 'makam',
      name: { id: 'Pemakaman umum (TPU)', en: 'Public cemetery' },
      examples: {
        id: ['Jalan di TPU rusak', 'Diminta uang tambahan saat memakamkan', 'Bagaimana mengurus petak makam?'],
        en: [
          'The path in the cemetery is broken',
          'We were asked to pay extra for a burial',
          'How do I apply for a grave?',
        ],
      },
      words: phrases(`
        makam, pemakaman, kuburan, kubur, tpu, petak makam, retribusi makam, penggali kubur, mobil jenazah,
        memakamkan, dimakamkan
      `),
      lapor: 'Tempat Pemakaman Umum',
      agency: 'dinas-perkimtan',
    },
    {
      slug: 'sarana-olahraga',
      name: { id: 'Lapangan dan gedung olahraga', en: 'Sports grounds and halls' },
      examples: {
        id: ['Ring basket lapangan umum patah', 'Tidak bisa memesan GOR', 'Lantai lapangan futsal licin'],
        en: ['A basketball hoop is broken', 'I cannot book the sports hall', 'The floor of the court is slippery'],
      },
      words: phrases(`
        lapangan olahraga, lapangan bola, lapangan basket, lapangan futsal, gor, stadion, kolam renang,
        jogging track, ring basket, gedung olahraga, sewa lapangan
      `),
      lapor: 'Lapangan Olahraga',
      agency: 'dinas-pemuda-olahraga',
    },
  ],
} satisfies CategoryGroup;
