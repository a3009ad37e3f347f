import { phrases, type CategoryGroup } from './category-seed.ts';

const noPapersHere = {
  id: 'Jangan menulis NIK atau nomor KK di sini. Petugas akan memintanya lewat jalur tertutup bila perlu.',
  en: 'Do not write your NIK or family card number here. Staff will ask for it in private if they need it.',
};

export const civilRecords = {
  slug: 'kependudukan',
  name: { id: 'KTP, KK, akta, surat', en: 'Identity papers and records' },
  categories: [
    {
      slug: 'kependudukan',
      name: { id: 'KTP, Kartu Keluarga, pindah domisili', en: 'Identity card, family card, moving' },
      examples: {
        id: ['KTP sudah sebulan belum jadi', 'Nama di KK salah ketik', 'Surat pindah belum diproses'],
        en: [
          'My card has not come for a month',
          'A name on the family card is wrong',
          'My move has not been registered',
        ],
      },
      words: phrases(`
        ktp, e-ktp, ektp, ktp el, ktp digital, ikd, identitas kependudukan digital, kartu keluarga, kk, kia, nik,
        dukcapil, disdukcapil, capil, rekam ktp, perekaman, cetak ktp, blangko, blanko, sobat dukcapil,
        pindah datang, surat pindah, skpwni, pindah domisili, pindah alamat, pindah kk, pisah kk, pecah kk,
        domisili, cabut berkas
      `),
      lapor: 'KTP (Kartu Tanda Penduduk)',
      agency: 'dinas-dukcapil',
      questions: [
        { key: 'applied', id: 'Kapan dan di mana Anda mengajukan?', en: 'When and where did you apply?' },
        { key: 'answer', id: 'Apa jawaban petugas terakhir kali?', en: 'What were you told last time?' },
      ],
      stoppers: [noPapersHere],
    },
    {
      slug: 'akta',
      name: { id: 'Akta lahir, kematian, kawin, cerai', en: 'Birth, death and marriage certificates' },
      examples: {
        id: ['Akta lahir anak belum terbit', 'Nama ibu di akta salah', 'Mengurus akta kematian orang tua'],
        en: ["My child's birth certificate is late", "The mother's name is wrong", 'How do I register a death?'],
      },
      words: phrases(`
        akta, akte, akta lahir, akte lahir, akta kelahiran, akta kematian, akte kematian, akta nikah, akta kawin,
        akta perkawinan, akta cerai, surat kematian, akta hilang
      `),
      lapor: 'Akta Kelahiran',
      agency: 'dinas-dukcapil',
      questions: [{ key: 'applied', id: 'Kapan dan di mana Anda mengajukan?', en: 'When and where did you apply?' }],
      stoppers: [
        {
          id: 'Buku nikah pasangan Muslim diterbitkan KUA (Kementerian Agama).',
          en: 'Marriage books of Muslim couples come from the KUA (Ministry of Religious Affairs).',
        },
      ],
    },
    {
      slug: 'surat-pengantar',
      name: { id: 'Surat pengantar dan keterangan kelurahan', en: 'Letters of the kelurahan' },
      examples: {
        id: ['Surat keterangan tidak mampu belum selesai', 'Apa syarat surat ahli waris?', 'Pengantar nikah ditolak'],
        en: [
          'My letter of need is not ready',
          'What do I need for a letter of heirs?',
          'My letter for marriage was refused',
        ],
      },
      words: phrases(`
        surat pengantar, pengantar rt, pengantar rw, pengantar nikah, numpang nikah, surat keterangan, sktm,
        keterangan tidak mampu, ahli waris, keterangan domisili, keterangan usaha, sku, n1, legalisir
      `),
      lapor: 'Surat Keterangan Tempat Tinggal / Domisili',
      agency: 'dinas-dukcapil',
      toAreaOffice: 'kelurahan',
      questions: [{ key: 'letter', id: 'Surat apa, dan untuk keperluan apa?', en: 'Which letter, and what for?' }],
    },
  ],
} satisfies CategoryGroup;
