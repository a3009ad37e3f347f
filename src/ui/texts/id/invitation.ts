/** Being asked to hold a post: the letter, and the page behind its link. */
export const invitation = {
  accept: 'Terima jabatan',
  accepted: 'Akun Anda sudah jadi. Masuk dengan alamat email Anda, kata sandi tadi, dan angka dari aplikasi.',
  account: 'Nama masuk Anda: {{login}}',
  by: '{{name}} mengundang Anda di {{city}}.',
  byOperator: 'Pengelola layanan mengundang Anda di {{city}}.',
  hasAccount: 'Alamat ini sudah punya akun. Masuk dulu, lalu terima jabatan ini: akun kedua tidak perlu.',
  letter: {
    body: '{{name}} mengundang Anda memegang jabatan berikut di {{city}}:',
    bodyByOperator: 'Pengelola layanan mengundang Anda memegang jabatan berikut di {{city}}:',
    open: 'Buka tautan ini untuk menerima. Siapkan ponsel dengan aplikasi autentikasi. Tautan berlaku tujuh hari dan satu kali:',
    stranger: 'Tidak mengenal layanan ini? Abaikan surat ini: tanpa tautan itu tidak ada yang berubah.',
    subject: 'Undangan sebagai petugas di {{city}}',
  },
  otherAccount: 'Saya sudah punya akun lain di layanan ini',
  over: 'Tautan ini sudah dipakai, dibatalkan, diganti undangan baru, atau lewat tujuh hari. Mintalah undangan baru kepada pengelola akun di instansi Anda.',
  signedIn: 'Anda masuk sebagai {{login}}. Jabatan di atas akan ditambahkan pada akun ini.',
  signIn: 'Masuk untuk menerima',
  span: {
    from: '{{post}}, mulai {{from}}',
    both: '{{post}}, mulai {{from}} sampai {{until}}',
  },
  taken: 'Akun untuk alamat ini baru saja dibuat. Masuk untuk menerima jabatan.',
  title: 'Undangan sebagai petugas',
  toSignIn: 'Ke halaman masuk',
};
