// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** What another authority must do. */
export const transferredReports: readonly DemoReport[] = [
  {
    key: 'kabel-menjuntai',
    daysAgo: 4,
    hour: 16,
    kind: 'complaint',
    title: 'Kabel putus menjuntai, BAHAYA',
    description:
      'Kabel putus ngegantung di atas gang, tadi sempet keluar percikan pas ujan. Anak2 udah disuruh masuk rumah. Rumah yg deket situ punya Pak Contoh no 0. Ga tau ini kabel PLN apa internet.',
    village: '36.71.07.1005', // Cimone
    place: 'gang di belakang kantor Kelurahan Cimone',
    name: 'Karang Taruna Contoh',
    phone: '0812-0000-0029',
    pictures: ['kabel-menjuntai'],
    steps: [
      {
        afterHours: 0.25,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'galian-kabel',
        publish: {
          title: 'Kabel putus menjuntai di gang, Cimone',
          description:
            'Kabel putus menggantung di atas gang, sempat keluar percikan saat hujan. Anak-anak sudah diminta masuk rumah. Dekat rumah warga [alamat rumah]. Belum diketahui kabel listrik atau internet.',
          photos: ['kabel-menjuntai'],
        },
      },
      {
        afterHours: 0.5,
        by: 'koordinator',
        move: 'transfer',
        reason: 'state_enterprise',
        authority: 'PLN',
        letter: 'Diteruskan lewat telepon 123 dan surat contoh nomor 000/CONTOH',
        contact: 'Layanan pelanggan 123',
        message:
          'Mohon semua menjauh paling sedikit lima meter dan jangan menyentuh apa pun yang basah. Ini jaringan PLN: sudah kami teruskan lewat 123, petugas piket kota menjaga gang sampai PLN datang. Bila ada percikan lagi, telepon 112. Laporan ini tetap kami pantau.',
      },
    ],
    ends: 'transferred',
  },
  {
    key: 'daan-mogot-bergelombang',
    daysAgo: 11,
    hour: 6,
    kind: 'complaint',
    description:
      'Jl Daan Mogot arah Jakarta bergelombang parah di lajur kiri, truk2 gede lewat situ semua. Motor kalo ngerem suka oleng. Udah lama bgt ini ga diapa2in.',
    category: 'jalan-rusak',
    village: '36.71.01.1003', // Tanah Tinggi
    place: 'Jl. Daan Mogot arah Jakarta, lajur kiri',
    name: 'Hendra Contoh',
    email: 'hendra30@contoh.invalid',
    steps: [
      {
        afterHours: 3,
        by: 'verifikator-2',
        move: 'verify',
        class: 'complaint',
        category: 'jalan-rusak',
        publish: {
          title: 'Lajur kiri Jl. Daan Mogot arah Jakarta bergelombang',
          description:
            'Jl. Daan Mogot arah Jakarta bergelombang parah di lajur kiri yang dilewati truk besar. Motor yang mengerem sering oleng. Sudah lama belum diperbaiki.',
        },
      },
      { afterHours: 4, by: 'koordinator', move: 'assign', post: 'petugas-pupr' },
      {
        afterHours: 5,
        by: 'koordinator',
        move: 'message',
        message:
          'Terima kasih, Pak Hendra. Dinas PUPR memastikan dulu apakah ruas ini jalan kota atau jalan nasional; siapa pun yang berwenang, kami yang meneruskan.',
      },
      {
        afterHours: 8,
        by: 'petugas-pupr',
        move: 'return_to_coordinator',
        reason: 'not_our_task',
        message:
          'Ruas ini jalan nasional; kota tidak boleh mengaspalnya. Mohon diteruskan ke balai pelaksana jalan nasional.',
      },
      {
        afterHours: 28,
        by: 'koordinator',
        move: 'transfer',
        reason: 'ministry',
        authority: 'Balai pelaksana jalan nasional, Kementerian Pekerjaan Umum',
        letter: 'Surat contoh nomor 001/CONTOH',
        contact: 'Bagian pengaduan balai',
        message:
          'Ruas ini jalan nasional, jadi yang berwenang Kementerian Pekerjaan Umum. Surat dan gambar ukurannya sudah kami kirim hari ini. Kami menagih jawabannya dalam 14 hari dan mengabari Bapak di sini; Bapak tidak perlu melapor ulang.',
      },
    ],
    ends: 'transferred',
  },
  {
    key: 'palang-kereta',
    daysAgo: 34,
    hour: 7,
    kind: 'complaint',
    description:
      'Palang pintu kereta deket Stasiun Batuceper sirenenya bunyi tp palangnya telat turun, kejadian 3x minggu ini. Serem bgt kalo pas rame anak sekolah.',
    category: 'parkir-lalu-lintas',
    place: 'perlintasan dekat Stasiun Batuceper',
    name: 'Pak Guru Contoh',
    email: 'guru38@contoh.invalid',
    pictures: ['palang-kereta'],
    steps: [
      {
        afterHours: 1,
        by: 'verifikator',
        move: 'verify',
        class: 'complaint',
        category: 'parkir-lalu-lintas',
        publish: {
          title: 'Palang perlintasan dekat Stasiun Batuceper terlambat turun',
          description:
            'Sirene perlintasan dekat Stasiun Batuceper berbunyi, tetapi palangnya terlambat turun. Terjadi tiga kali minggu ini, saat ramai anak sekolah.',
          photos: ['palang-kereta'],
        },
      },
      {
        afterHours: 2,
        by: 'koordinator',
        move: 'transfer',
        reason: 'state_enterprise',
        authority: 'Kereta Api Indonesia',
        letter: 'Surat contoh nomor 002/CONTOH, disampaikan juga lewat 121',
        contact: 'Layanan pelanggan 121',
        message:
          'Palang dikelola pengelola kereta api, jadi laporan kami teruskan hari ini lewat 121 dan surat. Sementara itu dua petugas Dinas Perhubungan berjaga di perlintasan pada jam masuk dan pulang sekolah.',
      },
      {
        afterHours: 245,
        by: 'koordinator',
        move: 'close',
        reference:
          'Surat balasan contoh nomor 003/CONTOH: sensor dan motor palang diganti, diuji 20 kali tanpa keterlambatan.',
        message:
          'Pengelola menjawab bahwa sensor dan motor palang sudah diganti dan diuji. Bila terulang, sanggah jawaban ini dari halaman lacak.',
      },
    ],
    ends: 'closed/handed_over',
  },
];
