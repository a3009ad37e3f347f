/** A forgotten password, a lost telephone: links by which to begin anew. */
export const reset = {
  asked: {
    text: 'Kalau nama masuk itu ada dan punya alamat email, surat dengan tautan sedang dikirim ke alamat itu. Tautannya berlaku satu jam.',
    noLetter:
      'Tidak ada surat? Periksa folder spam. Nama masuk tanpa alamat email, atau ponsel dan kata sandi hilang sekaligus: hubungi pengelola akun di instansi Anda.',
    title: 'Periksa email Anda',
  },
  both: { title: 'Atur ulang akun Anda' },
  done: 'Tersimpan. Semua sesi Anda sudah diakhiri: masuk lagi.',
  forgot: {
    hint: 'Kami mengirim tautan untuk membuat kata sandi baru ke alamat email Anda. Kode dari aplikasi autentikasi tetap diminta saat masuk.',
    link: 'Lupa kata sandi?',
    login: 'Nama masuk atau alamat email',
    missing: 'Ketik nama masuk Anda.',
    submit: 'Kirim tautan',
    title: 'Lupa kata sandi',
    tooMany: 'Terlalu sering diminta dari jaringan ini. Coba lagi satu jam lagi.',
  },
  letter: {
    ignore: 'Bukan Anda yang meminta? Abaikan surat ini: kata sandi Anda tidak berubah.',
    open: {
      password: 'Buka tautan ini untuk membuat kata sandi baru. Tautan berlaku satu jam dan satu kali:',
      second_factor:
        'Siapkan kata sandi dan ponsel Anda, lalu buka tautan ini untuk menghubungkan aplikasi autentikasi yang baru. Tautan berlaku tujuh hari dan satu kali:',
    },
    subject: {
      password: 'Kata sandi baru untuk {{city}}',
      second_factor: 'Aplikasi autentikasi Anda di {{city}} dilepas',
    },
    told: {
      password: 'Ada yang meminta kata sandi baru untuk akun petugas Anda, {{login}}.',
      second_factor:
        '{{name}} melepas aplikasi autentikasi dari akun petugas Anda, {{login}}. Semua sesi Anda sudah diakhiri. Kalau Anda tidak memintanya, segera hubungi pengelola akun di instansi Anda.',
    },
  },
  over: 'Tautan ini sudah dipakai, diganti yang baru, atau lewat waktunya. Minta tautan baru di halaman masuk, atau hubungi pengelola akun di instansi Anda.',
  password: { save: 'Simpan kata sandi', title: 'Kata sandi baru' },
  second_factor: { title: 'Aplikasi autentikasi baru' },
  whose: 'Akun: {{login}}',
};
