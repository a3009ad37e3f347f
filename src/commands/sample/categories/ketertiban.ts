import { phrases, type CategoryGroup } from './category-seed.ts';
import { crime, emergency, privateLand } from './stoppers.ts';

export const publicOrder = {
  slug: 'ketertiban',
  name: { id: 'Ketertiban dan keselamatan', en: 'Public order and safety' },
  categories: [
    {
      slug: 'pedagang-kaki-lima',
      name: { id: 'Pedagang kaki lima (PKL)', en: 'Street vendors' },
      examples: {
        id: ['PKL menutup trotoar dan jalan', 'Lapak liar di atas saluran'],
        en: ['Stalls block the pavement', 'Stalls were built over a drain'],
      },
      words: phrases(`
        pkl, pedagang kaki lima, kaki lima, lapak, lapak liar, pedagang liar, dagang di trotoar, jualan di trotoar,
        jualan di jalan, gerobak dagang, pasar tumpah, warung tenda
      `),
      lapor: 'Ketertiban Umum',
      agency: 'satpol-pp',
      questions: [{ key: 'when', id: 'Hari dan jam berapa biasanya?', en: 'On what days and hours does it happen?' }],
    },
    {
      slug: 'kebisingan',
      name: { id: 'Suara bising dan petasan', en: 'Noise and firecrackers' },
      examples: {
        id: ['Karaoke sampai jam dua pagi', 'Bengkel las bising di permukiman', 'Petasan tiap malam'],
        en: ['Karaoke until two at night', 'A noisy workshop among houses', 'Firecrackers every night'],
      },
      words: phrases(`
        bising, berisik, brisik, gaduh, ribut, kebisingan, suara keras, sound system, sound horeg, karaoke,
        dangdutan, petasan, mercon, kembang api, knalpot brong, gandeng
      `),
      lapor: 'Keresahan Masyarakat',
      agency: 'satpol-pp',
      questions: [{ key: 'when', id: 'Hari dan jam berapa biasanya?', en: 'On what days and hours does it happen?' }],
      stoppers: [crime],
    },
    {
      slug: 'reklame',
      name: { id: 'Reklame, spanduk, poster liar', en: 'Illegal hoardings, banners, posters' },
      examples: {
        id: ['Spanduk dipaku di pohon', 'Papan reklame miring mau roboh', 'Poster sedot WC di tiang-tiang'],
        en: ['A banner is nailed to a tree', 'A hoarding is about to fall', 'Posters on every pole'],
      },
      words: phrases(`
        reklame, papan reklame, billboard, baliho, spanduk, banner, umbul umbul, poster, poster liar, stiker,
        tempel tempel, bando, paku pohon, dipaku di pohon, poster sedot wc
      `),
      lapor: 'Ketertiban Umum',
      agency: 'satpol-pp',
      stoppers: [emergency],
      needsProof: true,
    },
    {
      slug: 'bangunan-liar',
      name: { id: 'Bangunan liar atau tanpa izin', en: 'Illegal or unlicensed buildings' },
      examples: {
        id: [
          'Bangunan berdiri di atas saluran',
          'Rumah dibangun melewati garis jalan',
          'Gudang tanpa izin di permukiman',
        ],
        en: ['A building over a drain', 'A house built into the road', 'An unlicensed warehouse among houses'],
      },
      words: phrases(`
        bangunan liar, bangli, bangunan ilegal, tanpa izin, tidak ada izin, gak ada izin, tidak berizin,
        melanggar sempadan, di atas saluran, di atas got, serobot lahan, tutup jalan umum, garis sempadan,
        garis jalan
      `),
      lapor: 'Ketertiban Umum',
      agency: 'satpol-pp',
      stoppers: [
        {
          id: 'Sengketa tanah antarwarga diputus pengadilan; sertifikat diurus Kantor Pertanahan (BPN).',
          en: 'Disputes over land are for the court; certificates are for the land office (BPN).',
        },
        privateLand,
      ],
    },
    {
      slug: 'gangguan-ketertiban',
      name: { id: 'Miras, prostitusi, balap liar, tawuran', en: 'Alcohol, prostitution, street racing, brawls' },
      examples: {
        id: ['Warung jual minuman keras', 'Balap liar tiap malam Minggu', 'Kos dipakai prostitusi'],
        en: ['A stall sells strong drink', 'Street races on Saturday nights', 'Rented rooms used for prostitution'],
      },
      words: phrases(`
        miras, minuman keras, ciu, mabuk, mabok, prostitusi, esek esek, panti pijat, kos mesum, open bo, judi,
        sabung ayam, balap liar, tawuran, gangster, geng motor, preman, premanisme, pungli preman, tramadol,
        obat keras
      `),
      lapor: 'Keresahan Masyarakat',
      agency: 'satpol-pp',
      questions: [{ key: 'when', id: 'Hari dan jam berapa biasanya?', en: 'On what days and hours does it happen?' }],
      stoppers: [crime, emergency],
      isSensitive: true,
    },
    {
      slug: 'hewan',
      name: { id: 'Ular, tawon, anjing, hewan lepas', en: 'Snakes, wasps, stray animals' },
      examples: {
        id: ['Sarang tawon besar dekat sekolah', 'Ular masuk rumah', 'Anjing liar mengejar anak-anak'],
        en: ['A big wasp nest near a school', 'A snake in the house', 'Stray dogs chase children'],
      },
      words: phrases(`
        ular, sarang tawon, tawon, tawon vespa, lebah, biawak, buaya, monyet lepas, anjing liar, anjing galak,
        kucing liar, rabies, digigit anjing, hewan liar, hewan lepas, bangkai
      `),
      lapor: 'Lainnya Terkait Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat',
      agency: 'bpbd',
      questions: [
        { key: 'now', id: 'Masih terlihat sekarang? Di sebelah mana?', en: 'Can it still be seen now? Where exactly?' },
      ],
      stoppers: [emergency],
    },
    {
      slug: 'kebakaran-bencana',
      name: { id: 'Rawan kebakaran dan bencana', en: 'Fire and disaster risks' },
      examples: {
        id: [
          'Hidran di pasar tidak berfungsi',
          'Minta latihan kebakaran untuk RW',
          'Bantuan setelah banjir belum sampai',
        ],
        en: ['A hydrant does not work', 'We ask for a fire drill', 'Help after the flood has not come'],
      },
      words: phrases(`
        kebakaran, damkar, pemadam, hidran, hydrant, apar, bpbd, bencana, gempa, puting beliung, angin kencang,
        posko, pengungsi, evakuasi, perahu karet, bantuan banjir, setelah banjir
      `),
      lapor: 'Pemadaman Kebakaran',
      agency: 'bpbd',
      stoppers: [emergency],
    },
  ],
} satisfies CategoryGroup;
