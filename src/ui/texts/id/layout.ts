export const layout = {
  clock: 'Jam layanan ini sedang disetel: {{moment}}.',
  keepsLetters: 'Server email belum diatur: surat kepada pelapor tersimpan di kotak keluar dan tidak terkirim.',
  demo: 'Ini demonstrasi, bukan layanan resmi {{city}}. Dalam bahaya, telepon 112.',
  callFirst: 'Ada yang dalam bahaya sekarang?',
  emergency: {
    call: 'Telepon 112',
    text: 'Kalau ada orang dalam bahaya sekarang, jangan menunggu jawaban di sini. Telepon 112, gratis, siang dan malam.',
    title: 'Ada bahaya?',
  },
  error: {
    forbidden: {
      next: 'Buka halaman ini dari situs kami sendiri, atau masuk dengan akun yang berhak.',
      title: 'Anda tidak dapat membuka halaman ini',
    },
    lost: {
      next: 'Berkas ini tersimpan tersegel, dan kunci yang menyegelnya hilang. Laporannya sendiri tetap ada.',
      title: 'Tidak dapat dibuka lagi',
    },
    notFound: {
      next: 'Periksa lagi alamatnya. Punya nomor laporan? Buka Lacak laporan lalu ketik nomornya.',
      title: 'Halaman tidak ditemukan',
    },
    wrongMethod: {
      next: 'Kembali ke halaman sebelumnya, lalu coba lagi dari sana.',
      title: 'Permintaan ini tidak dapat dilayani',
    },
    tooLarge: {
      next: 'Kembali ke halaman sebelumnya, kurangi ukuran kirimannya, lalu kirim lagi. Yang sudah Anda ketik masih ada di sana.',
      title: 'Kiriman terlalu besar',
    },
    wrongHost: { next: 'Periksa lagi alamat yang Anda ketik.', title: 'Alamat ini bukan milik layanan kami' },
    tooMany: {
      next: 'Tunggu beberapa saat, lalu coba lagi. Yang sudah Anda ketik masih ada di halaman sebelumnya.',
      title: 'Terlalu sering mencoba',
    },
    broken: {
      next: 'Kesalahan ini ada pada kami dan sudah tercatat. Kembali ke halaman sebelumnya (yang sudah Anda ketik masih ada di sana), lalu coba lagi.',
      title: 'Maaf, ada yang rusak',
    },
    unavailable: {
      next: 'Coba lagi beberapa menit lagi. Kembali ke halaman sebelumnya: yang sudah Anda ketik masih ada di sana.',
      title: 'Layanan sedang tidak dapat dipakai',
    },
    kept: {
      again: 'Kirim lagi',
      files:
        'Berkas ini tidak dapat disimpan: {{names}}. Kalau ingin menyertakannya, kembali ke halaman sebelumnya, di sana berkas itu masih terpilih; atau kirim tanpa berkas itu.',
      next: 'Yang Anda ketik belum terkirim, dan tersimpan di halaman ini. Tunggu satu menit, lalu tekan "Kirim lagi". Berapa kali pun ditekan, hanya diterima satu kali.',
    },
    home: 'Ke beranda',
    requestId: 'Kode kesalahan, kalau Anda menghubungi petugas:',
    urgent: 'Keadaan darurat? Telepon 112.',
  },
  footer: {
    emergency: 'Keadaan darurat',
    noScript: 'Situs ini bekerja tanpa JavaScript dan tidak memasang pelacak.',
    software: 'Dijalankan dengan Laksa, perangkat lunak sumber terbuka.',
  },
  language: { choose: 'Bahasa', en: 'English', id: 'Bahasa Indonesia' },
  nav: {
    file: 'Lapor',
    main: 'Menu utama',
    queue: 'Antrean',
    reports: 'Semua laporan',
    signIn: 'Masuk petugas',
    signOut: 'Keluar',
    staff: 'Menu petugas',
    track: 'Lacak',
  },
  notOpen: {
    next: 'Layanan ini sedang disiapkan dan belum menerima laporan. Sementara itu, sampaikan laporan Anda melalui lapor.go.id.',
    staff: 'Masuk untuk petugas',
    title: 'Layanan laporan warga {{city}} belum dibuka',
  },
  deputyNow: 'Bertugas sebagai {{deputy}} {{post}}',
  postNow: 'Bertugas sebagai {{post}}',
  problems: {
    title_other: 'Ada {{count}} hal yang perlu diperbaiki',
  },
  rehearsal: 'Ini latihan. Yang dikirim di sini tidak ditangani sebagai laporan. Dalam bahaya, telepon 112.',
  service: 'Laporan warga',
  skip: 'Langsung ke isi',
};
