/** Hearing of somebody else's report by mail. */
export const follow = {
  address: {
    resume: 'Kirim lagi surat ke alamat ini',
    resumed: 'Surat ke alamat ini dikirim lagi bila diminta.',
    stop: 'Hentikan semua surat ke alamat ini',
    stopped: 'Tidak ada lagi surat dari kota ini ke alamat ini. Dapat dibuka lagi dengan tautan yang sama.',
    text: 'Berlaku untuk semua surat dari kota ini ke alamat yang menerima surat ini, siapa pun yang menuliskan alamat itu. Yang tetap dikirim hanya yang melindungi laporan Anda sendiri, kalau alamat ini pernah dipakai membuka kode atau menekan tombol konfirmasi dari surat kami: peringatan bila kontaknya diganti, dan kode baru yang diminta dengan nomor dan kontaknya.',
    title: 'Semua surat ke alamat ini',
  },
  again: {
    body: 'Seseorang, mungkin Anda, minta agar surat dari {{city}} dikirim lagi ke alamat ini. Dulu alamat ini menghentikan semua surat kami.',
    ignore:
      'Kalau bukan Anda, abaikan surat ini: tidak ada surat lain yang dikirim, dan surat seperti ini paling banyak satu dalam 7 hari.',
    intro:
      'Dulu menghentikan semua surat ke alamat Anda, dan surat lama kami sudah tidak ada? Ke alamat seperti itu kami kirim satu surat yang menanyakan apakah Anda mau menerima surat lagi, paling banyak satu dalam 7 hari. Tekan tombol di halaman yang dibukanya, lalu minta mengikuti laporan ini sekali lagi.',
    link: 'Minta satu surat untuk menerima surat lagi',
    resume: 'Kalau itu Anda, buka tautan ini dan tekan “Kirim lagi surat ke alamat ini”:',
    send: 'Kirim satu surat',
    subject: 'Terima lagi surat dari {{city}}?',
  },
  asked: {
    spam: 'Belum ada? Lihat folder spam, juga surat kami yang sebelumnya. Suratnya mungkin tidak dikirim: satu laporan cukup satu surat dalam 48 jam, dari satu jaringan paling banyak dua surat sehari ke satu alamat, dan paling banyak tiga seminggu selama tautannya tidak dibuka, juga kalau orang lain yang memintanya.',
    stopped:
      'Ke alamat yang menghentikan semua surat kami tidak ada surat yang dikirim. Supaya dikirim lagi: tekan tautan di akhir surat kami yang mana pun ke alamat itu, lalu minta mengikuti sekali lagi. Tidak punya surat kami lagi?',
    stoppedTitle: 'Dulu menghentikan semua surat?',
    text: 'Kalau alamatnya benar, kami mengirim satu surat ke sana. Buka tautan di surat itu dalam 48 jam untuk mulai mengikuti. Tanpa itu tidak ada kabar yang dikirim, dan alamatnya kami hapus.',
    title: 'Buka kotak masuk Anda',
  },
  confirm: {
    button: 'Ya, ikuti laporan ini',
    over: 'Tautan ini sudah dipakai, sudah lewat 48 jam, atau laporannya tidak tampil lagi. Untuk mengikuti, masukkan alamat email di halaman laporannya.',
    text: 'Kami mengirim surat ke alamat email Anda tiap kali ada langkah baru pada laporan {{number}}. Setiap surat memuat tautan untuk berhenti.',
    title: 'Ikuti laporan {{number}}',
  },
  done: {
    text: 'Kabar tentang laporan ini kami kirim ke alamat email Anda. Anda juga ikut dihitung. Setiap surat memuat tautan untuk berhenti.',
    title: 'Anda mengikuti laporan ini',
  },
  email: 'Alamat email Anda',
  emailHint: 'Dipakai hanya untuk kabar laporan ini. Tidak ditampilkan kepada siapa pun, juga tidak kepada pelapor.',
  intro:
    'Masalah Anda juga? Kami mengirim surat tiap kali ada langkah baru: siapa yang menangani, sampai kapan, dan jawabannya.',
  letter: {
    body: 'Seseorang, mungkin Anda, ingin mendapat kabar tentang laporan {{number}} di alamat ini.',
    confirm: 'Kalau itu Anda, buka tautan ini dan tekan tombolnya dalam 48 jam:',
    ignore:
      'Kalau bukan Anda, abaikan surat ini. Tanpa tombol itu tidak ada kabar yang dikirim, dan alamat ini kami hapus setelah 48 jam.',
    stop: 'Tidak mau surat apa pun dari kami, siapa pun yang menulis alamat ini? Buka tautan ini dan tekan tombolnya:',
    subject: 'Ikuti laporan {{number}}?',
  },
  link: 'Ikuti laporan ini',
  noLetters:
    'Situs ini belum terhubung ke server surat, jadi laporan belum dapat diikuti lewat email. Alamat Anda tidak diminta.',
  open: 'Lihat laporannya',
  send: 'Kirim tautan ke email saya',
  stop: {
    again: 'Ikuti lagi laporan ini',
    button: 'Berhenti mengikuti',
    done: 'Anda tidak mengikuti laporan {{number}} lagi, dan tidak ada surat tentangnya yang dikirim lagi.',
    forgotten: 'Kalau Anda tidak mengikuti laporan lain, alamat email Anda sudah kami hapus.',
    text: 'Anda tidak akan mendapat surat lagi tentang laporan {{number}}.',
    title: 'Berhenti mengikuti laporan',
    unknown: 'Tautan ini tidak dikenal. Pastikan seluruh tautan dari surat itu tersalin.',
  },
};
