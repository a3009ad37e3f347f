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
  title: 'Ada yang perlu dibenahi?',
  track: 'Lacak laporan',
  trackHint: 'Pakai nomor dan kode yang Anda terima.',
};
