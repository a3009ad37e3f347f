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
  key: 'Kunci',
  keyNone: 'Tanpa kunci',
  keyNeeded: 'Perlu kunci',
  keyOptional: 'Kunci menambah yang terlihat atau boleh dilakukan',
  meaning: 'Arti',
  operations: 'Operasi',
  parameters: 'Parameter',
  specification: 'Spesifikasi OpenAPI 3.1',
  status: 'Status',
  title: 'API',
  tryIt:
    'Contoh di bawah ini dapat langsung dijalankan. Yang perlu kunci membaca kunci dari LAKSA_KEY, nomor laporan dari NUMBER:',
  unknownField: 'Bidang "{{field}}" tidak kami kenali di sini. Periksa ejaannya, atau hilangkan.',
};
