/** The list of work behind the screens that failed and waits for a person. */
export const jobs = {
  action: 'Tindakan',
  attempts: 'Percobaan',
  attemptsOf: '{{attempts}} dari {{max}}',
  dead: 'Berhenti mencoba',
  empty: 'Semua pekerjaan latar berjalan baik.',
  error: 'Sebab',
  gone: 'Pekerjaan itu sudah selesai atau sedang berjalan.',
  hint: 'Yang gagal dicoba lagi dengan sendirinya, makin lama makin jarang. Yang berhenti mencoba menunggu Anda: perbaiki dulu sebabnya, lalu coba lagi.',
  job: 'Pekerjaan',
  name: {
    'deliver-notices': 'Kirim pemberitahuan kepada pelapor',
    'send-claim-code': 'Kirim kode lacak baru',
  },
  nextTry: 'Dicoba lagi',
  report: 'Laporan',
  retried: 'Pekerjaan dijadwalkan lagi.',
  retry: 'Coba lagi sekarang',
  since: 'Sejak',
  title: 'Pekerjaan latar yang bermasalah',
};
