/** What should not be shown to the public: said by anyone, looked at by an officer. */
export const flag = {
  field: {
    reason: 'Apa yang tidak boleh tampil?',
    words: 'Jelaskan',
    wordsHint: 'Misalnya: kalimat mana, atau foto yang mana. Hanya petugas yang membacanya. Jangan tulis nama Anda.',
  },
  intro:
    'Tidak perlu akun. Nama Anda tidak diminta, dan siapa yang melaporkan tidak diberitahukan kepada siapa pun. Petugas melihatnya dan memutuskan.',
  link: 'Laporkan isi ini',
  list: 'Isi yang dilaporkan warga',
  listCount: 'Isi yang dilaporkan warga ({{number}})',
  reason: {
    face_or_document: 'Wajah, pelat nomor, atau dokumen di foto',
    hatred: 'Kebencian terhadap suku, agama, ras, atau golongan (SARA)',
    identity: 'Data pribadi (nama, nomor telepon, alamat)',
    not_city_matter: 'Bukan urusan kota',
    other: 'Hal lain',
    pornography: 'Pornografi',
    slander: 'Fitnah atau penghinaan',
  },
  send: 'Laporkan isi ini',
  sent: {
    back: 'Kembali ke laporan warga',
    text: 'Terima kasih. Petugas akan melihatnya. Kalau sedikitnya tiga orang yang berbeda melaporkan isi yang sama, isi itu disembunyikan dulu sampai petugas melihatnya.',
    title: 'Sudah kami catat',
    work: 'Penanganan laporannya sendiri jalan terus.',
  },
  staff: {
    count_other: '{{count, number}} orang',
    hidden: 'Disembunyikan sampai Anda memutuskan. Kata-kata dan fotonya masih tersimpan seperti saat disetujui.',
    intro:
      'Lihat teks dan fotonya, lalu putuskan. Pelapor diberi tahu kalau laporannya disembunyikan atau tampil lagi.',
    isHidden: 'Disembunyikan',
    isShown: 'Masih tampil',
    keep: 'Tetap tampilkan',
    keepHint: 'Sesudah itu perlu dua kali lebih banyak orang untuk menyembunyikannya lagi.',
    reason: 'Alasan menarik dari halaman umum',
    said: 'Yang dilaporkan',
    since: 'Sejak',
    title: 'Dilaporkan warga',
    withdraw: 'Tarik dari halaman umum',
  },
  title: 'Laporkan isi ini',
};
