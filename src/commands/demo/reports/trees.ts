// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Whoever the city has given its trees and parks to. */
const parksOfficer = 'petugas-lh';

/** Trees and parks; one storm kept two offices busy. */
export const treesReports: readonly DemoReport[] = [
  {
    key: 'pohon-agak-miring',
    daysAgo: 1,
    hour: 15,
    kind: 'information',
    description:
      'Sekadar info aja min, pohon di pinggir Taman Gajah Tunggal yg deket parkiran motor keliatan agak miring ke jalan. Belum bahaya sih, tapi musim ujan gini mending dicek dulu. Ga usah dibales gpp.',
    category: 'pohon',
    place: 'Taman Gajah Tunggal, sisi parkiran motor',
    steps: [],
    ends: 'received',
  },
  {
    key: 'pohon-timpa-lampu',
    daysAgo: 3,
    hour: 6,
    kind: 'complaint',
    description:
      'Pohon roboh semalem kena angin, nutup separo jalan Benteng Betawi, tiang lampunya ikut bengkok kabelnya nyangkut. Ga ada korban alhamdulillah. Macet panjang nih arah terminal.',
    category: 'pohon',
    village: '36.71.05.1008', // Poris Plawad
    place: 'Jl. Benteng Betawi, sebelum Terminal Poris Plawad',
    name: 'Ojol Contoh',
    phone: '0812-0000-0014',
    pictures: ['pohon-timpa-lampu'],
    steps: [
      {
        afterHours: 1,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'pohon',
        publish: {
          title: 'Pohon roboh menutup separuh Jl. Benteng Betawi, tiang lampu bengkok',
          description:
            'Pohon roboh semalam karena angin dan menutup separuh Jl. Benteng Betawi. Tiang lampu ikut bengkok dan kabelnya tersangkut. Tidak ada korban. Arah terminal macet panjang.',
          photos: ['pohon-timpa-lampu'],
        },
      },
      { afterHours: 1.25, by: 'koordinator', move: 'assign', post: parksOfficer },
      { afterHours: 1.5, by: 'koordinator', move: 'assign', post: 'petugas-perhubungan' },
      {
        afterHours: 2,
        by: parksOfficer,
        move: 'accept',
        message:
          'Regu pohon dengan dua gergaji mesin sudah di jalan. Mohon jangan mendekati kabel sampai petugas datang.',
      },
      {
        afterHours: 2.5,
        by: 'petugas-perhubungan',
        move: 'accept',
        message: 'Arus listrik ke tiang itu kami matikan pukul 08.20. Tiang pengganti sedang disiapkan.',
      },
      {
        afterHours: 6,
        by: parksOfficer,
        move: 'answer',
        message: 'Batang dan ranting sudah dipotong dan diangkut; jalan terbuka kembali pukul 11.40.',
        proof: ['pohon-timpa-lampu-sesudah'],
      },
    ],
    ends: 'in_progress',
  },
  {
    key: 'ranting-jalan-veteran',
    daysAgo: 48,
    hour: 9,
    kind: 'complaint',
    description: 'ranting pohon sepanjang Jl Veteran udah nutupin rambu sama lampu merah, tolong dipangkas',
    category: 'pohon',
    village: '36.71.01.1008', // Babakan
    place: 'Jl. Veteran, dekat lampu merah',
    email: 'ranting36@contoh.invalid',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator-2',
        move: 'verify',
        class: 'complaint',
        category: 'pohon',
        publish: {
          title: 'Ranting menutupi rambu dan lampu lalu lintas di Jl. Veteran',
          description: 'Ranting pohon sepanjang Jl. Veteran menutupi rambu dan lampu lalu lintas. Mohon dipangkas.',
        },
      },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: parksOfficer },
      {
        afterHours: 6,
        by: parksOfficer,
        move: 'accept',
        message: 'Pemangkasan kami jadwalkan pagi hari agar tidak menambah macet.',
      },
      {
        afterHours: 98,
        by: parksOfficer,
        move: 'answer',
        message:
          '22 pohon dipangkas pada dua pagi; semua rambu dan lampu lalu lintas terlihat kembali dari jarak 60 meter.',
        proof: ['ranting-dipangkas'],
      },
      { afterHours: 102, by: 'validator', move: 'approve', checks: ['question_answered', 'proof_shows_it'] },
    ],
    ends: 'closed/no_reply',
  },
  {
    key: 'usul-bangku-taman',
    daysAgo: 8,
    hour: 16,
    kind: 'aspiration',
    description:
      'Kalau boleh usul, di Taman Potret ditambahin bangku yang ada sandarannya sama keran air minum. Kami lansia yang suka jalan pagi di situ suka pegel duduk di tembok. Terima kasih atas perhatiannya.',
    category: 'taman',
    place: 'Taman Potret',
    name: 'Oma Contoh',
    phone: '0812-0000-0026',
    filedBy: 'petugas-loket',
    steps: [
      {
        afterHours: 16,
        by: 'verifikator',
        move: 'verify',
        class: 'aspiration',
        category: 'taman',
        publish: {
          title: 'Usul bangku bersandaran dan keran air minum di Taman Potret',
          description:
            'Usul agar di Taman Potret ditambah bangku yang ada sandarannya dan keran air minum, untuk lansia yang biasa jalan pagi di sana.',
        },
      },
      { afterHours: 17, by: 'koordinator', move: 'assign', post: parksOfficer },
      {
        afterHours: 19,
        by: parksOfficer,
        move: 'accept',
        message: 'Usul yang baik, Oma. Kami hitung dulu tempat dan biayanya.',
      },
      {
        afterHours: 110,
        by: parksOfficer,
        move: 'answer',
        message:
          'Enam bangku bersandaran dipindahkan dari gudang kami ke jalur jalan pagi dan dipasang awal bulan depan. Keran air minum belum ada anggarannya; usulnya kami masukkan ke rencana tahun berikut.',
        proof: ['bangku-taman'],
      },
      { afterHours: 115, by: 'validator', move: 'approve', checks: ['question_answered', 'words_are_clear'] },
    ],
    ends: 'resolved',
  },
];
