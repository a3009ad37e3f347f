// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Holes and worn surfaces, with dates that are promised and moved, and a pavement. */
export const roadsReports: readonly DemoReport[] = [
  {
    key: 'lubang-warung-bu-haji',
    daysAgo: 5,
    hour: 8,
    kind: 'complaint',
    title: 'JALAN BOLONG',
    description:
      'Pak jln depan warung bu haji bolong gede bgt, velg motor sy ampe bengkok. Udah 2x kena. Tlg ditambel secepatnya!!!',
    category: 'jalan-rusak',
    name: 'Dede Contoh',
    phone: '0812-0000-0005',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'ask_reporter',
        reason: 'place_unclear',
        message:
          'Terima kasih sudah melapor, Pak Dede. Kami belum dapat menemukan tempatnya. Di kelurahan dan jalan apa lubang itu, dan apa patokan terdekatnya (sekolah, masjid, kantor)? Begitu ada jawaban, laporan langsung kami teruskan ke tim jalan.',
      },
    ],
    ends: 'needs_info',
  },
  {
    key: 'lubang-situ-cipondoh',
    daysAgo: 8,
    hour: 7,
    kind: 'complaint',
    title: 'Lubang dalem di jalur motor',
    description:
      'Ada lubang kira2 60 cm, dalemnya sejengkal, pas di jalur motor deket danau Cipondoh. Kalo ujan ketutup air ga keliatan. Tadi pagi ada yg jatoh untung pelan. Plis ditambal sebelum ada korban.',
    category: 'jalan-rusak',
    village: '36.71.05.1001', // Cipondoh
    place: 'jalan di sisi Situ Cipondoh, dekat gapura',
    name: 'Fajar Contoh',
    phone: '0812-0000-0017',
    pictures: ['lubang-jalur-motor'],
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'jalan-rusak',
        publish: {
          title: 'Lubang sedalam sejengkal di jalur motor dekat Situ Cipondoh',
          description:
            'Ada lubang kira-kira 60 cm, dalamnya sejengkal, tepat di jalur motor dekat Situ Cipondoh. Saat hujan tertutup air dan tidak terlihat. Pagi ini ada pengendara yang jatuh pelan.',
          photos: ['lubang-jalur-motor'],
        },
      },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 5,
        by: 'petugas-pupr',
        move: 'accept',
        message: 'Regu kami memasang kerucut pengaman sore ini dan mengukur lubangnya.',
      },
      {
        afterHours: 50,
        by: 'petugas-pupr',
        move: 'postpone',
        reason: 'material',
        untilDays: 18,
        message:
          'Di bawah lubang ada pipa air yang bocor, jadi tidak cukup ditambal. Setelah pipa diganti, lapisan jalan kami pasang paling lambat tanggal yang tertulis di halaman ini. Sampai saat itu lubang ditutup pelat baja.',
      },
    ],
    ends: 'in_progress',
  },
  {
    key: 'aspal-kunciran',
    daysAgo: 17,
    hour: 16,
    kind: 'complaint',
    description:
      'Jalan Kunciran yg deket pasar udh kayak kali asat pak, aspalnya ngelupas semua. Angkot aja ogah lewat. Janji2 mulu dari taun kemaren. Kapan nih direalisasiin?',
    village: '36.71.11.1004', // Kunciran
    place: 'jalan di samping pasar Kunciran',
    name: 'Bapak Contoh',
    phone: '0812-0000-0018',
    steps: [
      {
        afterHours: 17,
        by: 'verifikator-2',
        move: 'verify',
        class: 'complaint',
        category: 'jalan-rusak',
        publish: {
          title: 'Aspal mengelupas di jalan samping pasar Kunciran',
          description:
            'Jalan dekat pasar Kunciran aspalnya mengelupas hampir semua, angkot enggan lewat. Sudah dijanjikan sejak tahun lalu. Kapan dikerjakan?',
        },
      },
      { afterHours: 18, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 23,
        by: 'petugas-pupr',
        move: 'accept',
        message:
          'Terima kasih, Pak. Panjangnya 180 meter dan sudah masuk daftar pekerjaan. Tanggalnya kami tulis setelah survei.',
      },
      {
        afterHours: 43,
        by: 'petugas-pupr',
        move: 'postpone',
        reason: 'survey_needed',
        untilDays: 7,
        message: 'Survei selesai. Pengaspalan kami janjikan dalam tujuh hari, bila cuaca kering.',
      },
      {
        afterHours: 186,
        by: 'petugas-pupr',
        move: 'postpone',
        reason: 'weather',
        untilDays: 18,
        message:
          'Hujan lima hari berturut-turut; aspal yang dihampar basah akan lepas lagi. Maaf, tanggalnya terpaksa kami geser. Lubang terdalam kami isi batu lebih dulu.',
      },
      {
        afterHours: 196,
        by: 'reporter',
        move: 'message',
        message: 'Yaudah ditunggu. Tapi beneran ya pak jangan digeser lagi.',
      },
    ],
    ends: 'in_progress',
  },
  {
    key: 'trotoar-ambles-halte',
    daysAgo: 7,
    hour: 14,
    kind: 'complaint',
    description:
      'Trotoar depan halte ambles, ubinnya pada lepas. Bapak saya pakai kursi roda jadi harus turun ke jalan raya, bahaya. Mohon diperbaiki, kalau bisa sekalian dibuat landai.',
    category: 'trotoar',
    village: '36.71.01.1005', // Cikokol
    place: 'trotoar Jl. MH Thamrin, depan halte',
    name: 'Wulan Contoh',
    email: 'wulan21@contoh.invalid',
    pictures: ['trotoar-ambles'],
    steps: [
      {
        afterHours: 1,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'trotoar',
        publish: {
          title: 'Trotoar ambles di depan halte Jl. MH Thamrin, kursi roda harus turun ke jalan',
          description:
            'Trotoar di depan halte ambles dan ubinnya lepas. Pengguna kursi roda harus turun ke jalan raya. Mohon diperbaiki, kalau bisa sekalian dibuat landai.',
          photos: ['trotoar-ambles'],
        },
      },
      { afterHours: 1.5, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 19,
        by: 'petugas-pupr',
        move: 'accept',
        message:
          'Kami pasang papan pengaman hari ini dan memperbaiki urukan di bawah ubin, termasuk membuat bidang landai.',
      },
      {
        afterHours: 140,
        by: 'petugas-pupr',
        move: 'answer',
        message:
          'Urukan dipadatkan, 14 meter persegi ubin dipasang kembali, dan bidang landai selebar 1,2 meter dibuat di kedua ujung halte.',
        proof: ['trotoar-ambles-sesudah'],
      },
    ],
    ends: 'answered',
  },
];
