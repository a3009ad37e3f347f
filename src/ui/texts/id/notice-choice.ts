/** Which letters somebody wants about a report. */
export const noticeChoice = {
  addressStopped: 'Semua surat ke alamat ini dihentikan. Kabar laporan tetap dapat dibaca di situs ini.',
  done: {
    address_resumed: 'Surat ke alamat ini dikirim lagi.',
    address_stopped: 'Tidak ada lagi surat ke alamat ini.',
    nothing: 'Tidak ada yang disimpan: di halaman ini tidak ada surat laporan yang dapat diatur.',
    resumed: 'Surat tentang laporan ini dikirim lagi.',
    saved: 'Pilihan Anda disimpan.',
    savedInVain:
      'Pilihan Anda disimpan, tetapi suratnya tetap dihentikan. Hidupkan lagi di bawah agar pilihan itu berlaku.',
    stopped: 'Surat tentang laporan ini dihentikan.',
  },
  endHint:
    'Pertanyaan petugas tidak ikut dikirim. Laporan dapat ditutup bila pertanyaan tidak dijawab; periksa halamannya sendiri.',
  endHintFollower: 'Langkah di antaranya tidak dikirim; semuanya dapat dibaca di halaman laporan.',
  ended: 'Anda tidak lagi mengikuti laporan ini. Untuk mengikutinya lagi, buka halaman laporannya.',
  field: {
    from: 'Jam tenang mulai, misalnya 21.00',
    language: 'Bahasa surat',
    quiet: 'Jam tenang',
    steps: 'Kabar yang dikirim',
    until: 'Jam tenang berakhir, misalnya 07.00',
  },
  followAgain: 'Ikuti lagi laporan ini',
  forAll: 'Pilihan di bawah ini berlaku untuk semua laporan yang Anda ikuti.',
  mayBeStopped:
    'Surat tidak datang? Kalau Anda pernah menghentikan semua surat ke alamat email Anda, laporan ini pun tidak dikabarkan ke sana. Caranya hidup lagi ada di Atur pemberitahuan.',
  noAddress: 'Belum ada alamat email pada laporan ini, jadi tidak ada surat yang dikirim.',
  noLetter: 'Tautan ini tidak dikenal. Gunakan tautan pada surat terbaru.',
  noLonger: 'Tautan ini tidak lagi mengatur surat tentang laporan ini.',
  noneSent: 'Surat tentang laporan ini tidak dikirim, karena dihentikan. Kabarnya dibaca di halaman ini.',
  noneSentChange: 'Ubah',
  notATime: {
    from: 'Tulis jam mulainya dengan angka, misalnya 21.00.',
    until: 'Tulis jam berakhirnya dengan angka, misalnya 07.00.',
  },
  open: 'Atur pemberitahuan',
  ownAddressStopped:
    'Semua surat ke alamat email pada laporan ini dihentikan, jadi pilihan lain tidak berlaku sekarang. Kabar laporan tetap dapat dibaca di situs ini.',
  perhapsStopped:
    'Pernah menghentikan semua surat ke alamat email Anda? Selama itu pilihan di sini tidak berlaku. Hidupkan lagi lewat tautan di akhir surat kami yang mana pun ke alamat itu.',
  quiet: {
    city: 'Ikuti jam tenang kota ({{hours}})',
    cityNone: 'Ikuti kota (tanpa jam tenang)',
    none: 'Tidak ada: kirim kapan saja',
    own: 'Jam saya sendiri',
  },
  quietHint: 'Kabar pada jam tenang dikirim sesudahnya. Tidak ada yang hilang.',
  readOwn: 'Buka halaman laporan Anda',
  readPublic: 'Buka halaman laporan',
  resume: 'Kirim lagi',
  resumeAll: 'Kirim lagi surat ke alamat ini',
  resumeAllHint: 'Kalau dikirim lagi, Anda menerima kabar yang terjadi sesudahnya, dan pilihan surat berlaku lagi.',
  resumeHint:
    'Surat sedang dihentikan. Kalau dikirim lagi, Anda menerima kabar yang terjadi sesudahnya, dan dapat memilih surat lagi.',
  resumeOwnAddress: 'Kirim lagi surat ke alamat email itu',
  sameTime:
    'Jam mulai dan jam berakhir sama. Tulis jam berakhir yang lain, atau pilih “Tidak ada: kirim kapan saja” dan kosongkan kedua jam.',
  save: 'Simpan',
  steps: {
    all: 'Setiap langkah',
    end: 'Hanya jawaban dan akhirnya',
    needed: 'Hanya pertanyaan, jawaban, dan batas waktu untuk Anda',
  },
  stop: 'Hentikan',
  stopAddress: 'Semua surat ke alamat ini',
  stopAddressHint:
    'Untuk pemilik alamat surat ini: tidak ada lagi surat apa pun dari kota ini ke alamat ini, juga tentang laporan lain. Yang tetap dikirim hanya peringatan bila kontak laporan Anda diganti, dan kode baru yang diminta. Dapat dibuka lagi lewat halaman ini.',
  stopAll: 'Hentikan semua surat ke alamat ini',
  stopFollowing: 'Berhenti mengikuti',
  stopFollowingHint:
    'Hanya laporan ini: Anda tidak menerima surat lagi tentangnya. Laporan lain yang Anda ikuti tetap dikabarkan.',
  stopFollowingThis: 'Berhenti mengikuti laporan ini',
  stopThis: 'Surat tentang laporan ini',
  stopThisHint: {
    goes: 'Kalau dihentikan, tidak ada surat lagi tentang laporan ini, selain satu surat terakhir yang memberitahukannya: sesudah jam tenang, dan tidak ke alamat yang tidak mau surat apa pun. Tanpa surat pun semua kabarnya tetap dapat dibaca di halaman laporan Anda dengan nomor dan kode.',
    none: 'Kalau dihentikan, tidak ada surat lagi tentang laporan ini. Tanpa surat pun semua kabarnya tetap dapat dibaca di halaman laporan Anda dengan nomor dan kode.',
    told: 'Kalau dihentikan, tidak ada surat lagi tentang laporan ini. Penghentian hari ini sudah pernah diberitahukan lewat surat; yang kedua tidak dikirim. Tanpa surat pun semua kabarnya tetap dapat dibaca di halaman laporan Anda dengan nomor dan kode.',
  },
  stoppedSince:
    'Surat tentang laporan ini dihentikan sejak {{since}}. Semua kabarnya tetap dapat dibaca di halaman laporan.',
  title: 'Atur pemberitahuan',
};
