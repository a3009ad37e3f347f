/** Name and contact of a reporter, changed by who has the code. */
export const contact = {
  added: {
    button: 'Bukan saya, hapus alamat itu',
    removed: 'Alamat email yang baru ditambahkan sudah dihapus, dan kode yang dikirim ke sana tidak berlaku lagi.',
    text: 'Alamat email ditambahkan {{when}}. Selama 7 hari alamat itu dapat dihapus di sini. Hapus kalau bukan Anda yang menambahkannya: berarti orang lain punya kode Anda.',
  },
  back: 'Kembali ke laporan Anda',
  code: {
    body: {
      added:
        'Ini kode baru untuk laporan Anda. Alamat email ini baru ditambahkan, jadi kode yang lama juga masih berlaku sampai alamat ini tercatat 7 hari.',
      taken_back:
        'Perubahan kontak sudah dibatalkan dari alamat ini. Kode yang lama sudah tidak berlaku, siapa pun yang memegangnya. Ini kode baru untuk laporan Anda.',
    },
    subject: 'Laporan {{number}}: perubahan dibatalkan, kode baru',
    unasked: {
      added: 'Tidak meminta kode baru? Kode ini hanya dikirim ke alamat ini.',
      taken_back:
        'Simpan kode ini dan jangan berikan kepada siapa pun: siapa yang punya kode dapat membuka dan mengubah laporan Anda.',
    },
  },
  confirm: {
    button: 'Ya, pakai alamat ini',
    done: 'Alamat email ini sekarang tercatat untuk laporan {{number}}.',
    over: 'Tautan ini sudah dipakai, sudah lewat waktunya, diganti permintaan yang lebih baru, atau kode laporannya sudah diganti.',
    text: 'Kabar tentang laporan {{number}} akan kami kirim ke alamat email yang menerima surat ini.',
    title: 'Pakai alamat email ini',
  },
  disowned:
    'Alamat email yang dulu ditulis untuk laporan ini sudah dihapus {{when}}: pemiliknya menyatakan laporan ini bukan miliknya. Ke sana tidak kami kirim surat lagi.',
  disownedLink: 'Periksa alamat email Anda',
  done: 'Sudah dicatat.',
  empty: 'Belum ada yang dicatat. Isi paling sedikit satu.',
  field: {
    email: 'Alamat email',
    name: 'Nama',
    phone: 'Nomor telepon',
  },
  history: {
    added: {
      email: 'Alamat email ditambahkan {{when}}',
      name: 'Nama ditambahkan {{when}}',
      phone: 'Nomor telepon ditambahkan {{when}}',
    },
    changed: {
      email: 'Alamat email diganti {{when}}',
      name: 'Nama diganti {{when}}',
      phone: 'Nomor telepon diganti {{when}}',
    },
    none: 'Belum pernah diubah.',
    recorded: {
      email: 'Alamat email dicatat {{when}}',
      name: 'Nama dicatat {{when}}',
      phone: 'Nomor telepon dicatat {{when}}',
    },
    taken_back: '{{what}}, lalu dibatalkan',
    title: 'Riwayat kontak',
    waiting: 'Alamat email baru menunggu dibukanya tautan di surat, sampai {{when}}',
  },
  intro:
    'Yang tercatat hanya kami tampilkan sebagian. Isi yang ingin Anda ganti atau tambahkan; yang dibiarkan kosong tetap seperti sekarang.',
  letter: {
    added: {
      email: 'Alamat email: ditambahkan',
      name: 'Nama: ditambahkan',
      phone: 'Nomor telepon: ditambahkan',
    },
    asked: {
      email: 'Alamat email: diminta diganti, dan baru dipakai setelah tautan di surat ke alamat baru dibuka',
      name: 'Nama: diminta diganti',
      phone: 'Nomor telepon: diminta diganti',
    },
    code: {
      added:
        'Laporan itu milik Anda: isi kode laporan Anda di sana. Yang ditambahkan dihapus lagi, yang masih menunggu tidak jadi dipakai, kode yang sekarang tidak berlaku lagi, dan kode baru kami kirim ke alamat ini. Laporan itu bukan milik Anda: cukup tekan tombol kedua di sana, dan kami tidak menyurati Anda lagi tentang laporan itu.',
      asked:
        'Laporan itu milik Anda: isi kode laporan Anda di sana. Alamat baru tidak jadi dipakai, kode yang sekarang tidak berlaku lagi, dan kode baru kami kirim ke alamat ini. Laporan itu bukan milik Anda: cukup tekan tombol kedua di sana, dan kami tidak menyurati Anda lagi tentang laporan itu.',
      done: 'Laporan itu milik Anda: isi kode laporan Anda di sana. Semua yang disebut di atas dicatat kembali seperti semula, yang masih menunggu tidak jadi dipakai, kode yang sekarang tidak berlaku lagi, dan kode baru kami kirim ke alamat ini. Laporan itu bukan milik Anda: cukup tekan tombol kedua di sana, dan kami tidak menyurati Anda lagi tentang laporan itu.',
    },
    confirm:
      'Seseorang, mungkin Anda, ingin agar kabar tentang laporan {{number}} dikirim ke alamat ini. Buka tautan ini dan tekan tombolnya dalam 48 jam:',
    confirmSubject: 'Laporan {{number}}: pakai alamat email ini?',
    done: {
      email: 'Alamat email: sudah diganti, kabar tidak lagi dikirim ke alamat ini',
      name: 'Nama: sudah diganti',
      phone: 'Nomor telepon: sudah diganti',
    },
    ignore: 'Kalau bukan Anda, abaikan surat ini. Alamat ini tidak dicatat.',
    lead: {
      added: 'Seseorang yang punya kode laporan {{number}} sudah menambahkan kontak yang belum tercatat di sana:',
      asked: 'Seseorang yang punya kode laporan {{number}} meminta alamat emailnya diganti. Yang lama masih dipakai:',
      done: 'Seseorang yang punya kode laporan {{number}} sudah mengganti yang tercatat:',
    },
    mine: 'Kalau itu Anda, tidak ada yang perlu dilakukan.',
    notMine:
      'Bukan Anda yang mengubahnya, atau Anda tidak pernah membuat laporan itu? Buka tautan ini dalam 7 hari dan pilih yang sesuai:',
    removed:
      'Alamat ini tidak lagi tercatat untuk laporan {{number}}: perubahan itu dibatalkan oleh alamat yang lama. Kabar laporan itu tidak dikirim lagi ke sini.',
    removedMine: 'Kalau laporan itu memang milik Anda berdua, bicarakan dengan yang memegang alamat lama.',
    removedSubject: 'Laporan {{number}}: perubahan dibatalkan oleh alamat yang lama',
    subject: {
      added: 'Laporan {{number}}: kontak ditambahkan',
      asked: 'Laporan {{number}}: alamat email diminta diganti',
      done: 'Laporan {{number}}: kontak diganti',
    },
  },
  link: 'Ganti atau tambah nama dan kontak',
  noLetters: 'Situs ini belum terhubung ke server surat, jadi alamat email belum dapat diganti.',
  now: 'Tercatat: {{value}}',
  lost: 'Tidak dapat dibuka lagi: kunci yang menyegelnya hilang.',
  nothing: 'Belum ada yang tercatat.',
  sent: 'Kami mengirim surat ke alamat baru. Alamat itu dipakai setelah tautannya Anda buka dan tombolnya Anda tekan, paling lambat 48 jam lagi. Alamat lama, kalau ada, juga kami beri tahu.',
  sentNothing:
    'Suratnya tidak ada? Lihat folder spam. Ke alamat yang belum terbukti kami kirim paling banyak dua surat sehari dan tiga seminggu. Mungkin alamatnya salah ketik, atau dulu Anda menghentikan semua surat ke alamat itu: tekan tautan pengaturan di surat lama kami di sana, lalu minta lagi.',
  submit: 'Simpan perubahan',
  takeBack: {
    button: 'Batalkan perubahan',
    closed:
      'Sudah terlalu banyak kode yang salah dicoba lewat surat ini. Perubahan tidak dapat dibatalkan di sini lagi: hubungi petugas.',
    disowned:
      'Sudah dicatat. Alamat Anda tidak lagi tercatat untuk laporan {{number}}, dan kami tidak mengirim surat tentang laporan itu ke sana lagi.',
    done: 'Sudah dibatalkan untuk laporan {{number}}. Kode yang tadi tidak berlaku lagi; kode baru kami kirim ke alamat email ini.',
    lead: 'Kontak pada laporan {{number}} diubah, atau diminta diubah, oleh seseorang yang punya kodenya. Pilih yang sesuai dengan Anda.',
    mine: 'Laporan ini milik saya, perubahan ini bukan dari saya',
    noCode:
      'Kode Anda sudah diganti orang lain? Kode yang lama, yang Anda terima waktu melapor, tetap kami kenali di sini. Kode Anda hilang? Hubungi petugas.',
    notMine: 'Laporan ini bukan milik saya',
    notMineButton: 'Bukan laporan saya, hapus alamat ini',
    notMineText:
      'Seseorang menulis alamat Anda pada laporannya, mungkin salah ketik. Tekan tombol ini, tanpa kode: alamat Anda dihapus dari laporan itu dan tidak dikirimi surat tentang laporan itu lagi. Laporannya sendiri tidak berubah.',
    over: 'Tautan ini sudah dipakai atau sudah lewat 7 hari. Kalau masih ada yang tidak beres, minta kode baru atau hubungi petugas.',
    text: 'Isi kode laporan Anda. Semua perubahan kontak yang pernah kami beri tahukan ke alamat Anda, dan semua yang diganti sesudahnya, dibatalkan. Kode yang sekarang tidak berlaku lagi, dan kode baru dikirim ke alamat Anda.',
    title: 'Perubahan kontak pada sebuah laporan',
    undone: {
      added: {
        email: 'Alamat email: yang ditambahkan dihapus lagi',
        name: 'Nama: yang ditambahkan dihapus lagi',
        phone: 'Nomor telepon: yang ditambahkan dihapus lagi',
      },
      asked: {
        email: 'Alamat email: yang diminta tidak jadi dipakai',
        name: 'Nama: yang diminta tidak jadi dipakai',
        phone: 'Nomor telepon: yang diminta tidak jadi dipakai',
      },
      done: {
        email: 'Alamat email: yang lama dicatat kembali',
        name: 'Nama: yang lama dicatat kembali',
        phone: 'Nomor telepon: yang lama dicatat kembali',
      },
      own: 'Ada yang memang Anda ganti sendiri? Masuk dengan kode baru dan ganti sekali lagi.',
    },
    wrong: 'Itu bukan kode laporan ini. Periksa angkanya satu per satu. Kode yang lama juga boleh.',
  },
  title: 'Nama dan kontak Anda',
  told: 'Setiap perubahan kami beri tahukan ke alamat email yang tercatat: yang pertama langsung, yang menyusul pada hari itu dalam satu surat. Dari sana, dengan kode laporan Anda, perubahan dapat dibatalkan selama 7 hari.',
  tooMany: 'Sudah lima kali diganti hari ini. Coba lagi besok.',
  waiting: 'menunggu: {{value}}',
};
