/** Many people at once, from a file. */
export const importPeople = {
  check: 'Periksa berkas',
  checkTitle: 'Hasil pemeriksaan',
  column: {
    email: 'Alamat email, tempat undangan dikirim. Wajib, kecuali baris itu hanya membuat jabatan.',
    instansi:
      'Nama instansi jabatan itu. Boleh kosong kalau jabatannya sudah ada. Yang belum ada dibuat bersama jabatannya.',
    jabatan: 'Nama jabatan seperti tertulis di layanan ini. Wajib.',
    mulai: 'Hari pertama, misalnya 01/12/2026. Kosong: sejak dimasukkan.',
    nama: 'Nama lengkap. Wajib, kecuali baris itu hanya membuat jabatan.',
    peran:
      'Peran jabatan, misalnya Petugas instansi; beberapa dipisahkan koma. Diisi untuk membuat jabatan yang belum ada.',
    sampai: 'Hari terakhir, misalnya 31/12/2026. Kosong: tanpa batas.',
  },
  columnsTitle: 'Kolom dalam berkas',
  confirm: 'Masukkan',
  confirmHint:
    'Belum ada yang berubah. Setelah ini instansi dan jabatan baru dibuat, surat undangan dikirim, dan masa jabatan yang berubah tersimpan.',
  count: {
    changed_other: '{{count}} berubah',
    faulty_other: '{{count}} salah',
    new_other: '{{count}} baru',
    unchanged_other: '{{count}} tetap',
  },
  current: 'Daftar sekarang, dengan jabatan yang kosong ({{kind}})',
  doneMade:
    'Selesai: {{made}} instansi dan jabatan dibuat, {{invited}} orang diundang, {{changed}} masa jabatan diubah. Yang sudah begitu dilewati.',
  done: 'Selesai: {{invited}} diundang, {{changed}} masa jabatan diubah. Yang sudah begitu dilewati.',
  faultyTitle: 'Baris yang salah',
  file: 'Berkas',
  fileHint: 'Excel (.xlsx) atau CSV, paling banyak 2.000 baris dan 4 MB. Baris pertama berisi nama kolom.',
  filesTitle: 'Unduh',
  goodTitle: 'Baris yang benar',
  hint: 'Berkas diperiksa dulu: Anda melihat setiap baris sebelum ada yang berubah. Berkas yang sama dua kali tidak mengubah apa pun.',
  is: { changed: 'berubah', faulty: 'salah', new: 'baru, diundang', unchanged: 'tetap' },
  lastAdministrator:
    'Tidak ada yang dimasukkan: berkas ini mengakhiri administrator kota yang terakhir. Perbaiki baris itu, lalu unggah lagi.',
  line: 'Baris {{line}}',
  lookAgain: 'Lihat lagi',
  makesAgency: 'membuat instansi {{name}}',
  makesPost: 'membuat jabatan {{name}}',
  mend: 'Perbaiki baris yang salah dalam berkas Anda, lalu unggah lagi. Belum ada yang berubah.',
  nothing: 'Semua sudah sama dengan yang ada. Tidak ada yang perlu dimasukkan.',
  problem: {
    in_the_past: 'sudah lewat, tulis hari ini atau sesudahnya',
    not_a_date: 'bukan tanggal, tulis misalnya 01/12/2026',
    not_after: 'sebelum hari pertama; perbaiki salah satunya',
    not_an_email: 'bukan alamat email, tulis misalnya siti@example.go.id',
    other_agency: 'bukan instansi jabatan itu; kosongkan, atau tulis instansinya',
    other_role: 'bukan peran jabatan itu; ubah perannya di halaman jabatan',
    required: 'perlu diisi',
    too_long: 'terlalu panjang, atau memuat tanda yang tidak terbaca',
    twice: 'orang dan jabatan ini sudah ada di baris sebelumnya',
    unknown_area:
      'tidak ada, atau lebih dari satu, kecamatan atau kelurahan dengan nama ini; buat instansinya di halaman instansi',
    unknown_post:
      'jabatan ini tidak ada; samakan dengan nama di halaman jabatan, atau isi kolom peran untuk membuatnya',
    unknown_role: 'bukan peran yang dikenal, tulis misalnya Petugas instansi',
  },
  refused: {
    empty: 'Berkas ini tidak berisi baris.',
    has_macros: 'Berkas ini memuat makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.',
    missing_columns: 'Kolom yang tidak ada: {{columns}}. Baris pertama harus berisi nama kolom.',
    none: 'Pilih berkasnya.',
    not_a_list: 'Berkas ini bukan daftar Excel atau CSV yang terbaca.',
    old_excel:
      'Berkas ini berbentuk Excel lama atau berkata sandi. Simpan sebagai .xlsx tanpa kata sandi, lalu unggah lagi.',
    too_large: 'Berkas ini terlalu besar. Paling banyak 4 MB.',
    too_many_rows: 'Paling banyak {{most}} baris. Bagi menjadi beberapa berkas.',
  },
  stale: 'Tidak ada yang dimasukkan: kota berubah sejak berkas ini diperiksa. Unggah lagi.',
  status: 'Keterangan',
  template: 'Contoh dengan semua kolom ({{kind}})',
  title: 'Masukkan orang dan jabatan dari berkas',
  underWay: 'Sedang dimasukkan. Ini biasanya selesai dalam satu menit.',
};
