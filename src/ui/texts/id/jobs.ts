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
    'hand-over-work': 'Pindahkan laporan ke jabatan lain',
    'recount-clocks': 'Hitung ulang batas waktu setelah kalender berubah',
    'send-claim-code': 'Kirim kode lacak baru',
    'blur-photo': 'Kaburkan foto laporan',
    'work-on-photo': 'Olah foto laporan',
  },
  nextTry: 'Dicoba lagi',
  report: 'Laporan',
  retried: 'Pekerjaan dijadwalkan lagi.',
  retry: 'Coba lagi sekarang',
  room: {
    little:
      'Sisa tempat penyimpanan tinggal {{percent}} %. Di bawah 5 % foto tidak diterima lagi. Beri tahu pengelola sistem.',
    none: 'Sisa tempat penyimpanan {{percent}} %: foto tidak diterima, laporan tetap diterima. Beri tahu pengelola sistem sekarang.',
  },
  since: 'Sejak',
  title: 'Pekerjaan latar yang bermasalah',
  undelivered: {
    empty: 'Dalam 30 hari terakhir semua surat sampai.',
    hint: 'Pemberitahuan kepada pelapor dari 30 hari terakhir yang ditolak server surat untuk seterusnya, atau yang tidak punya alamat. Tidak dicoba lagi. Pelapor tetap dapat melihat semuanya dengan nomor dan kode lacaknya.',
    letters: 'Surat',
    newest: 'Terakhir',
    noAddress: 'Pelapor tidak memberi alamat email.',
    title: 'Surat yang tidak sampai',
  },
};
