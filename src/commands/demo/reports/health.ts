// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** A wish that was not granted, and an illness that nobody else may read of. */
export const healthReports: readonly DemoReport[] = [
  {
    key: 'minta-fogging',
    daysAgo: 30,
    hour: 8,
    kind: 'complaint',
    description:
      'Nyamuk banyak pisan di RW kami, kamari aya budak nu kena DBD di RT sabeulah. Menta difogging sagancangna atuh pak, ulah ngadagoan nambah deui nu gering.',
    category: 'wabah-nyamuk',
    village: '36.71.03.1006', // Batu Sari
    place: 'RW 03, dekat lapangan',
    name: 'Ceu Contoh',
    phone: '0812-0000-0037',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'wabah-nyamuk',
        publish: {
          title: 'Permintaan fogging karena banyak nyamuk, Batu Sari',
          description:
            'Nyamuk banyak sekali di RW kami, dan di RT sebelah ada yang terkena DBD. Mohon segera dilakukan fogging. (Diterjemahkan dari bahasa Sunda.)',
        },
      },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: 'petugas-kesehatan' },
      {
        afterHours: 4,
        by: 'petugas-kesehatan',
        move: 'accept',
        message: 'Petugas dan kader memeriksa jentik di 40 rumah besok; hasilnya menentukan apakah fogging perlu.',
      },
      {
        afterHours: 50,
        by: 'petugas-kesehatan',
        move: 'answer',
        message:
          '40 rumah diperiksa, 9 ada jentiknya dan sudah dibersihkan bersama warga; bubuk larvasida dibagikan. Tidak ditemukan kasus lain, maka fogging belum dilakukan: asapnya hanya membunuh nyamuk dewasa.',
        proof: ['bak-air-tertutup'],
      },
      {
        afterHours: 54,
        by: 'validator',
        move: 'approve',
        checks: ['question_answered', 'words_are_clear', 'no_personal_data'],
      },
      {
        afterHours: 104,
        by: 'reporter',
        move: 'dispute',
        reason: 'not_agreed',
        rating: 2,
        message: 'Kan nu dipénta mah fogging, lain bubuk. Warga masih hariwang.',
      },
      {
        afterHours: 150,
        by: 'koordinator',
        move: 'uphold',
        reason: 'answer_is_right',
        message:
          'Kami mengerti kekhawatiran warga. Pemeriksaan ulang kemarin: tinggal 1 dari 40 rumah yang berjentik dan tidak ada kasus baru, jadi jawaban Dinas Kesehatan tetap. Bila ada yang demam dua hari, segera ke puskesmas. Bila tidak setuju, Ibu dapat mengadu ke Ombudsman Republik Indonesia, telepon 137.',
      },
    ],
    ends: 'closed/upheld',
  },
  {
    key: 'batuk-kontrakan',
    daysAgo: 6,
    hour: 9,
    kind: 'complaint',
    title: 'Tolong dicek, penghuni kontrakan batuk lama',
    description:
      'Mohon dirahasiakan, ini soal kesehatan orang. Ada satu keluarga di kontrakan yang batuknya sudah berbulan-bulan, ada anak kecilnya, belum pernah berobat karena takut biaya. Bisa didatangi petugas puskesmas pelan-pelan? Jangan bilang dari tetangga.',
    category: 'kesehatan',
    village: '36.71.13.1006', // Gaga
    secret: true,
    anonymous: true,
    name: 'Tetangga Contoh',
    phone: '0812-0000-0022',
    steps: [
      { afterHours: 2, by: 'verifikator', move: 'verify', class: 'complaint', category: 'kesehatan' },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: 'petugas-kesehatan' },
      {
        afterHours: 5,
        by: 'petugas-kesehatan',
        move: 'accept',
        message:
          'Terima kasih atas kepeduliannya. Petugas puskesmas berkunjung sebagai pemeriksaan rutin; asal laporan tidak disebut.',
      },
      {
        afterHours: 124,
        by: 'petugas-kesehatan',
        move: 'answer',
        message:
          'Keluarga sudah dikunjungi dua kali dan diperiksa tanpa biaya. Pengobatan yang diperlukan sudah dimulai dan didampingi kader. Rincian hasil tidak dapat kami sampaikan karena menyangkut rahasia pasien.',
        proof: [],
      },
    ],
    ends: 'answered',
  },
];
