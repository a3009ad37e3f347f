/** Keys for programs, as an administrator keeps them. */
export const apiKey = {
  beyondPost: 'Jabatan itu sendiri tidak berhak atas sebagian cakupan ini. Pilih yang lain.',
  column: { made: 'Dibuat', state: 'Keadaan', used: 'Terakhir dipakai' },
  ending: 'Segera berakhir',
  endingWhich: '{{post}}: berlaku sampai {{until}}. Buat kunci baru dan pasang di programnya sebelum hari itu.',
  endless: 'tanpa batas',
  field: {
    post: 'Bertindak sebagai jabatan',
    scopes: 'Cakupan',
    until: 'Berlaku sampai',
    untilHint: 'Hari terakhir. Paling lama dua tahun lagi.',
  },
  hint: 'Kunci dipakai program lain untuk membaca atau mengirim laporan. Kunci tidak pernah boleh lebih daripada jabatannya.',
  letter: {
    body: 'Kunci program yang bertindak sebagai {{post}} berlaku sampai {{day}}. Sesudah itu programnya tidak dapat membaca atau mengirim laporan lagi.',
    open: 'Minta pengelola kota membuat kunci baru dan memasangnya sebelum hari itu:',
    subject: 'Kunci program {{post}} berakhir {{day}}',
  },
  made: 'Kunci baru',
  madeBy: '{{name}}, {{moment}}',
  make: 'Buat kunci',
  news: {
    body: 'Sejak sekarang sebuah program memegang kunci yang bertindak sebagai {{post}}: {{may}}. Masa berlakunya: {{until}}.',
    stranger:
      'Yang dilakukannya tercatat atas nama jabatan Anda. Kalau Anda tidak tahu untuk apa kunci ini dibuat, tanyakan kepada pengelola kota; ia dapat mencabutnya kapan saja.',
    subject: 'Kunci program baru: {{post}}',
  },
  none: 'Belum ada kunci.',
  once: 'Salin sekarang ke programnya: kunci ini tidak disimpan dan tidak dapat ditampilkan lagi. Perlakukan seperti kata sandi.',
  operator: 'Pengelola server',
  revoke: 'Cabut',
  revoked: 'Kunci dicabut. Program yang memakainya ditolak mulai sekarang.',
  scope: {
    'report:create': 'mengirim laporan',
    'report:handle': 'menangani laporan',
    'report:read': 'membaca laporan yang boleh dilihat jabatan itu',
  },
  state: {
    ending: 'segera berakhir',
    good: 'berlaku',
    over: 'habis masanya',
    post_closed: 'jabatannya ditutup',
    revoked: 'dicabut',
  },
  title: 'Kunci program',
  tooFar: 'Terlalu jauh ke depan. Isi tanggal paling lama dua tahun dari hari ini.',
  until: 'sampai {{day}}',
};
