/** The list of work behind the screens that failed and waits for a person. */
export const jobs = {
  attempts: 'Percobaan',
  dead: 'Berhenti mencoba',
  empty: 'Semua pekerjaan latar berjalan baik.',
  error: 'Sebab',
  job: 'Pekerjaan',
  nextTry: 'Dicoba lagi',
  retried: 'Pekerjaan dijadwalkan lagi.',
  retry: 'Coba lagi sekarang',
  since: 'Sejak',
  title: 'Pekerjaan latar yang bermasalah',
};
