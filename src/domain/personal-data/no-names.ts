/** What follows "pak" or "bu" and is nobody's name: offices, and the words people go on with when they speak to somebody. */
export const noNames: ReadonlySet<string> = new Set(
  [
    'rt rw lurah camat wali walikota bupati gubernur presiden menteri kades kadis kadishub kepala ketua sekretaris bendahara dinas dewan polisi satpam guru dosen dokter hakim jaksa',
    'admin min petugas pejabat pegawai sopir supir tukang hansip linmas babinsa kasatpol satpol damkar pemkot pemda pemerintah kelurahan kecamatan kantor direktur manajer bos',
    'dan atau di ke dari yang yg ini itu ieu eta ada tidak tdk gak ga nggak ngga kagak belum udah sudah sdh lagi juga saja aja kok kan dong nih deh ya yah pak bu ibu bapak',
    'bro sis gan bos min saya sy aku kami kita gue gua gw anda kamu dia mereka kalian semua sekalian rumah tangga tiri kandung kos kost hamil menyusui rumahan muda tua',
    'tolong tolongin mohon minta harap bantu maaf punten permisi selamat assalamualaikum halo hai terima makasih kapan kenapa mengapa gimana bagaimana berapa siapa mana apa apakah',
    'mau ingin lapor melapor laporan aduan warga masyarakat jl jln jalan gang gg blok kp kampung perum komplek depan dpn samping dekat deket belakang sebelah seberang pas waktu sejak',
    'lampu pju listrik kabel tiang got selokan saluran drainase sampah pohon ranting air pdam pipa banjir genangan lubang aspal trotoar galian proyek parkir jembatan rambu papan spanduk bus angkot macet debu asap bau',
    'perlu butuh kurang bisa boleh harus jangan sakit lahir jatuh meninggal ditabrak tertabrak hilang digigit kecelakaan tinggal punya buka tutup rusak mati bocor ambruk roboh',
  ].flatMap((line) => line.split(' ')),
);
