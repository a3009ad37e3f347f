/** A place to learn in. */
export const rehearsal = {
  feed: 'LATIHAN / REHEARSAL',
  hint: 'Ini surat yang akan diterima pelapor dan petugas. Di tempat latihan tidak ada surat yang dikirim: 100 surat terbaru dibaca di sini.',
  none: 'Belum ada surat.',
  notice: 'Surat di tempat latihan tidak dikirim ke luar:',
  title: 'Surat latihan',
  to: 'Kepada: {{receiver}}',
};
