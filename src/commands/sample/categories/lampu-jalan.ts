import { phrases, type CategoryGroup } from './category-seed.ts';
import { electricity, emergency } from './stoppers.ts';

export const streetLights = {
  slug: 'penerangan',
  name: { id: 'Lampu jalan (PJU)', en: 'Street lights' },
  categories: [
    {
      slug: 'lampu-jalan',
      name: { id: 'Lampu jalan (PJU) mati', en: 'Street light out' },
      examples: {
        id: [
          'Lampu jalan mati sejak tiga hari lalu',
          'Sederet PJU padam, jalan gelap',
          'Lampu menyala siang, mati malam',
        ],
        en: [
          'A street light has been out for three days',
          'A whole row is dark',
          'It burns by day and is out at night',
        ],
      },
      words: phrases(`
        lampu jalan, lampu jln, lampu pju, pju, lampu mati, lampu padam, lampu gang, lampu penerangan,
        lampu penerangan jalan, penerangan, lampu redup, lampu kedip, lampu kelap kelip, jalan gelap, jalanan gelap,
        gelap gulita, gelap banget, peteng, poek, lampu mokad, nyala siang, menyala siang,
        lampu penerangan jalan umum
      `),
      lapor: 'Lampu Penerangan Jalan Umum',
      agency: 'dinas-perhubungan',
      questions: [
        { key: 'pole', id: 'Nomor pada tiang, kalau ada', en: 'The number on the pole, if there is one' },
        { key: 'count', id: 'Berapa lampu yang mati, satu atau sederet?', en: 'How many are out, one or a row?' },
      ],
      stoppers: [electricity],
    },
    {
      slug: 'tiang-lampu',
      name: { id: 'Tiang lampu rusak atau berbahaya', en: 'Broken or dangerous lamp post' },
      examples: {
        id: ['Tiang lampu miring mau roboh', 'Kabel lampu terkelupas', 'Penutup tiang hilang, kabel kelihatan'],
        en: ['A lamp post leans and may fall', 'Bare wires on a lamp post', 'The cover of a post is missing'],
      },
      words: phrases(`
        tiang lampu, tiang pju, tiang roboh, tiang keropos, tiang nyetrum, nyetrum, kesetrum, setrum, kabel pju,
        kabel lampu, box pju, panel pju, korslet, penutup tiang, tutup tiang
      `),
      lapor: 'Lampu Penerangan Jalan Umum',
      agency: 'dinas-perhubungan',
      questions: [{ key: 'pole', id: 'Nomor pada tiang, kalau ada', en: 'The number on the pole, if there is one' }],
      stoppers: [emergency, electricity],
      needsProof: true,
    },
    {
      slug: 'lampu-jalan-baru',
      name: { id: 'Minta lampu jalan baru', en: 'Ask for a new street light' },
      examples: {
        id: ['Gang kami belum ada lampunya', 'Tikungan gelap dan rawan begal'],
        en: ['Our lane has no light', 'A dark bend where people are afraid'],
      },
      words: phrases(`
        pasang lampu, pemasangan pju, pasang pju, minta lampu, tambah lampu, belum ada lampu, gak ada lampu,
        ga ada lampu, nggak ada lampu, tidak ada lampu, tidak ada penerangan, lampu baru, kampung terang,
        tikungan gelap, rawan begal
      `),
      lapor: 'Penerangan Jalan',
      agency: 'dinas-perhubungan',
      questions: [{ key: 'length', id: 'Kira-kira berapa meter yang gelap?', en: 'About how many metres are dark?' }],
    },
  ],
} satisfies CategoryGroup;
