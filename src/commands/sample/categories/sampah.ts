import { phrases, type CategoryGroup } from './category-seed.ts';
import { emergency } from './stoppers.ts';

export const waste = {
  slug: 'lingkungan',
  name: { id: 'Sampah dan lingkungan', en: 'Waste and environment' },
  categories: [
    {
      slug: 'sampah',
      name: { id: 'Tumpukan sampah, TPS penuh', en: 'Piles of rubbish, full collection point' },
      examples: {
        id: ['Sampah liar menumpuk di lahan kosong', 'TPS penuh sampai ke jalan', 'Orang buang puing di pinggir jalan'],
        en: [
          'A pile of rubbish on an empty plot',
          'A collection point spills onto the road',
          'Rubble dumped at the roadside',
        ],
      },
      words: phrases(`
        sampah, tumpukan sampah, sampah numpuk, sampah liar, buang sampah, tps, tps liar, tumpukan, puing,
        bau busuk, bau sampah, brangkal, runtah, nyampah, kebersihan
      `),
      lapor: 'Pengelolaan Sampah',
      agency: 'dinas-lh',
      questions: [
        {
          key: 'amount',
          id: 'Kira-kira sebanyak apa? (kantong, gerobak, truk)',
          en: 'About how much? (bags, carts, lorries)',
        },
        {
          key: 'since',
          id: 'Sejak kapan, dan siapa yang membuang kalau tahu?',
          en: 'Since when, and who dumps it if you know?',
        },
      ],
      needsProof: true,
    },
    {
      slug: 'sampah-tidak-diangkut',
      name: { id: 'Sampah rumah tidak diangkut', en: 'Household waste not collected' },
      examples: {
        id: [
          'Sudah seminggu sampah tidak diangkut',
          'Truk sampah tidak lewat lagi',
          'Bayar iuran tapi sampah dibiarkan',
        ],
        en: ['No collection for a week', 'The lorry no longer comes', 'We pay, but nobody collects'],
      },
      words: phrases(`
        sampah tidak diangkut, sampah gak diangkut, sampah ga diangkut, sampah belum diangkut, tidak diangkut,
        belum diangkut, gak diangkut, angkut sampah, pengangkutan sampah, truk sampah, mobil sampah, gerobak sampah,
        bentor, tukang sampah, retribusi sampah, iuran sampah, jemput sampah, sampah dibiarkan
      `),
      lapor: 'Pengelolaan Sampah',
      agency: 'dinas-lh',
      questions: [{ key: 'last', id: 'Terakhir diangkut kapan?', en: 'When was it last collected?' }],
    },
    {
      slug: 'bakar-sampah',
      name: { id: 'Pembakaran sampah', en: 'Burning of rubbish' },
      examples: {
        id: ['Tetangga bakar sampah tiap sore', 'Asap bakaran kabel dari lapak rongsok'],
        en: ['Rubbish is burnt every evening', 'Smoke from burning cables at a scrap yard'],
      },
      words: phrases(`
        bakar sampah, bakar sampahan, membakar sampah, pembakaran sampah, bakaran, asap bakaran, asap sampah,
        ngebakar sampah, bakar kabel, bakar ban, lapak rongsok
      `),
      lapor: 'Pencemaran Lingkungan',
      agency: 'dinas-lh',
      questions: [{ key: 'when', id: 'Biasanya hari dan jam berapa?', en: 'On what days and hours does it happen?' }],
      stoppers: [emergency],
    },
    {
      slug: 'kebersihan-lingkungan',
      name: { id: 'Kebersihan RT/RW, kerja bakti', en: 'Cleaning of the neighbourhood' },
      examples: {
        id: [
          'Selokan kecil depan rumah perlu dibersihkan bersama',
          'Rumput liar di gang sudah tinggi',
          'Minta alat untuk kerja bakti',
        ],
        en: ['A small gutter needs cleaning', 'Weeds in our lane', 'We need tools for a clean-up day'],
      },
      words: phrases(`
        kerja bakti, gotong royong, kebersihan lingkungan, rumput liar, ilalang, alang alang, semak, got kecil,
        selokan kecil, bank sampah, karung sampah, tong sampah, tempat sampah
      `),
      lapor: 'Pengelolaan Sampah',
      agency: 'dinas-lh',
      toAreaOffice: 'kelurahan',
    },
    {
      slug: 'pencemaran',
      name: { id: 'Limbah, asap, atau bau dari usaha', en: 'Waste water, smoke or smell from a business' },
      examples: {
        id: [
          'Air kali berubah warna dan berbusa',
          'Asap hitam dari cerobong pabrik',
          'Usaha cuci jins buang limbah ke got',
        ],
        en: ['The stream has changed colour', 'Black smoke from a chimney', 'A laundry drains into the gutter'],
      },
      words: phrases(`
        limbah, limbah pabrik, limbah cair, limbah b3, buang limbah, pencemaran, pencemaran air, pencemaran udara,
        tercemar, berbusa, air hitam, kali hitam, ikan mati, berubah warna, berbau minyak, minyak tumpah, ipal,
        asap pabrik, asap hitam, cerobong, polusi, polusi udara, debu, ngebul, bau menyengat, bau pabrik, bau kimia,
        bau kandang, sesak napas
      `),
      lapor: 'Pencemaran Lingkungan',
      agency: 'dinas-lh',
      questions: [
        {
          key: 'source',
          id: 'Nama usaha atau letaknya, kalau tahu',
          en: 'Which business, or where is it, if you know?',
        },
        { key: 'when', id: 'Biasanya hari dan jam berapa?', en: 'On what days and hours does it happen?' },
      ],
      stoppers: [emergency],
      needsProof: true,
    },
  ],
} satisfies CategoryGroup;
