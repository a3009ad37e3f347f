/** The page that describes the interfaces for programs, and what only they are told. */
export const api = {
  answers: 'Jawaban',
  body: 'Isi (JSON)',
  example: 'Contoh',
  field: 'Bidang',
  fieldOptional: 'boleh kosong',
  fieldRequired: 'wajib',
  intro:
    'Untuk program yang membaca atau mengirim laporan. Membaca yang umum tidak perlu kunci; menulis perlu kunci dari kota.',
  jsonOnly: 'Kirim isinya sebagai JSON, dengan tajuk Content-Type: application/json.',
  key: 'Kunci',
  keyNone: 'Tanpa kunci',
  keyNeeded: 'Perlu kunci',
  keyUnknown:
    'Perlu kunci yang berlaku di kota ini: kirim dalam tajuk Authorization, sesudah kata Bearer. Kunci yang salah, habis masanya, atau dicabut ditolak sama. Administrator kota yang membuat kunci.',
  keyOptional: 'Kunci menambah yang terlihat atau boleh dilakukan',
  keyReused:
    'Kunci pengulangan (Idempotency-Key atau nonce) ini sudah dipakai untuk laporan {{number}} dengan isi lain. Tidak ada yang disimpan. Untuk laporan baru, kirim dengan kunci lain.',
  meaning: 'Arti',
  operations: 'Operasi',
  parameters: 'Parameter',
  scopeMissing:
    'Kunci ini tidak mencakup yang diminta. Minta kunci dengan cakupan {{scopes}} kepada administrator kota.',
  specification: 'Spesifikasi OpenAPI 3.1',
  status: 'Status',
  title: 'API',
  tryIt:
    'Contoh di bawah ini dapat langsung dijalankan. Yang perlu kunci membaca kunci dari LAKSA_KEY, nomor laporan dari NUMBER:',
  unknownField: 'Bidang "{{field}}" tidak kami kenali di sini. Periksa ejaannya, atau hilangkan.',
};
