import { phrases, type CategoryGroup } from './category-seed.ts';
import { crime, emergency, womenAndChildren } from './stoppers.ts';

export const welfare = {
  slug: 'sosial',
  name: { id: 'Bantuan sosial dan perlindungan', en: 'Social aid and protection' },
  categories: [
    {
      slug: 'bantuan-sosial',
      name: { id: 'Bantuan sosial (bansos, PKH, sembako)', en: 'Social aid' },
      examples: {
        id: ['Keluarga miskin tidak terdaftar', 'Bantuan tidak cair bulan ini', 'Yang mampu malah dapat bantuan'],
        en: ['A poor family is not on the list', 'Aid was not paid this month', 'People who need none receive it'],
      },
      words: phrases(`
        bansos, bantuan sosial, pkh, bpnt, blt, sembako, dtks, dtsen, desil, kks, beras bulog, bantuan beras,
        bantuan pangan, keluarga miskin, warga miskin, orang susah, tidak mampu, gak mampu, janda tua,
        salah sasaran, bantuan tidak cair, dapat bantuan, terima bantuan
      `),
      lapor: 'Bansos Daerah',
      agency: 'dinas-sosial',
      questions: [
        {
          key: 'aid',
          id: 'Bantuan apa, dan terakhir diterima kapan?',
          en: 'Which aid, and when was it last received?',
        },
        {
          key: 'asked',
          id: 'Sudah bertanya ke kelurahan? Apa jawabannya?',
          en: 'Did you ask the kelurahan, and what did it say?',
        },
      ],
      stoppers: [
        {
          id: 'PKH dan Program Sembako ditetapkan Kementerian Sosial: telepon 171. Usulan tetap lewat kelurahan.',
          en: 'PKH and Sembako are decided by the Ministry of Social Affairs: call 171. Proposals go through the kelurahan.',
          phone: '171',
        },
      ],
      isSensitive: true,
    },
    {
      slug: 'rumah-tidak-layak',
      name: { id: 'Rumah tidak layak huni, rusun', en: 'Unfit housing, public flats' },
      examples: {
        id: ['Rumah nenek hampir roboh', 'Usul bedah rumah', 'Air di rusunawa mati'],
        en: [
          'An old woman lives in a house about to fall',
          'A house to be repaired with city aid',
          'No water in the public flats',
        ],
      },
      words: phrases(`
        rutilahu, rtlh, bedah rumah, rumah tidak layak, rumah gak layak, rumah roboh, rumah ambruk, rumah reyot,
        rumah bocor, kontrakan roboh, rusun, rusunawa, rumah hampir roboh, rumah mau roboh
      `),
      lapor: 'Permukiman',
      agency: 'dinas-perkimtan',
      questions: [
        {
          key: 'land',
          id: 'Tanahnya milik sendiri? (ya, tidak, tidak tahu)',
          en: 'Is the land their own? (yes, no, not known)',
        },
      ],
      stoppers: [emergency],
      needsProof: true,
      isSensitive: true,
    },
    {
      slug: 'orang-terlantar',
      name: { id: 'Orang telantar, ODGJ, pengemis, anak jalanan', en: 'People without care, beggars, street children' },
      examples: {
        id: ['Kakek tidur di halte beberapa hari', 'ODGJ mengamuk di pasar', 'Anak kecil mengamen sampai malam'],
        en: ['An old man sleeps at a bus stop', 'A confused person is in distress', 'A small child busks until night'],
      },
      words: phrases(`
        terlantar, telantar, odgj, orang gila, orgil, gangguan jiwa, gelandangan, gepeng, pengemis, pengamen,
        anak jalanan, anjal, anak punk, manusia silver, pak tua, tuna wisma, tunawisma, orang tidur di, mengamen,
        tidur di halte, tidur di emperan
      `),
      lapor: 'Anak Terlantar',
      agency: 'dinas-sosial',
      questions: [
        { key: 'now', id: 'Masih di sana sekarang? Terluka atau mengamuk?', en: 'Still there now? Hurt or in a rage?' },
      ],
      stoppers: [emergency],
      isSensitive: true,
    },
    {
      slug: 'kekerasan',
      name: { id: 'Kekerasan pada perempuan atau anak', en: 'Violence against women or children' },
      examples: {
        id: ['Tetangga sering memukul istri', 'Anak dibiarkan kelaparan', 'Pelecehan di angkutan umum'],
        en: ['A neighbour beats his wife', 'A child is left hungry', 'Harassment on a bus'],
      },
      words: phrases(`
        kdrt, kekerasan, kekerasan anak, kekerasan rumah tangga, dipukuli, dipukul suami, dianiaya, penganiayaan,
        pelecehan, dilecehkan, pencabulan, cabul, pemerkosaan, perkosa, eksploitasi anak, anak disiksa,
        diancam suami, memukul istri, pukul istri, memukul anak, pukul anak, kelaparan, pelecehan di angkutan
      `),
      lapor: 'Kekerasan Dalam Rumah Tangga',
      agency: 'dp3ap2kb',
      questions: [
        { key: 'contact', id: 'Jam berapa Anda aman untuk dihubungi?', en: 'At what time is it safe to contact you?' },
      ],
      stoppers: [{ ...emergency, always: true }, womenAndChildren, crime],
      isSensitive: true,
    },
    {
      slug: 'disabilitas-lansia',
      name: { id: 'Penyandang disabilitas dan lansia', en: 'People with disabilities, the elderly' },
      examples: {
        id: ['Butuh kursi roda', 'Lansia tinggal sendiri tanpa keluarga', 'Kantor pelayanan tanpa jalur landai'],
        en: ['Somebody needs a wheelchair', 'An old person lives alone', 'An office has no ramp'],
      },
      words: phrases(`
        disabilitas, difabel, cacat, tuna netra, tunanetra, tuna rungu, kursi roda, alat bantu dengar, kaki palsu,
        lansia, jompo, panti jompo, anak berkebutuhan khusus, abk, jalur landai
      `),
      lapor: 'Akses Masyarakat Berkebutuhan Khusus/ Disabilitas',
      agency: 'dinas-sosial',
      isSensitive: true,
    },
  ],
} satisfies CategoryGroup;
