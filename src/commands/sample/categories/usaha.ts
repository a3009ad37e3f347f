import { phrases, type CategoryGroup } from './category-seed.ts';

export const business = {
  slug: 'usaha',
  name: { id: 'Izin, usaha, pasar', en: 'Permits, businesses, markets' },
  categories: [
    {
      slug: 'perizinan',
      name: { id: 'Izin usaha dan bangunan', en: 'Business and building permits' },
      examples: {
        id: ['Izin usaha tertahan di verifikasi', 'PBG sudah lama belum terbit', 'Cara membuat NIB untuk warung'],
        en: ['My business permit is stuck', 'My building permit is late', 'How do I register a stall?'],
      },
      words: phrases(`
        izin usaha, ijin usaha, perizinan, perijinan, nib, oss, siup, iumk, dpmptsp, izin praktik, izin praktek,
        izin operasional, izin reklame, mal pelayanan publik, mpp, pbg, imb, slf, simbg, izin bangunan,
        ijin bangunan, izin mendirikan, tata ruang, rdtr, kkpr, siteplan, site plan, peruntukan lahan, zona tanah
      `),
      lapor: 'Aplikasi Perizinan',
      agency: 'dpmptsp',
      questions: [
        { key: 'permit', id: 'Izin apa, dan kapan diajukan?', en: 'Which permit, and when did you apply?' },
        { key: 'stage', id: 'Sampai tahap apa sekarang?', en: 'How far has it got?' },
      ],
    },
    {
      slug: 'pasar',
      name: { id: 'Pasar tradisional', en: 'Traditional markets' },
      examples: {
        id: ['Lantai pasar becek dan bau', 'Atap kios bocor', 'Retribusi kios ditarik dua kali'],
        en: ['The market floor is wet and smells', 'The roof of a stall leaks', 'The fee was taken twice'],
      },
      words: phrases(`
        pasar tradisional, pasar anyar, pasar becek, pasar kotor, pasar bau, kios pasar, los pasar, pedagang pasar,
        sewa kios, retribusi pasar, perumda pasar, pd pasar, pasar malabar, pasar poris, kios bocor, retribusi kios,
        atap kios
      `),
      lapor: 'Pasar',
      agency: 'perumda-pasar',
      questions: [
        { key: 'where', id: 'Pasar mana, blok atau lantai berapa?', en: 'Which market, which block or floor?' },
      ],
    },
    {
      slug: 'harga-pangan',
      name: { id: 'Harga dan pasokan pangan, LPG', en: 'Food prices and supply, LPG' },
      examples: {
        id: ['Harga beras naik terus', 'LPG 3 kg langka', 'Timbangan di pasar curang'],
        en: ['Rice gets dearer every week', '3 kg gas is hard to find', 'A scale in the market cheats'],
      },
      words: phrases(`
        harga beras, harga naik, harga sembako, harga cabai, sembako mahal, minyak goreng, minyakita, lpg, elpiji,
        gas melon, gas 3 kg, gas langka, langka, operasi pasar, pasar murah, timbangan, tera
      `),
      lapor: 'Pemantauan Harga Bahan Pokok',
      agency: 'dinas-perindagkop-ukm',
      questions: [
        { key: 'price', id: 'Harga berapa, di toko atau pasar mana?', en: 'At what price, in which shop or market?' },
      ],
      stoppers: [
        {
          id: 'Pangkalan atau agen LPG dan SPBU nakal: telepon Pertamina 135.',
          en: 'Dishonest LPG agents and petrol stations: call Pertamina at 135.',
          phone: '135',
        },
      ],
    },
    {
      slug: 'usaha-kecil',
      name: { id: 'UMKM dan koperasi', en: 'Small businesses and cooperatives' },
      examples: {
        id: ['Ingin ikut pelatihan UMKM', 'Pinjaman modal usaha belum cair', 'Simpanan di koperasi tidak bisa diambil'],
        en: [
          'I would like a course for small businesses',
          'My small loan has not been paid',
          'A cooperative does not pay back savings',
        ],
      },
      words: phrases(`
        umkm, ukm, usaha kecil, modal usaha, bantuan modal, pinjaman usaha, koperasi,
        sertifikat halal, halal gratis, pirt, bazar, bazaar, pelatihan umkm
      `),
      lapor: 'Koperasi, Usaha Kecil, dan Menengah',
      agency: 'dinas-perindagkop-ukm',
      stoppers: [
        {
          id: 'Pinjaman online dan lembaga keuangan diawasi OJK: telepon 157.',
          en: 'Online loans and financial companies are supervised by OJK: call 157.',
          phone: '157',
        },
      ],
    },
    {
      slug: 'ternak',
      name: { id: 'Ternak, daging, kesehatan hewan', en: 'Livestock, meat, animal health' },
      examples: {
        id: ['Kandang ternak di tengah permukiman', 'Minta vaksin rabies kucing', 'Daging dijual mencurigakan'],
        en: ['A stable among houses', 'Rabies vaccination for my cat', 'Suspicious meat on sale'],
      },
      words: phrases(`
        ternak, kandang, kandang ayam, sapi, kambing, hewan kurban, qurban, rph, rumah potong, daging busuk,
        daging gelonggongan, vaksin rabies, vaksin kucing, dokter hewan, pmk, flu burung, daging
      `),
      lapor: 'Peternakan',
      agency: 'dinas-ketahanan-pangan',
    },
  ],
} satisfies CategoryGroup;
