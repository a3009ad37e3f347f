// All invented: persons, words, matters, answers. Only the names of public places and authorities are real; nothing said of them here happened.
import type { DemoReport } from '../demo-report.ts';

/** What the city cannot deal with, or not without a word of the reporter. */
export const refusedReports: readonly DemoReport[] = [
  {
    key: 'coba-coba',
    daysAgo: 1,
    hour: 10,
    kind: 'complaint',
    description: 'tes tes 123, ngetes doang ini jalan apa kaga wkwkwk',
    email: 'coba04@contoh.invalid',
    steps: [
      {
        afterHours: 3,
        by: 'verifikator',
        move: 'reject',
        reason: 'prank',
        message:
          'Terima kasih sudah mencoba layanan ini. Laporan ini kami tutup karena belum berisi masalah yang dapat ditangani. Bila ada yang ingin disampaikan, silakan kirim laporan baru; bila menurut Anda penutupan ini keliru, ajukan sanggahan dari halaman lacak.',
      },
    ],
    ends: 'received',
  },
  {
    key: 'pinjaman-daring',
    daysAgo: 9,
    hour: 21,
    kind: 'complaint',
    description:
      'pak tolong saya ditagih pinjol terus padahal udah lunas, nomer saya 0812-0000-0031 disebar ke temen2 kerja. saya harus gimana 😢',
    phone: '0812-0000-0031',
    name: 'Tari Contoh',
    steps: [
      {
        afterHours: 12,
        by: 'verifikator',
        move: 'reject',
        reason: 'not_about_public_service',
        message:
          'Kami turut prihatin. Penagihan oleh pinjaman daring bukan layanan pemerintah kota, jadi tidak dapat kami tangani. Yang berwenang Otoritas Jasa Keuangan, telepon 157; bila ada ancaman, laporkan ke polisi lewat 110. Bila Anda tidak setuju, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
      {
        afterHours: 14,
        by: 'verifikator-2',
        move: 'reject',
        reason: 'not_about_public_service',
        message:
          'Kami turut prihatin. Penagihan oleh pinjaman daring bukan layanan pemerintah kota, jadi tidak dapat kami tangani. Yang berwenang Otoritas Jasa Keuangan, telepon 157; bila ada ancaman, laporkan ke polisi lewat 110. Bila Anda tidak setuju, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
    ],
    ends: 'rejected',
  },
  {
    key: 'motor-hilang',
    daysAgo: 14,
    hour: 5,
    kind: 'complaint',
    description:
      'Motor saya ilang semalem di parkiran kontrakan, plat B 0000 CTH. Tolong dicariin ya pak lewat CCTV kota.',
    village: '36.71.02.1002', // Jatake
    phone: '0812-0000-0032',
    steps: [
      {
        afterHours: 4,
        by: 'verifikator-2',
        move: 'reject',
        reason: 'crime_for_the_police',
        message:
          'Kami ikut menyesal atas kehilangan ini. Pencurian ditangani polisi: datanglah ke polsek terdekat membawa STNK, atau telepon 110. Rekaman kamera kota kami simpan dan hanya dapat diminta oleh penyidik, jadi sebutkan tempat dan jamnya kepada mereka. Bila Anda tidak setuju, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
      {
        afterHours: 6,
        by: 'koordinator',
        move: 'reject',
        reason: 'crime_for_the_police',
        message:
          'Kami ikut menyesal atas kehilangan ini. Pencurian ditangani polisi: datanglah ke polsek terdekat membawa STNK, atau telepon 110. Rekaman kamera kota kami simpan dan hanya dapat diminta oleh penyidik, jadi sebutkan tempat dan jamnya kepada mereka. Bila Anda tidak setuju, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
    ],
    ends: 'rejected',
  },
  {
    key: 'sengketa-batas-tanah',
    daysAgo: 21,
    hour: 13,
    kind: 'complaint',
    title: 'Patok tanah',
    description:
      'Patok tanah warisan kami digeser tetangga, perkaranya sudah masuk pengadilan tapi lama. Mohon kelurahan mengeluarkan surat yang menyatakan batas sesuai girik kami.',
    village: '36.71.11.1008', // Pakojan
    name: 'Ahli Waris Contoh',
    phone: '0812-0000-0033',
    steps: [
      {
        afterHours: 2,
        by: 'verifikator',
        move: 'reject',
        reason: 'before_a_court',
        message:
          'Selama perkara diperiksa pengadilan, pemerintah kota tidak boleh mengeluarkan surat yang memihak. Salinan data kelurahan dapat diminta oleh hakim. Bila Anda tidak setuju, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
      {
        afterHours: 20,
        by: 'verifikator-2',
        move: 'reject',
        reason: 'before_a_court',
        message:
          'Selama perkara diperiksa pengadilan, pemerintah kota tidak boleh mengeluarkan surat yang memihak. Salinan data kelurahan dapat diminta oleh hakim. Bila Anda tidak setuju, ajukan sanggahan dari halaman lacak dalam sepuluh hari kerja.',
      },
      {
        afterHours: 69,
        by: 'reporter',
        move: 'dispute',
        reason: 'not_agreed',
        message: 'Saya cuma minta surat keterangan, bukan minta diputuskan. Masa kelurahan ga bisa?',
      },
      {
        afterHours: 93,
        by: 'koordinator',
        move: 'uphold',
        reason: 'not_in_our_power',
        message:
          'Kami sudah membaca kembali permintaan ini. Surat keterangan batas pun akan dipakai sebagai bukti, sehingga selama perkara berjalan hanya pengadilan yang dapat memintanya; kelurahan siap memberikannya kepada hakim. Bila Anda menilai ini keliru, Anda dapat mengadu ke Ombudsman Republik Indonesia, telepon 137.',
      },
    ],
    ends: 'rejected',
  },
  {
    key: 'bau-entah-dari-mana',
    daysAgo: 41,
    hour: 22,
    kind: 'complaint',
    description: 'bau menyengat banget tiap malem kaya plastik kebakar, pusing pala. tolong dicari sumbernya',
    email: 'bau40@contoh.invalid',
    steps: [
      {
        afterHours: 11,
        by: 'verifikator-2',
        move: 'ask_reporter',
        reason: 'place_unclear',
        message:
          'Terima kasih sudah melapor. Agar petugas datang ke tempat yang benar: di kelurahan mana baunya tercium, kira-kira pukul berapa, dan angin dari arah mana? Tanpa tempatnya laporan ini tertutup sendiri setelah 30 hari. Bila ada yang sesak napas, telepon 112.',
      },
    ],
    ends: 'closed/not_completed',
  },
];
