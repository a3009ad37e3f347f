/** The page on which every component of the site stands in each of its states. */
export const components = {
  buttons: 'Tombol',
  choices: 'Pilihan',
  fields: 'Isian',
  hint: 'Semua bagian halaman situs ini dalam setiap keadaannya, untuk yang merancang, menerjemahkan, dan memeriksanya.',
  icons: 'Gambar kecil',
  lists: 'Daftar dan isi',
  messages: 'Pemberitahuan',
  photos: 'Foto',
  sample: {
    error: 'Tulis sedikitnya satu kalimat.',
    first: 'Pilihan pertama',
    hint: 'Keterangan singkat yang membantu mengisi.',
    label: 'Nama isian',
    long: 'Isian dengan nama yang panjang sekali sehingga menjadi dua baris di layar sempit',
    second: 'Pilihan kedua',
    text: 'Contoh isi: satu dua kalimat biasa, seperti yang ditulis warga.',
    title: 'Judul contoh',
  },
  states: 'Keadaan laporan',
  title: 'Bagian-bagian halaman',
  ways: 'Langkah dan jalan',
};
