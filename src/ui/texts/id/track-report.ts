/** /lacak: what the reporter sees and may do. */
export const trackReport = {
  changes: 'Yang berubah sejak Anda membukanya',
  clock: { completion: 'Kesempatan Anda melengkapi laporan', reply_window: 'Kesempatan Anda menanggapi' },
  confirm: {
    hint: 'Kalau masalahnya sudah selesai, nyatakan di sini. Laporan lalu ditutup.',
    message: 'Pesan untuk yang mengerjakan',
    rating: 'Bagaimana menurut Anda?',
    ratingNone: 'Tidak memberi nilai',
    submit: 'Ya, sudah selesai',
    title: 'Sudah selesai?',
  },
  correct: {
    done: 'Laporan Anda sudah diperbaiki.',
    open: 'Perbaiki isi laporan',
    submit: 'Simpan perbaikan',
    title: 'Perbaiki laporan',
    tooLate:
      'Isi laporan ini tidak dapat diperbaiki lagi: waktunya sudah lewat, sudah diperbaiki, atau petugas sudah mulai bekerja. Kirim pesan di halaman laporan Anda.',
    until:
      'Dapat diperbaiki satu kali sampai {{until}}, selama petugas belum mulai bekerja. Isi semula tetap tercatat dalam riwayat.',
  },
  details: 'Yang Anda laporkan',
  dispute: {
    choose: 'Pilih alasan',
    hint: 'Jawaban atau keputusannya tidak tepat? Atasan dari pihak yang menjawab akan memeriksanya lagi.',
    message: 'Apa yang belum selesai atau tidak tepat?',
    reason: 'Alasan',
    submit: 'Kirim sanggahan',
    title: 'Belum selesai, atau tidak setuju?',
  },
  done: {
    confirm: 'Terima kasih. Laporan dinyatakan selesai.',
    dispute: 'Sanggahan Anda sudah kami terima dan diperiksa oleh atasan dari pihak yang menjawab.',
    message: 'Pesan Anda sudah terkirim.',
    provide_info: 'Keterangan Anda sudah kami terima.',
    withdraw: 'Laporan sudah ditarik.',
  },
  filedAt: 'Dilaporkan',
  form: {
    again:
      'Sudah lama tidak dipakai, jadi kami tanyakan kodenya sekali lagi. Yang Anda ketik tidak hilang: sesudah ini tinggal dikirim.',
    barred:
      'Sudah sepuluh kali kode yang salah dicoba untuk laporan ini. Kode, juga yang benar, diterima lagi mulai {{from}}.',
    closed:
      'Sudah terlalu banyak kode yang salah untuk laporan ini. Seterusnya laporan hanya dapat dibuka lewat kontak yang Anda berikan: minta kode baru.',
    code: 'Kode',
    codeHint: 'Delapan angka yang Anda terima waktu melapor.',
    notCode: 'Kode terdiri dari delapan angka.',
    notNumber: 'Ini bukan nomor laporan. Periksa angkanya satu per satu.',
    number: 'Nomor laporan',
    numberHint: 'Sepuluh angka, misalnya 123-456-7890.',
    submit: 'Lihat laporan',
  },
  from: { city: 'Dari petugas', reporter: 'Dari Anda' },
  history: 'Perjalanan laporan Anda',
  isAnonymous: 'Nama Anda tidak ditunjukkan kepada umum dan kepada yang Anda laporkan.',
  isSecret: 'Isi laporan ini dirahasiakan atas permintaan Anda.',
  kept: 'Yang Anda ketik',
  leave: 'Keluar dari halaman laporan ini',
  onDevice: 'Nomor laporan yang dikirim dari perangkat ini',
  lost: {
    asked:
      'Kalau nomor dan kontaknya cocok, dan waktu melapor Anda menulis alamat email, kode baru dikirim ke email itu dan kode lama tidak berlaku lagi. Kalau tidak, tidak ada yang berubah: kode lama tetap berlaku. Paling banyak tiga kali sehari.',
    contact: 'Email atau nomor telepon Anda',
    contactHint: 'Yang Anda tulis waktu melapor, untuk memastikan ini Anda.',
    link: 'Kode hilang?',
    notContact: 'Tulis satu alamat email atau satu nomor telepon.',
    submit: 'Kirim kode baru',
    text: 'Kode baru hanya dikirim ke alamat email yang Anda berikan waktu melapor. Tanpa alamat email, kode tidak dapat diganti.',
    title: 'Minta kode baru',
  },
  lowRating: {
    settled: 'Atau, kalau memang sudah selesai',
    text: 'Anda memberi nilai rendah. Kalau masalahnya belum beres, Anda dapat menyanggah: laporan lalu diperiksa lagi oleh atasan dari pihak yang menjawab.',
    title: 'Sungguh sudah selesai?',
  },
  /** What a state means, said to the reporter, where it is said otherwise to everyone. */
  meaning: {
    disputed: 'Anda menyanggah jawabannya. Atasan dari pihak yang menjawab sedang memeriksanya.',
    needs_info: 'Petugas menunggu keterangan dari Anda.',
    rejected: 'Laporan Anda tidak dapat diproses. Alasannya ada di bawah.',
    resolved: 'Jawaban sudah diperiksa dan disampaikan. Anda dapat menyatakan selesai atau menyanggah.',
  },
  message: {
    label: 'Pesan Anda',
    submit: 'Kirim pesan',
    title: 'Pesan untuk petugas',
  },
  notDone: 'Belum terkirim',
  offer: {
    completion: 'Anda dapat melengkapi paling lambat {{due}}, {{remaining}}; sesudah itu laporan ditutup.',
    objection: 'Anda dapat menyanggah paling lambat {{due}}, {{remaining}}; sesudah itu tidak dapat lagi.',
    reply:
      'Anda dapat menyatakan selesai atau menyanggah paling lambat {{due}}, {{remaining}}; sesudah itu laporan ditutup.',
  },
  promise: {
    late: 'Keterlambatan ini tercatat.',
    none: 'Tidak ada batas waktu yang sedang berjalan.',
    title: 'Batas waktu yang berjalan',
  },
  provideInfo: {
    hint: 'Petugas bertanya:',
    message: 'Jawaban Anda',
    submit: 'Kirim keterangan',
    title: 'Petugas menunggu keterangan Anda',
  },
  rating: {
    one: 'Buruk sekali',
    two: 'Buruk',
    three: 'Cukup',
    four: 'Baik',
    five: 'Baik sekali',
  },
  rated: 'Nilai {{rating}} dari 5',
  reading: {
    field: { email: 'alamat email', name: 'nama', phone: 'nomor telepon', photo: 'berkas asli foto' },
    ground: {
      deliver_notice: 'untuk mengirim kabar kepada Anda',
      handling: 'untuk menangani laporan',
      lost_code: 'untuk mengirim kode baru',
      photo_check: 'untuk memeriksa tempat, waktu, atau keaslian foto',
      receipt: 'untuk membuat tanda terima',
    },
    line: '{{when}}: {{who}} membaca {{what}} {{why}}.',
    none: 'Belum ada petugas yang membacanya.',
    ofSubject: {
      email: 'alamat email orang yang Anda wakili',
      name: 'nama orang yang Anda wakili',
      phone: 'nomor telepon orang yang Anda wakili',
    },
    system: 'Sistem membukanya sendiri, tanpa dilihat petugas:',
    systemLine_other: '{{what}} {{why}}: {{count}} kali, terakhir {{when}}.',
    titleOriginal_other: 'Petugas yang membuka berkas asli foto Anda ({{count}} kali)',
    title_other: 'Petugas yang membuka identitas ({{count}} kali)',
  },
  signedOut:
    'Anda sudah keluar. Laporan Anda tetap berjalan; nomor dan kodenya tidak ditampilkan lagi di perangkat ini.',
  title: 'Lacak laporan',
  titleOf: 'Laporan {{number}}',
  withdraw: {
    hint: 'Laporan ditutup atas permintaan Anda. Ini tidak dapat dibatalkan.',
    submit: 'Tarik laporan',
    title: 'Tarik laporan ini?',
  },
  whoSees: 'Siapa yang dapat melihat',
  yourTurn: 'Giliran Anda',
  yours: 'Laporan Anda',
};
