/** What must be so before a region opens to its citizens. */
export const readiness = {
  advised_other: 'Sebaiknya beres sebelum dibuka: {{count}}',
  blocks: 'Harus',
  byCommand: 'perintah laksa',
  confirm: 'Sudah diperiksa',
  done: {
    confirmed: 'Tercatat sebagai sudah diperiksa.',
    opened: 'Layanan sudah dibuka untuk warga.',
    undone: 'Tercatat sebagai belum.',
  },
  finished_other: 'Sudah beres: {{count}}',
  hint: 'Layanan ini belum dibuka: warga melihat pemberitahuan, dan belum ada laporan yang diterima. Petugas yang sudah masuk dapat melihat halaman warga.',
  hintOpen: 'Layanan ini terbuka untuk warga. Daftar ini tetap menunjukkan apa yang kurang.',
  item: {
    address: {
      title: 'Situs dibuka di alamatnya sendiri, terenkripsi',
      where:
        'Alamatnya harus https dan sampai ke Laksa lewat proksi yang disebut di TRUST_PROXY. Buka halaman ini di alamat itu.',
      why: 'Sandi dan laporan tidak boleh lewat tanpa enkripsi, dan tautan di surat memakai alamat ini.',
    },
    administrator: {
      title: 'Administrator memegang jabatannya dan sudah masuk',
      where: 'Undang orangnya untuk jabatan administrator kota, dan mintalah ia masuk sekali:',
      why: 'Tanpa administrator tidak ada yang dapat mengubah aturan, kalender, dan daftar ini.',
    },
    agencies: {
      title: 'Nama instansi sudah diperiksa',
      where: 'Bandingkan dengan peraturan daerah tentang susunan perangkat daerah:',
      why: 'Daftar awalnya contoh. Nama yang salah dibaca semua warga.',
    },
    backup: {
      title: 'Basis data dan kunci sudah dicadangkan',
      where: 'Lihat docs/operations.id.md, dan coba pulihkan sekali.',
      why: 'Tanpa cadangan semuanya hilang bersama satu disk. Tanpa kunci, identitas pelapor tidak dapat dibuka.',
    },
    boundaries: {
      title: 'Batas kelurahan dan desa sudah yang sebenarnya',
      where: 'Bawa batas resmi dengan perintah laksa boundaries import.',
      why: 'Batas {{villages}} wilayah masih perkiraan atau belum ada: titik di dekat batas dapat salah wilayah.',
    },
    calendar: {
      title: 'Hari libur tahun ini sudah diisi',
      where: 'Isi dari SKB tiga menteri:',
      why: 'Tanpa hari libur, tanggal yang dijanjikan kepada warga salah.',
    },
    categories: {
      title: 'Kategori sudah diperiksa',
      where: 'Lihat pilihannya di formulir:',
      why: 'Kategori menentukan instansi mana yang mendapat laporan.',
    },
    data_protection: {
      title: 'Petugas pelindungan data pribadi sudah ditunjuk',
      where: 'Undang orangnya untuk jabatan itu:',
      why: 'UU 27/2022 memintanya, dan permintaan warga tentang datanya sampai kepadanya.',
    },
    duty: {
      title: 'Daftar piket sudah diisi',
      where: 'Isi daftar piket:',
      why: 'Tanpa piket tidak ada yang dikabari malam hari tentang yang mendesak.',
    },
    emergency: {
      title: 'Layanan 112 pasti menjawab di daerah ini',
      where: 'Telepon 112 dari dalam daerah, dan tanyakan siapa yang menjawab.',
      why: 'Setiap halaman meminta orang dalam bahaya menelepon 112. Belum semua daerah melayaninya.',
    },
    mail: {
      title: 'Server surat sudah diatur',
      where: 'Atur SMTP_URL dan MAIL_FROM, lalu jalankan laksa doctor.',
      why: 'Tanpa server surat tidak ada pelapor yang dikabari.',
    },
    marks: {
      title: 'Bukan demonstrasi dan bukan latihan',
      where: 'Buat daerah yang sebenarnya dengan perintah laksa tenant create.',
      why: 'Demonstrasi dan latihan tidak menangani laporan sungguhan.',
    },
    next_calendar: {
      title: 'Hari libur tahun depan sudah diisi',
      where: 'Isi setelah SKB tiga menteri terbit:',
      why: 'Tanggal yang jatuh di tahun depan masih sementara.',
    },
    posts: {
      title: 'Semua jabatan yang menerima laporan ada pemegangnya',
      where: 'Undang orang satu per satu, atau masukkan semuanya dari berkas:',
      why: 'Jabatan yang kosong: {{posts}}. Laporan yang sampai di sana tidak dibaca siapa pun.',
    },
    privacy: {
      title: 'Pemberitahuan privasi sudah disetujui',
      where: 'Siapkan bersama bagian hukum dan petugas pelindungan data.',
      why: 'Warga berhak tahu data apa yang disimpan, untuk apa, dan berapa lama (UU 27/2022).',
    },
    promises: {
      title: 'Janji waktu sudah diperiksa dan ada dasarnya',
      where: 'Periksa angka dan dasar hukumnya:',
      why: 'Angka awalnya standar nasional. Daerah boleh menjanjikan yang lain, dengan dasar hukumnya.',
    },
    test_letter: {
      title: 'Surat percobaan sudah diterima',
      where: 'Kirim dengan perintah laksa mail test --to ALAMAT, lalu periksa kotak masuk dan kotak spam.',
      why: 'Server surat dapat menerima surat lalu membuangnya. Hanya penerimanya yang tahu.',
    },
  },
  missing_other: 'Harus beres sebelum dibuka: {{count}}',
  open: {
    anyway: 'Tetap buka untuk warga',
    button: 'Buka untuk warga',
    hint: 'Setelah dibuka, warga dapat melapor dan semua batas waktu berjalan.',
    reason: 'Mengapa dibuka sekarang, padahal ada yang belum beres',
    reasonHint: 'Alasan ini disimpan bersama jabatan Anda dan waktunya.',
    title: 'Buka untuk warga',
  },
  reasonNeeded: 'Masih ada yang belum beres. Tulis mengapa tetap dibuka sekarang.',
  saidNo: 'Dibatalkan oleh {{who}}, {{moment}}',
  saidYes: 'Dinyatakan oleh {{who}}, {{moment}}',
  seen: 'Terlihat oleh Laksa',
  shut: 'Layanan ini belum dibuka untuk warga.',
  title: 'Kesiapan',
  undo: 'Batalkan',
  what: 'Hal',
  where: 'Yang perlu dilakukan',
  who: 'Yang menyatakan',
  why: 'Mengapa',
};
