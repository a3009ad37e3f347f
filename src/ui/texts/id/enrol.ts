/** A password and an authenticator app, step by step. */
export const enrol = {
  codes: {
    finish: 'Sudah saya simpan, selesai',
    hint: 'Kode cadangan ini dipakai kalau ponsel Anda hilang atau rusak. Masing-masing berlaku sekali. Cetak atau catat sekarang: halaman ini tidak dapat dibuka lagi.',
    title: 'Simpan kode cadangan',
  },
  factor: {
    code: 'Enam angka dari aplikasi',
    codeHint: 'Angkanya berganti tiap 30 detik.',
    qr: 'Kode QR untuk aplikasi autentikasi',
    scan: 'Pasang aplikasi autentikasi di ponsel Anda, misalnya Google Authenticator, Microsoft Authenticator, atau Aegis. Lalu pindai kode ini dengan aplikasi itu.',
    secret: 'Kode ini tidak dapat dipindai? Ketik kunci berikut di aplikasi, dengan jenis berbasis waktu:',
    submit: 'Periksa angka',
    title: 'Hubungkan aplikasi autentikasi',
  },
  newPassword: 'Kata sandi baru',
  newPasswordHint: 'Paling sedikit 12 karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.',
  password: 'Kata sandi Anda',
  problem: {
    common: 'Kata sandi ini mudah ditebak. Pilih beberapa kata yang tidak berhubungan.',
    not_repeated: 'Tidak sama dengan kata sandi di atas. Ketik keduanya sekali lagi.',
    personal: 'Kata sandi ini memuat nama atau nama masuk Anda. Pilih yang lain.',
    required: 'Ketik kata sandinya.',
    too_long: 'Paling banyak 128 karakter.',
    too_short: 'Terlalu pendek. Paling sedikit 12 karakter.',
    wrong_code: 'Angkanya tidak cocok. Tunggu angka berikutnya di aplikasi, lalu ketik yang baru.',
    wrong_password: 'Kata sandinya tidak cocok. Lupa? Minta yang baru di halaman masuk.',
  },
  repeated: 'Ketik sekali lagi',
};
