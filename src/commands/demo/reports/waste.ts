// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Rubbish; one answer did not last. */
export const wasteReports: readonly DemoReport[] = [
  {
    key: 'sampah-pinggir-kali',
    daysAgo: 2,
    hour: 9,
    kind: 'complaint',
    title: 'Sampah numpuk, bau!!',
    description:
      'Min ini pinggir jalan arah Rawa Kucing deket kali org pada buang sampah sembarangan, udah numpuk setengah badan jalan, baunya ga nahan apalagi abis ujan. Yg buang kemaren pick up item B 0000 CTH, ada fotonya. Mobil sampah lewat doang kaga diangkut.',
    category: 'sampah',
    village: '36.71.10.1004', // Kedaung Wetan
    place: 'pinggir jalan arah TPA Rawa Kucing, sebelum jembatan',
    name: 'Bang Contoh',
    phone: '0812-0000-0011',
    pictures: ['sampah-pinggir-kali'],
    steps: [
      {
        afterHours: 1,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'sampah',
        publish: {
          title: 'Tumpukan sampah liar di jalan arah Rawa Kucing',
          description:
            'Di pinggir jalan arah Rawa Kucing, dekat kali, orang membuang sampah sembarangan. Tumpukannya sudah setengah badan jalan dan sangat bau, apalagi setelah hujan. Kemarin yang membuang mobil pick up hitam [nomor kendaraan]. Mobil sampah lewat tetapi tidak mengangkut.',
          photos: ['sampah-pinggir-kali'],
        },
      },
      { afterHours: 2, by: 'koordinator', move: 'assign', post: 'petugas-lh' },
      {
        afterHours: 2.5,
        by: 'koordinator',
        move: 'message',
        message:
          'Terima kasih, Bang. Laporan sudah di Dinas Lingkungan Hidup untuk diangkut. Nomor kendaraan yang disebut tidak kami tampilkan untuk umum, hanya dibaca petugas yang menindak.',
      },
    ],
    ends: 'assigned',
  },
  {
    key: 'sampah-pasar-anyar',
    daysAgo: 19,
    hour: 8,
    kind: 'complaint',
    description:
      'TPS di belakang Pasar Anyar meluber ke jalan, kalo siang baunya masuk ke peron stasiun. Belatung di mana2 maap ye. Pedagang udah bayar iuran sampah tiap hari padahal.',
    category: 'sampah',
    village: '36.71.01.1001', // Sukarasa
    place: 'TPS belakang Pasar Anyar, arah Stasiun Tangerang',
    name: 'Mpok Contoh',
    phone: '0812-0000-0019',
    pictures: ['tps-meluber'],
    steps: [
      {
        afterHours: 1,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'sampah',
        publish: {
          title: 'TPS di belakang Pasar Anyar meluber ke jalan',
          description:
            'TPS di belakang Pasar Anyar meluber ke jalan, siang hari baunya sampai ke peron stasiun. Pedagang membayar iuran sampah setiap hari.',
          photos: ['tps-meluber'],
        },
      },
      { afterHours: 2, by: 'koordinator', move: 'assign', post: 'petugas-lh' },
      {
        afterHours: 4,
        by: 'petugas-lh',
        move: 'accept',
        message: 'Dua truk tambahan kami kirim siang ini. Jadwal angkut pasar kami periksa sekalian.',
      },
      {
        afterHours: 28,
        by: 'petugas-lh',
        move: 'answer',
        message:
          'TPS sudah dikosongkan dengan tiga rit truk dan lantainya disemprot. Jadwal angkut tetap pukul 05.00 dan 14.00.',
        proof: ['tps-meluber-sesudah'],
      },
      {
        afterHours: 50,
        by: 'validator',
        move: 'approve',
        checks: ['question_answered', 'proof_shows_it', 'place_is_right', 'no_personal_data'],
      },
      {
        afterHours: 128,
        by: 'reporter',
        move: 'dispute',
        reason: 'came_back',
        rating: 2,
        message: 'Bersih cuma dua hari, sekarang numpuk lagi lebih tinggi. Truk yg jam 2 siang kaga pernah dateng.',
      },
      {
        afterHours: 144,
        by: 'koordinator',
        move: 'reopen',
        reason: 'reporter_is_right',
        message:
          'Terima kasih sudah memeriksa kembali, Bu. Catatan truk membenarkan: rit pukul 14.00 kosong empat hari. Dinas Lingkungan Hidup melanjutkan pekerjaan ini.',
      },
      {
        afterHours: 148,
        by: 'petugas-lh',
        move: 'message',
        message: 'Truk pengganti untuk rit siang mulai jalan besok. Kami pantau seminggu penuh sebelum menjawab lagi.',
      },
    ],
    ends: 'in_progress',
  },
];
