/** Name and contact of a reporter, changed by who has the code. */
export const contact = {
  back: 'Kembali ke laporan Anda',
  confirm: {
    button: 'Ya, pakai alamat ini',
    done: 'Alamat email ini sekarang tercatat untuk laporan {{number}}.',
    over: 'Tautan ini sudah dipakai, sudah lewat waktunya, atau diganti permintaan yang lebih baru.',
    text: 'Kabar tentang laporan {{number}} akan kami kirim ke alamat email yang menerima surat ini.',
    title: 'Pakai alamat email ini',
  },
  done: 'Sudah diganti.',
  field: {
    email: 'Alamat email',
    name: 'Nama',
    phone: 'Nomor telepon',
  },
  history: {
    email: 'Alamat email diganti {{when}}',
    name: 'Nama diganti {{when}}',
    none: 'Belum pernah diganti.',
    phone: 'Nomor telepon diganti {{when}}',
    taken_back: '{{what}}, lalu dibatalkan dari alamat lama',
    title: 'Riwayat kontak',
    waiting: 'Alamat email baru menunggu dibukanya tautan di surat, sampai {{when}}',
  },
  intro:
    'Yang tercatat hanya kami tampilkan sebagian. Isi yang ingin Anda ganti atau tambahkan; yang lain tetap seperti sekarang.',
  letter: {
    asked: {
      email:
        'Seseorang yang punya kode laporan {{number}} meminta agar alamat emailnya diganti. Alamat baru dipakai setelah tautan di surat ke sana dibuka.',
      name: 'Seseorang yang punya kode laporan {{number}} mengganti nama yang tercatat.',
      phone: 'Seseorang yang punya kode laporan {{number}} mengganti nomor telepon yang tercatat.',
    },
    code: 'Yang lama dicatat kembali, kode yang sekarang tidak berlaku lagi, dan kode baru kami kirim ke alamat ini.',
    confirm:
      'Seseorang, mungkin Anda, ingin agar kabar tentang laporan {{number}} dikirim ke alamat ini. Buka tautan ini dan tekan tombolnya dalam 48 jam:',
    confirmSubject: 'Laporan {{number}}: pakai alamat email ini?',
    ignore: 'Kalau bukan Anda, abaikan surat ini. Alamat ini tidak dicatat.',
    mine: 'Kalau itu Anda, tidak ada yang perlu dilakukan.',
    notMine: 'Bukan Anda? Buka tautan ini dan tekan tombolnya dalam 7 hari:',
    subject: 'Laporan {{number}}: kontak diganti',
  },
  link: 'Ganti nama atau kontak',
  noLetters: 'Situs ini belum terhubung ke server surat, jadi alamat email belum dapat diganti.',
  now: 'Tercatat: {{value}}',
  nothing: 'Belum ada yang tercatat.',
  sent: 'Kami mengirim surat ke alamat baru. Alamat itu dipakai setelah tautannya Anda buka dan tombolnya Anda tekan, paling lambat 48 jam lagi. Alamat lama, kalau ada, juga kami beri tahu.',
  submit: {
    email: 'Ganti alamat email',
    name: 'Ganti nama',
    phone: 'Ganti nomor telepon',
  },
  takeBack: {
    button: 'Bukan saya, batalkan',
    done: 'Sudah dibatalkan. Yang lama tercatat lagi untuk laporan {{number}}. Kode yang tadi tidak berlaku lagi; kode baru kami kirim ke alamat email yang tercatat.',
    over: 'Tautan ini sudah dipakai atau sudah lewat 7 hari. Kalau masih ada yang tidak beres, minta kode baru atau hubungi petugas.',
    text: 'Perubahan kontak pada laporan {{number}} dan semua yang diganti sesudahnya dibatalkan. Kode yang sekarang tidak berlaku lagi, dan kode baru dikirim ke alamat lama.',
    title: 'Batalkan perubahan kontak',
  },
  title: 'Nama dan kontak Anda',
  told: 'Setiap perubahan kami beri tahukan ke alamat email yang tercatat. Dari sana perubahan dapat dibatalkan selama 7 hari.',
  tooMany: 'Sudah lima kali diganti hari ini. Coba lagi besok.',
};
