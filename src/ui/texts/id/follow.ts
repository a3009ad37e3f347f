/** Hearing of somebody else's report by mail. */
export const follow = {
  asked: {
    spam: 'Belum ada? Lihat folder spam. Kalau tetap tidak ada, coba lagi besok.',
    text: 'Kalau alamatnya benar, kami mengirim satu surat ke sana. Buka tautan di surat itu dalam 48 jam untuk mulai mengikuti. Tanpa itu tidak ada surat lain, dan alamatnya kami hapus.',
    title: 'Buka kotak masuk Anda',
  },
  confirm: {
    button: 'Ya, ikuti laporan ini',
    over: 'Tautan ini sudah dipakai, sudah lewat 48 jam, atau laporannya tidak tampil lagi. Untuk mengikuti, masukkan alamat email di halaman laporannya.',
    text: 'Kami mengirim surat ke alamat email Anda tiap kali ada langkah baru pada laporan {{number}}. Setiap surat memuat tautan untuk berhenti.',
    title: 'Ikuti laporan {{number}}',
  },
  done: {
    text: 'Kabar tentang laporan ini kami kirim ke alamat email Anda. Suara Anda ikut dihitung sebagai pendukung. Setiap surat memuat tautan untuk berhenti.',
    title: 'Anda mengikuti laporan ini',
  },
  email: 'Alamat email Anda',
  emailHint: 'Dipakai hanya untuk kabar laporan ini. Tidak ditampilkan kepada siapa pun, juga tidak kepada pelapor.',
  intro:
    'Masalah Anda juga? Kami mengirim surat tiap kali ada langkah baru: siapa yang menangani, sampai kapan, dan jawabannya.',
  letter: {
    body: 'Seseorang, mungkin Anda, ingin mendapat kabar tentang laporan {{number}} di alamat ini.',
    confirm: 'Kalau itu Anda, buka tautan ini dan tekan tombolnya dalam 48 jam:',
    ignore: 'Kalau bukan Anda, abaikan surat ini. Kami tidak mengirim surat lain, dan alamat ini kami hapus.',
    subject: 'Ikuti laporan {{number}}?',
  },
  link: 'Ikuti laporan ini',
  noLetters:
    'Situs ini belum terhubung ke server surat, jadi laporan belum dapat diikuti lewat email. Alamat Anda tidak diminta.',
  open: 'Lihat laporannya',
  send: 'Kirim tautan ke email saya',
  stop: {
    button: 'Berhenti mengikuti',
    done: 'Anda tidak mengikuti laporan {{number}} lagi, dan tidak ada surat tentangnya yang dikirim lagi.',
    forgotten: 'Kalau Anda tidak mengikuti laporan lain, alamat email Anda sudah kami hapus.',
    text: 'Anda tidak akan mendapat surat lagi tentang laporan {{number}}.',
    title: 'Berhenti mengikuti laporan',
    unknown: 'Tautan ini tidak dikenal. Pastikan seluruh tautan dari surat itu tersalin.',
  },
};
