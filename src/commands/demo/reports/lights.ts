// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Street lights; one failure is reported by two people. */
export const lightsReports: readonly DemoReport[] = [
  {
    key: 'gang-gelap-neroktog',
    daysAgo: 1,
    hour: 19,
    kind: 'complaint',
    description:
      'Bang tolong dong, ni gang di belakang kantor Kelurahan Neroktog gelap banget dah, udah 4 malem lampunya pada kagak nyala. Emak2 pulang pengajian pada takut lewat, kemaren ada yg kesandung got. Tulung benerin yak, makasih.',
    village: '36.71.11.1003', // Neroktog
    place: 'gang di belakang kantor Kelurahan Neroktog, RT 02/05',
    name: 'Encing Contoh',
    phone: '0812-0000-0001',
    pictures: ['gang-gelap'],
    steps: [],
    ends: 'received',
  },
  {
    key: 'lampu-stasiun-poris',
    daysAgo: 9,
    hour: 18,
    kind: 'complaint',
    description:
      'Punten, lampu PJU palih payuneun Stasiun Poris tos saminggu pareum. Peuting poék pisan, karunya nu mulih damel leumpang ti dinya. Mugi énggal didangdosan, hatur nuhun.',
    category: 'lampu-jalan',
    village: '36.71.03.1003', // Poris Gaga
    place: 'depan Stasiun Poris',
    name: 'Asep Contoh',
    phone: '0812-0000-0006',
    steps: [
      {
        afterHours: 14,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'lampu-jalan',
        publish: {
          title: 'Lampu jalan di depan Stasiun Poris padam seminggu',
          description:
            'Lampu PJU di depan Stasiun Poris sudah seminggu padam. Malam hari gelap sekali, kasihan yang pulang kerja berjalan kaki dari sana. Mohon segera diperbaiki. (Diterjemahkan dari bahasa Sunda.)',
        },
      },
      { afterHours: 15, by: 'koordinator', move: 'assign', post: 'petugas-perhubungan' },
      {
        afterHours: 17,
        by: 'petugas-perhubungan',
        move: 'accept',
        message: 'Hatur nuhun, Pak Asep. Tim PJU kami memeriksa lampu di sekitar stasiun malam ini.',
      },
      {
        afterHours: 40,
        by: 'petugas-perhubungan',
        move: 'ask_reporter',
        reason: 'place_unclear',
        message:
          'Tim kami datang tadi malam: delapan lampu di depan pintu masuk menyala. Yang padam di sebelah mana, ke arah Batuceper atau ke arah Kalideres? Kalau terlihat, nomor di pelat kuning pada tiang sangat membantu.',
      },
    ],
    ends: 'needs_info',
  },
  {
    key: 'lampu-jembatan',
    daysAgo: 9,
    hour: 20,
    kind: 'complaint',
    description:
      'Lampu di jembatan deket Pintu Air Sepuluh mati 5 biji berjejer. Gelap bgt, kemaren ada yg nyaris keserempet truk. Kan itu jalur orang pulang pabrik.',
    category: 'lampu-jalan',
    village: '36.71.07.1016', // Koang Jaya
    place: 'jembatan dekat Pintu Air Sepuluh',
    name: 'Eko Contoh',
    phone: '0812-0000-0023',
    pictures: ['lampu-jembatan'],
    steps: [
      {
        afterHours: 12,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'lampu-jalan',
        publish: {
          title: 'Lima lampu padam di jembatan dekat Pintu Air Sepuluh',
          description:
            'Lima lampu berjejer di jembatan dekat Pintu Air Sepuluh padam. Jalur orang pulang kerja ini gelap, dan ada yang nyaris terserempet truk.',
          photos: ['lampu-jembatan'],
        },
      },
      { afterHours: 13, by: 'koordinator', move: 'assign', post: 'petugas-perhubungan' },
      {
        afterHours: 14,
        by: 'petugas-perhubungan',
        move: 'accept',
        message: 'Lima lampu padam bersamaan biasanya satu sumber. Regu PJU memeriksa panelnya malam ini.',
      },
      {
        afterHours: 86,
        by: 'petugas-perhubungan',
        move: 'answer',
        message: 'Kabel panel terputus dan sudah diganti; kelima lampu menyala kembali sejak tadi malam pukul 21.00.',
        proof: ['lampu-jembatan-sesudah'],
      },
      {
        afterHours: 90,
        by: 'validator',
        move: 'approve',
        checks: ['question_answered', 'proof_shows_it', 'place_is_right', 'words_are_clear', 'no_personal_data'],
      },
    ],
    ends: 'resolved',
  },
  {
    key: 'lampu-jembatan-juga',
    daysAgo: 8,
    hour: 6,
    kind: 'complaint',
    description: 'pju di jembatan pintu air 10 pada mati min, dari jembatan sampe tikungan. tlg ya, subuh2 gelap',
    place: 'jembatan Pintu Air 10',
    email: 'subuh24@contoh.invalid',
    steps: [
      {
        afterHours: 3,
        by: 'verifikator-2',
        move: 'verify',
        class: 'complaint',
        category: 'lampu-jalan',
        village: '36.71.07.1016', // Koang Jaya
        publish: {
          title: 'Lampu jembatan Pintu Air Sepuluh padam sampai tikungan',
          description:
            'Lampu jalan di jembatan Pintu Air Sepuluh padam, dari jembatan sampai tikungan. Waktu subuh gelap.',
        },
      },
      { afterHours: 4, by: 'verifikator-2', move: 'merge', primary: 'lampu-jembatan' },
      {
        afterHours: 4.5,
        by: 'verifikator-2',
        move: 'message',
        message:
          'Terima kasih. Lampu yang sama dilaporkan tadi malam, jadi laporan ini kami gabungkan; jawabannya dikirim juga ke sini. Regu PJU memeriksa panelnya malam ini.',
      },
    ],
    ends: 'resolved',
  },
  {
    key: 'lampu-taman-terang-lagi',
    daysAgo: 15,
    hour: 19,
    kind: 'complaint',
    description:
      'Lampu taman deket Masjid Raya Al-Azhom sebelah parkiran pada padam 3 titik, anak2 masih pada main bola malem2 jadi gelap2an. Mohon dicek ya kak admin',
    category: 'lampu-jalan',
    village: '36.71.01.1002', // Sukaasih
    place: 'taman di sisi parkiran Masjid Raya Al-A’zhom',
    name: 'Kak Contoh',
    phone: '0812-0000-0034',
    steps: [
      {
        afterHours: 13,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'lampu-jalan',
        publish: {
          title: 'Tiga lampu taman padam di dekat Masjid Raya Al-A’zhom',
          description:
            'Tiga lampu taman di sisi parkiran Masjid Raya Al-A’zhom padam, padahal malam hari anak-anak masih bermain di sana.',
        },
      },
      { afterHours: 14, by: 'koordinator', move: 'assign', post: 'petugas-perhubungan' },
      {
        afterHours: 15,
        by: 'petugas-perhubungan',
        move: 'accept',
        message: 'Siap, regu PJU ke lokasi malam ini membawa lampu pengganti.',
      },
      {
        afterHours: 38,
        by: 'petugas-perhubungan',
        move: 'answer',
        message:
          'Ketiga lampu sudah diganti dengan LED dan menyala sejak semalam. Penutup kabelnya kami kencangkan agar aman untuk anak-anak.',
        proof: ['lampu-taman-menyala'],
      },
      {
        afterHours: 41,
        by: 'validator',
        move: 'approve',
        checks: ['question_answered', 'proof_shows_it', 'place_is_right', 'words_are_clear'],
      },
      {
        afterHours: 48,
        by: 'reporter',
        move: 'confirm',
        rating: 5,
        message: 'Gercep bgt, udah terang. Makasih banyak 👍',
      },
    ],
    ends: 'closed/confirmed',
  },
];
