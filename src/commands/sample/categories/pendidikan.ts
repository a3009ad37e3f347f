import { phrases, type CategoryGroup } from './category-seed.ts';
import { crime, provincialSchools, womenAndChildren } from './stoppers.ts';

export const schools = {
  slug: 'pendidikan',
  name: { id: 'Sekolah', en: 'Schools' },
  categories: [
    {
      slug: 'penerimaan-siswa',
      name: { id: 'Penerimaan siswa baru, pindah sekolah', en: 'Admission and change of school' },
      examples: {
        id: ['Titik rumah di pendaftaran salah', 'Anak tidak diterima di SMP terdekat', 'Cara pindah sekolah'],
        en: [
          'Our home is placed wrongly in the registration',
          'My child was refused by the nearest school',
          'How does one change school?',
        ],
      },
      words: phrases(`
        ppdb, spmb, zonasi, jalur domisili, jalur afirmasi, jalur prestasi, daftar sekolah, masuk sd, masuk smp,
        masuk negeri, siswa baru, murid baru, pindah sekolah, mutasi siswa, siswa titipan, pendaftaran sekolah
      `),
      lapor: 'Penerimaan Siswa Baru',
      agency: 'dinas-pendidikan',
      questions: [{ key: 'school', id: 'Sekolah mana dan jalur apa?', en: 'Which school and which way of admission?' }],
      stoppers: [provincialSchools],
    },
    {
      slug: 'gedung-sekolah',
      name: { id: 'Gedung dan sarana sekolah rusak', en: 'Damaged school buildings' },
      examples: {
        id: ['Plafon kelas jebol', 'Toilet sekolah mampet', 'Bangku kurang, murid duduk di lantai'],
        en: ['The ceiling of a classroom fell', 'School toilets are blocked', 'There are not enough benches'],
      },
      words: phrases(`
        gedung sekolah, bangunan sekolah, sekolah rusak, kelas rusak, ruang kelas, plafon, plafon jebol,
        atap sekolah, toilet sekolah, wc sekolah, meja kursi, bangku sekolah, pagar sekolah, sekolah banjir,
        kurang bangku, bangku kurang, kurang meja
      `),
      lapor: 'Lainnya Terkait Pendidikan Dasar dan Menengah',
      agency: 'dinas-pendidikan',
      questions: [{ key: 'school', id: 'Sekolah mana, ruang mana?', en: 'Which school, which room?' }],
      stoppers: [provincialSchools],
      needsProof: true,
    },
    {
      slug: 'pungutan-sekolah',
      name: { id: 'Pungutan, ijazah ditahan, guru', en: 'School fees, withheld certificates, teaching' },
      examples: {
        id: ['Orang tua wajib bayar perpisahan', 'Ijazah ditahan karena tunggakan', 'Guru sering tidak masuk'],
        en: [
          'Parents must pay for a farewell party',
          'A certificate is withheld over unpaid fees',
          'A teacher is often absent',
        ],
      },
      words: phrases(`
        pungutan sekolah, uang sekolah, uang gedung, uang komite, komite sekolah, spp, lks, seragam, study tour,
        uang perpisahan, wisuda, ijazah, ijasah, tunggakan spp, guru, perpisahan
      `),
      lapor: 'Biaya Sekolah',
      agency: 'dinas-pendidikan',
      questions: [
        { key: 'school', id: 'Sekolah mana?', en: 'Which school?' },
        {
          key: 'amount',
          id: 'Berapa, untuk apa, dan diminta lewat apa?',
          en: 'How much, for what, and asked for how?',
        },
      ],
      stoppers: [provincialSchools],
    },
    {
      slug: 'perundungan',
      name: { id: 'Perundungan atau kekerasan di sekolah', en: 'Bullying or violence at school' },
      examples: {
        id: ['Anak dipukul teman sekelas', 'Guru menghina murid', 'Anak takut masuk sekolah'],
        en: ['A child is beaten by classmates', 'A teacher humiliates pupils', 'A child is afraid to go to school'],
      },
      words: phrases(`
        bully, bullying, dibully, perundungan, dirundung, dipukul guru, dipukul teman, kekerasan di sekolah,
        kekerasan sekolah, pelecehan di sekolah, tawuran pelajar, anak takut sekolah, dipalak, takut sekolah,
        takut masuk sekolah, menghina murid, guru menghina
      `),
      lapor: 'Perundungan (Bullying)',
      agency: 'dinas-pendidikan',
      questions: [{ key: 'school', id: 'Sekolah mana? Tanpa nama anak', en: "Which school? Without the child's name" }],
      stoppers: [womenAndChildren, crime],
      isSensitive: true,
    },
    {
      slug: 'bantuan-pendidikan',
      name: { id: 'Beasiswa dan bantuan sekolah', en: 'Scholarships and school aid' },
      examples: {
        id: ['Bantuan biaya sekolah belum cair', 'Anak putus sekolah karena biaya', 'Cara mendapat KIP'],
        en: ['School aid has not been paid', 'A child left school for lack of money', 'How does one get the KIP card?'],
      },
      words: phrases(`
        beasiswa, kip, kartu indonesia pintar, pip, program indonesia pintar, putus sekolah,
        anak tidak sekolah, bantuan sekolah, bantuan pendidikan, kejar paket, paket c, bos
      `),
      lapor: 'Kartu Indonesia Pintar/KIP',
      agency: 'dinas-pendidikan',
      stoppers: [provincialSchools],
      isSensitive: true,
    },
  ],
} satisfies CategoryGroup;
