// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** One flood with three voices. */
export const floodsReports: readonly DemoReport[] = [
  {
    key: 'banjir-periuk',
    daysAgo: 6,
    hour: 5,
    kind: 'complaint',
    title: 'Banjir lagi di Periuk',
    description:
      'Banjir lagi banjir lagi!! Dari jam 2 malem air masuk rumah, sekarang udah sedengkul. Warga RT 04/08 pada ngungsi ke mushola, ada nenek2 yg kejebak di lantai bawah tapi udah digendong. Pompa deket Situ Bulakan kaga nyala. Tiap taun begini mulu 😭 Hub saya 0812-0000-0013',
    category: 'drainase-banjir',
    village: '36.71.08.1001', // Periuk
    place: 'RT 04/08, dekat Situ Bulakan',
    name: 'Ibu Contoh',
    phone: '0812-0000-0013',
    pictures: ['banjir-selutut'],
    steps: [
      {
        afterHours: 1.5,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'drainase-banjir',
        publish: {
          title: 'Banjir setinggi lutut di sekitar Situ Bulakan, pompa tidak menyala',
          description:
            'Sejak pukul 2 malam air masuk rumah, sekarang setinggi lutut. Warga RT 04/08 mengungsi ke mushola. Pompa dekat Situ Bulakan tidak menyala. Setiap tahun terjadi. Hubungi [nomor telepon].',
          photos: ['banjir-selutut'],
        },
      },
      { afterHours: 1.75, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 2,
        by: 'petugas-pupr',
        move: 'accept',
        message:
          'Tim pompa kami berangkat pukul 06.50 membawa satu pompa bergerak. Bila ada yang terjebak atau perlu perahu, telepon 112 sekarang, gratis, 24 jam.',
      },
      {
        afterHours: 9,
        by: 'petugas-pupr',
        move: 'message',
        message:
          'Pompa tetap rusak pada saklar pelampung; dua pompa bergerak jalan sejak pukul 08.15. Air turun 20 sentimeter. Suku cadang dipasang besok pagi. Kami kabari lagi di sini.',
      },
      {
        afterHours: 10,
        by: 'koordinator',
        move: 'note',
        message: 'Laporan lain dari RW 08 digabung ke sini, supaya satu kabar sampai ke semua.',
      },
      {
        afterHours: 100,
        by: 'petugas-pupr',
        move: 'message',
        message:
          'Pompa tetap sudah menyala sejak tiga hari lalu dan jalan utama sudah kering. Kami masih mengeruk saluran pembuang sepanjang kira-kira 300 meter sebelum menjawab tuntas.',
      },
    ],
    ends: 'in_progress',
  },
  {
    key: 'banjir-mushola',
    daysAgo: 5,
    hour: 6,
    kind: 'complaint',
    description:
      'Assalamualaikum, banjir di blok kami juga belum surut, udah hari kedua. Ibu2 masak di mushola gantian. Pompanya tolong jangan cuma satu pak, airnya balik lagi dari kali.',
    category: 'drainase-banjir',
    village: '36.71.08.1001', // Periuk
    place: 'sekitar Situ Bulakan, RW 08',
    name: 'Umi Contoh',
    phone: '0812-0000-0009',
    steps: [
      {
        afterHours: 3,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'drainase-banjir',
        publish: {
          title: 'Banjir di sekitar Situ Bulakan belum surut pada hari kedua',
          description:
            'Banjir di blok kami belum surut, sudah hari kedua. Ibu-ibu memasak bergantian di mushola. Mohon pompanya tidak hanya satu, air balik lagi dari kali.',
        },
      },
      { afterHours: 4, by: 'verifikator', move: 'merge', primary: 'banjir-periuk' },
      {
        afterHours: 4.5,
        by: 'verifikator',
        move: 'message',
        message:
          'Umi, laporan ini kami gabungkan dengan laporan lain dari Periuk supaya kabarnya sampai bersamaan; nomornya tetap berlaku. Dua pompa bergerak masih jalan dan suku cadang pompa tetap dipasang hari ini. Bila perlu perahu atau obat, telepon 112.',
      },
    ],
    ends: 'verified',
  },
  {
    key: 'banjir-lare-sekolah',
    daysAgo: 4,
    hour: 8,
    kind: 'complaint',
    description:
      'Nuwun sewu Pak, banjire nang Periuk durung asat. Putuku wis telung dina ora iso mlebu sekolah, dalane isih klelep sak dengkul. Mugi-mugi pompane ditambahi. Matur nuwun.',
    village: '36.71.08.1001', // Periuk
    place: 'jalan menuju sekolah dasar dekat Situ Bulakan',
    name: 'Mbah Contoh',
    phone: '0812-0000-0010',
    filedBy: 'petugas-loket',
    steps: [
      {
        afterHours: 1,
        by: 'verifikator-2',
        move: 'verify',
        class: 'complaint',
        category: 'drainase-banjir',
        publish: {
          title: 'Jalan ke sekolah masih terendam setinggi lutut',
          description:
            'Banjir di Periuk belum surut. Cucu saya sudah tiga hari tidak bisa masuk sekolah karena jalannya masih terendam setinggi lutut. Semoga pompanya ditambah. (Diterjemahkan dari bahasa Jawa.)',
        },
      },
      { afterHours: 2, by: 'verifikator-2', move: 'merge', primary: 'banjir-periuk' },
      {
        afterHours: 2.5,
        by: 'verifikator-2',
        move: 'message',
        message:
          'Matur nuwun, Mbah. Laporan ini ikut laporan banjir Periuk yang sedang dikerjakan; pompa tetap sudah menyala kembali sejak kemarin sore. Sekolah sudah kami beri tahu bahwa anak-anak terhalang banjir.',
      },
    ],
    ends: 'verified',
  },
];
