// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** Identity and civil records. */
export const papersReports: readonly DemoReport[] = [
  {
    key: 'syarat-kia',
    daysAgo: 6,
    hour: 12,
    kind: 'information_request',
    description:
      'mau nanya min, syarat bikin KIA buat anak umur 6 th apa aja ya? harus bawa anaknya ga? bisa diambil hari itu juga? makasiii 🙏',
    category: 'kependudukan',
    village: '36.71.09.1003', // Cibodas Baru
    name: 'Mamah Contoh',
    phone: '0812-0000-0025',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'verify',
        class: 'information_request',
        category: 'kependudukan',
        publish: {
          title: 'Syarat membuat KIA untuk anak 6 tahun',
          description:
            'Apa saja syarat membuat KIA untuk anak umur 6 tahun? Apakah anaknya harus dibawa, dan apakah bisa diambil hari itu juga?',
        },
      },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: 'petugas-dukcapil' },
      {
        afterHours: 4,
        by: 'petugas-dukcapil',
        move: 'accept',
        message: 'Pertanyaan kami terima, jawabannya kami siapkan.',
      },
      {
        afterHours: 22,
        by: 'petugas-dukcapil',
        move: 'answer',
        message:
          'Contoh jawaban: bawa akta kelahiran anak, kartu keluarga, KTP orang tua, dan satu pasfoto anak karena usianya sudah di atas lima tahun. Anak tidak harus ikut. Gratis. Jam loket dan lama pembuatan tertulis di halaman layanan.',
        proof: [],
      },
      { afterHours: 26, by: 'validator', move: 'approve', checks: ['question_answered', 'words_are_clear'] },
    ],
    ends: 'resolved',
  },
  {
    key: 'akta-salah-huruf',
    daysAgo: 18,
    hour: 10,
    kind: 'complaint',
    description:
      'Nyuwun tulung, jeneng putuku nang akta kliru sak huruf, dadi ora pas karo KK. NIK-e 3671 0000 0000 0000. Aku ora iso internetan, iki ditulisne petugas loket. Kudu piye Pak?',
    category: 'akta',
    village: '36.71.08.1002', // Gembor
    name: 'Simbah Contoh',
    phone: '0812-0000-0035',
    filedBy: 'petugas-loket',
    steps: [
      {
        afterHours: 1,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'akta',
        publish: {
          title: 'Nama di akta kelahiran keliru satu huruf',
          description:
            'Nama cucu di akta keliru satu huruf sehingga tidak sama dengan kartu keluarga. NIK [nomor identitas]. Pelapor tidak memakai internet dan dibantu petugas loket. (Diterjemahkan dari bahasa Jawa.)',
        },
      },
      { afterHours: 2, by: 'koordinator', move: 'assign', post: 'petugas-dukcapil' },
      {
        afterHours: 3,
        by: 'petugas-dukcapil',
        move: 'ask_reporter',
        reason: 'evidence_needed',
        message:
          'Mbah, kami perlu melihat akta dan kartu keluarganya. Titipkan salinannya di loket, tidak usah ikut antre lagi.',
      },
      {
        afterHours: 26,
        by: 'petugas-loket',
        move: 'provide_info',
        message:
          'Salinan akta dan kartu keluarga sudah diantar pelapor ke loket dan diserahkan ke Dukcapil dalam map tertutup.',
      },
      {
        afterHours: 27,
        by: 'petugas-dukcapil',
        move: 'accept',
        message: 'Berkas lengkap. Ini salah ketik di pihak kami, jadi pembetulannya tanpa biaya dan tanpa sidang.',
      },
      {
        afterHours: 78,
        by: 'petugas-dukcapil',
        move: 'answer',
        message:
          'Akta yang sudah dibetulkan selesai dan diantar petugas kelurahan ke rumah, Mbah. Mohon maaf atas salah ketiknya.',
        proof: [],
      },
      { afterHours: 97, by: 'validator', move: 'approve', checks: ['question_answered', 'no_personal_data'] },
      { afterHours: 122, by: 'reporter', move: 'confirm', rating: 4, message: 'Matur nuwun, wis tak tampa.' },
    ],
    ends: 'closed/confirmed',
  },
  {
    key: 'kk-sudah-jadi',
    daysAgo: 10,
    hour: 11,
    kind: 'complaint',
    description: 'KK saya blm jadi2 udh 3 minggu, di aplikasi statusnya proses terus. mohon dibantu cek min',
    category: 'kependudukan',
    village: '36.71.04.1005', // Jurumudi Baru
    name: 'Putri Contoh',
    phone: '0812-0000-0039',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'kependudukan',
        publish: {
          title: 'Kartu keluarga belum selesai setelah tiga minggu',
          description:
            'Kartu keluarga belum selesai setelah tiga minggu, status di aplikasi tetap "proses". Mohon dibantu periksa.',
        },
      },
      { afterHours: 3, by: 'koordinator', move: 'assign', post: 'petugas-dukcapil' },
      {
        afterHours: 8,
        by: 'reporter',
        move: 'withdraw',
        message: 'Alhamdulillah barusan dikabarin KK nya udah jadi, laporannya saya cabut ya. Makasih min.',
      },
    ],
    ends: 'closed/withdrawn',
  },
];
