export const home = {
  file: 'Sampaikan laporan',
  fileHint: 'Jalan rusak, sampah, lampu mati, pelayanan yang lambat, usul untuk kota.',
  how: {
    answer: 'Instansi yang bertugas mengerjakan dan menjawab. Jawabannya diperiksa petugas lain.',
    check: 'Petugas memeriksa dan meneruskannya ke instansi yang bertugas.',
    file: 'Anda bercerita. Gratis, tanpa mendaftar.',
    settle: 'Anda yang menyatakan selesai, atau menyanggah.',
    title: 'Begini jalannya',
  },
  lead: 'Ceritakan kepada kota. Setiap laporan dijawab, dan setiap batas waktu tercatat.',
  newest: 'Laporan terbaru',
  newestAll: 'Semua laporan yang tampil untuk umum',
  newestNone: 'Belum ada laporan yang tampil untuk umum.',
  number: 'Nomor laporan',
  title: 'Ada yang perlu dibenahi?',
  track: 'Lacak laporan',
  trackHint: 'Sepuluh angka yang Anda terima waktu melapor. Kodenya kami tanyakan sesudah ini.',
};
