// Invented reports as citizens write them, with personal data planted in each; every number and name is made up.

export type PlantedKind = 'phone' | 'nik' | 'kk' | 'email' | 'plate' | 'account' | 'house';

export const plantedTexts: readonly {
  readonly text: string;
  readonly planted: readonly { readonly kind: PlantedKind; readonly words: string }[];
}[] = [
  {
    text: 'Lampu PJU depan gang Mushola Cipondoh mati udah 3 minggu, tolong dibenerin ya min. Hub saya 0812-0000-4571 🙏',
    planted: [{ kind: 'phone', words: '0812-0000-4571' }],
  },
  {
    text: 'jalan rusak parah di gondrong deket alfamart, klo mau survey wa aja 081300002218',
    planted: [{ kind: 'phone', words: '081300002218' }],
  },
  {
    text: 'Selamat pagi, saya warga Poris Plawad. Saluran mampet depan TK. Kontak saya +62 812 0000 3390 terima kasih',
    planted: [{ kind: 'phone', words: '+62 812 0000 3390' }],
  },
  {
    text: 'SAMPAH NUMPUK DI TPS GEBANG RAYA BAU BANGET!!! TELPON SAYA 0857 0000 1276 KALO GA PERCAYA',
    planted: [{ kind: 'phone', words: '0857 0000 1276' }],
  },
  {
    text: 'no wa sy 6281200007745 mohon dikabari kalo pohonnya jadi ditebang, takut roboh kena kabel',
    planted: [{ kind: 'phone', words: '6281200007745' }],
  },
  {
    text: 'Telepon rumah saya 021-5500012, tolong konfirmasi dulu sebelum petugas dateng ya pak, anjing saya galak',
    planted: [{ kind: 'phone', words: '021-5500012' }],
  },
  {
    text: 'Air PDAM di Cimone keruh dari subuh. bisa hub (rumah) (021) 5500087 atau datang langsung',
    planted: [{ kind: 'phone', words: '(021) 5500087' }],
  },
  {
    text: 'chat aja di wa.me/6285600001134 min, videonya kegedean ga bisa diupload',
    planted: [{ kind: 'phone', words: '6285600001134' }],
  },
  {
    text: 'punten min, ieu jalan di Sangiang loba pisan lobangna, nomer abdi 0878.0000.6612 mangga dihubungi',
    planted: [{ kind: 'phone', words: '0878.0000.6612' }],
  },
  {
    text: 'Mas, galian kabel nang ngarep sekolah durung ditutup wis seminggu. Nomerku 0822 0000 9931 suwun',
    planted: [{ kind: 'phone', words: '0822 0000 9931' }],
  },
  {
    text: 'Hp: 0896-0000-5523. Got depan ruko Ciledug ambrol, kemaren ada motor kejeblos',
    planted: [{ kind: 'phone', words: '0896-0000-5523' }],
  },
  {
    text: 'bang tolongin dah, kali di Parung Serab udah penuh eceng gondok. nih nomor gua 0813 00 00 47 18',
    planted: [{ kind: 'phone', words: '0813 00 00 47 18' }],
  },
  {
    text: 'Bisa call/WA ke +6281100002256 (Ratna). Tiang telpon miring di depan pos ronda Nusa Jaya',
    planted: [{ kind: 'phone', words: '+6281100002256' }],
  },
  {
    text: 'Anak saya digigit anjing liar di taman Potret, tlg dinas hub 0811000874 secepatnya',
    planted: [{ kind: 'phone', words: '0811000874' }],
  },
  {
    text: 'lapor kebakaran alang2 samping rel poris, saya di lokasi, no saya 0838-0000-112 cepetan',
    planted: [{ kind: 'phone', words: '0838-0000-112' }],
  },
  {
    text: 'Yth. Dinas PU, jembatan kecil di Kedaung Wetan retak. CP: Dadang 0819/0000/3347',
    planted: [{ kind: 'phone', words: '0819/0000/3347' }],
  },
  {
    text: 'tolong jgn cuma dibaca doang min. 085200009083 itu wa gw, gw siap nganter petugas ke titiknya',
    planted: [{ kind: 'phone', words: '085200009083' }],
  },
  {
    text: 'Kabel menjuntai setinggi kepala di Jl Raya Kunciran, hub. +62-821-0000-4406 sblm ada korban ⚡⚡',
    planted: [{ kind: 'phone', words: '+62-821-0000-4406' }],
  },
  {
    text: 'KTP anak sy blm jadi 5 bulan, kecamatan bilang ditelpon tp ga ada. Nomer saya:08129900000',
    planted: [{ kind: 'phone', words: '08129900000' }],
  },
  {
    text: 'Bu lurah, posyandu kami kekurangan timbangan. Kader: Sumi, telp 0856 0000 723',
    planted: [{ kind: 'phone', words: '0856 0000 723' }],
  },
  {
    text: 'Saya Rudi 0877-00005-129, mau nanya kapan drainase Pedurenan dilanjut? udah digali terus ditinggal',
    planted: [{ kind: 'phone', words: '0877-00005-129' }],
  },
  {
    text: 'yg parkir liar dpn rs galak bener, saksi ada temen saya nomernya 0831 0000-9902',
    planted: [{ kind: 'phone', words: '0831 0000-9902' }],
  },
  {
    text: 'ini no telp pemilik bangunan yg nutup saluran: 0818 0000 56, saya udah negor malah dimarahin',
    planted: [{ kind: 'phone', words: '0818 0000 56' }],
  },
  {
    text: 'Jika diperlukan hubungi saya di nol delapan yaitu 08 13 00 00 65 71 (spasi biar ga kesensor hehe)',
    planted: [{ kind: 'phone', words: '08 13 00 00 65 71' }],
  },
  {
    text: 'No HP sy ganti ya min, yg lama 0812.0000.8841 yg baru 0851-0000-7716. Laporan soal jalan Cipadu',
    planted: [
      { kind: 'phone', words: '0812.0000.8841' },
      { kind: 'phone', words: '0851-0000-7716' },
    ],
  },
  {
    text: 'nomer saya kosong delapan satu dua kosong kosong kosong kosong tiga empat lima enam tolong ditelpon soal banjir Periuk',
    planted: [{ kind: 'phone', words: 'kosong delapan satu dua kosong kosong kosong kosong tiga empat lima enam' }],
  },
  {
    text: 'hubungi aja nol delapan lima enam nol nol nol nol satu satu dua tiga gan, trotoar Cikokol dipake bengkel',
    planted: [{ kind: 'phone', words: 'nol delapan lima enam nol nol nol nol satu satu dua tiga' }],
  },
  {
    text: 'WA gw O812OOOO4523 ya (huruf o = nol), ada pungli di tempat pembuatan surat',
    planted: [{ kind: 'phone', words: 'O812OOOO4523' }],
  },
  {
    text: 'ibu saya lansia jatoh di trotoar Daan Mogot bolong, rumah sakit minta data, tlp kakak saya 0821-0000-6648',
    planted: [{ kind: 'phone', words: '0821-0000-6648' }],
  },
  {
    text: 'Pak, mau lapor tawuran tiap malem minggu di flyover Cibodas. Rahasiakan nomor saya +62813-0000-7054 ya',
    planted: [{ kind: 'phone', words: '+62813-0000-7054' }],
  },
  {
    text: 'Kantor RW kami 021 5500 143 siap terima tamu dari DLH untuk bank sampah',
    planted: [{ kind: 'phone', words: '021 5500 143' }],
  },
  {
    text: 'tetangga bakar sampah tiap sore asepnya masuk kamar bayi. pengurus RT nya bang Jaja 0899.0000.312',
    planted: [{ kind: 'phone', words: '0899.0000.312' }],
  },
  {
    text: 'cek lokasi aja, ntar saya shareloc. +62.857.0000.8813 fast respon 👍',
    planted: [{ kind: 'phone', words: '+62.857.0000.8813' }],
  },
  {
    text: 'Tlg sedot tinja resmi brp ya? wa ke (0813)00004429 pls',
    planted: [{ kind: 'phone', words: '(0813)00004429' }],
  },
  {
    text: 'Jalan amblas deket SPBU Jatiuwung, sy sopir truk, hp 62-878-0000-1140, muatan hampir kebalik',
    planted: [{ kind: 'phone', words: '62-878-0000-1140' }],
  },
  {
    text: 'Min akun sy ga bs login. nomor terdaftar 0812 0000 0937 / email sari_lapor@gmail.com',
    planted: [
      { kind: 'phone', words: '0812 0000 0937' },
      { kind: 'email', words: 'sari_lapor@gmail.com' },
    ],
  },
  {
    text: 'hub: 0896 00007214 maaf ngetiknya buru2. pokoknya lubang di dpn indomaret Tajur bahaya',
    planted: [{ kind: 'phone', words: '0896 00007214' }],
  },
  {
    text: 'lampu taman gajah tunggal mati, kalo teknisi dateng kabarin +62 819-0000-5507',
    planted: [{ kind: 'phone', words: '+62 819-0000-5507' }],
  },
  {
    text: 'wong ngarep omahku mbuwang oli nang got, iki nomer wae 082300004461 ben tak tuduhke',
    planted: [{ kind: 'phone', words: '082300004461' }],
  },
  {
    text: 'Teras puskesmas Neglasari bocor, pasien keujanan. Saya pasien Ibu Wati, tlpn 0217000456',
    planted: [{ kind: 'phone', words: '0217000456' }],
  },
  {
    text: 'NIK saya 3671011203850000 atas nama Hendra, kok di Disdukcapil Tangerang datanya ga aktif?',
    planted: [{ kind: 'nik', words: '3671011203850000' }],
  },
  {
    text: 'KTP 3671054508920000 hilang di angkot, cara urusnya gimana min?',
    planted: [{ kind: 'nik', words: '3671054508920000' }],
  },
  {
    text: 'Mohon cek bansos a.n. Rohayati, NIK: 3671096511780000, sudah setahun ga keluar',
    planted: [{ kind: 'nik', words: '3671096511780000' }],
  },
  {
    text: 'nik 3671 0723 0495 0000 ga bisa buat daftar BPJS gratis, tolong dicek',
    planted: [{ kind: 'nik', words: '3671 0723 0495 0000' }],
  },
  {
    text: 'Pak saya pindahan dari Cilacap, NIK 3301021707900000, udah 2 bulan surat pindah belum jadi',
    planted: [{ kind: 'nik', words: '3301021707900000' }],
  },
  {
    text: 'DATA SAYA DOUBLE!! 3671.0309.1288.0000 TOLONG DIHAPUS SATU',
    planted: [{ kind: 'nik', words: '3671.0309.1288.0000' }],
  },
  {
    text: 'anak saya umur 17 mau rekam e-ktp, nik nya 3671136009090000, di kelurahan Gaga antri mulu',
    planted: [{ kind: 'nik', words: '3671136009090000' }],
  },
  {
    text: 'no ktp saya 3671-0814-0281-0000 buat bukti klo saya warga Cibodasari beneran ya min',
    planted: [{ kind: 'nik', words: '3671-0814-0281-0000' }],
  },
  {
    text: 'Istri gua kagak dapet PKH, nih ktpnye 3671066402860000, tetangge nyang punya mobil malah dapet',
    planted: [{ kind: 'nik', words: '3671066402860000' }],
  },
  {
    text: 'abdi warga Periuk, NIK 3671100107759999, can pernah meunang bantuan beras',
    planted: [{ kind: 'nik', words: '3671100107759999' }],
  },
  {
    text: 'Ibu saya (3671027112550000) ditolak di loket RSUD katanya BPJS nonaktif 😭',
    planted: [{ kind: 'nik', words: '3671027112550000' }],
  },
  {
    text: 'verifikasi ya min: Slamet Riyadi / 3671040505720000 / Batuceper. Lampu jalan mati total',
    planted: [{ kind: 'nik', words: '3671040505720000' }],
  },
  {
    text: 'saya kos di Cikokol tapi KTP Bogor 3201140910970000, boleh lapor got mampet ga?',
    planted: [{ kind: 'nik', words: '3201140910970000' }],
  },
  {
    text: 'NIK suami 3671123012830000, NIK saya 3671125203870000. Dua-duanya ga terdaftar di DTKS',
    planted: [
      { kind: 'nik', words: '3671123012830000' },
      { kind: 'nik', words: '3671125203870000' },
    ],
  },
  {
    text: 'buat pelapor: ktp no.3603282509940000. Sampah di perbatasan Kab & Kota ga ada yg mau angkut',
    planted: [{ kind: 'nik', words: '3603282509940000' }],
  },
  {
    text: 'Nomer Induk Kependudukan: 367101 150380 0000. Keluhan: antre KIA lama',
    planted: [{ kind: 'nik', words: '367101 150380 0000' }],
  },
  {
    text: 'Kulo sampun lapor tigang kali, NIK kulo 3374034607690000, tulung dipriksa datane',
    planted: [{ kind: 'nik', words: '3374034607690000' }],
  },
  {
    text: 'min mau tanya status cetak ktp 3671075708010000 katanya blangko habis trs dari Januari',
    planted: [{ kind: 'nik', words: '3671075708010000' }],
  },
  {
    text: 'KTP-el 3671111806990000 salah ejaan nama, harusnya Fachri bukan Fahri',
    planted: [{ kind: 'nik', words: '3671111806990000' }],
  },
  {
    text: 'Yang numpang alamat di rumah kosong itu namanya Yanto nik 3175061402810000',
    planted: [{ kind: 'nik', words: '3175061402810000' }],
  },
  {
    text: 'nik-ku 3578094303980000, domisili Larangan. Lapor kabel fiber semrawut depan kontrakan',
    planted: [{ kind: 'nik', words: '3578094303980000' }],
  },
  {
    text: 'Tolong bukakan blokir NIK 36710 12807 79000 0 krn dianggap meninggal padahal masih hidup!!',
    planted: [{ kind: 'nik', words: '36710 12807 79000 0' }],
  },
  {
    text: 'Bpk saya alm. Sukardi NIK 3671032208500000 masih dapet undangan vaksin terus',
    planted: [{ kind: 'nik', words: '3671032208500000' }],
  },
  {
    text: 'sy mau vaksin booster ditolak. nik3671136311890000. Puskesmas Ciledug bilang ga ada kuota',
    planted: [{ kind: 'nik', words: '3671136311890000' }],
  },
  {
    text: 'pengurusan KIS udah 3 bln, NIK 3674061010860000 pindah dari Tangsel, bolak balik terus',
    planted: [{ kind: 'nik', words: '3674061010860000' }],
  },
  {
    text: 'lapor: ada yg pake KTP saya buat pinjol! nomor ktp 3671024501910000, mohon ditindak secepatnya',
    planted: [{ kind: 'nik', words: '3671024501910000' }],
  },
  {
    text: 'rakyat kecil dipersulit. 3671087003660000 itu ktp emak gue, dari pagi sampe jam 2 ga dipanggil',
    planted: [{ kind: 'nik', words: '3671087003660000' }],
  },
  {
    text: 'Nama: Deni K. NIK: 1207042311900000. Laporan: parkir truk di Jl Raya Benda bikin macet',
    planted: [{ kind: 'nik', words: '1207042311900000' }],
  },
  {
    text: 'Saya tuna netra, NIK 3671051911740000, trotoar guiding block di Cikokol ketutup pot',
    planted: [{ kind: 'nik', words: '3671051911740000' }],
  },
  {
    text: 'udah lapor via WA, disuruh kirim NIK. Nih 3671 1048 0679 0000. trs disuruh nunggu lagi',
    planted: [{ kind: 'nik', words: '3671 1048 0679 0000' }],
  },
  {
    text: 'maaf pak mau ngadu, KTP 3671011209680000 disita sama oknum parkir stasiun',
    planted: [{ kind: 'nik', words: '3671011209680000' }],
  },
  {
    text: 'data KK sy salah, NIK anak tertulis 3671064110160000 harusnya beda tanggal lahir',
    planted: [{ kind: 'nik', words: '3671064110160000' }],
  },
  {
    text: 'NIK 3273152902960000 baru pindah ke Pinang, mau urus KIA di mana ya?',
    planted: [{ kind: 'nik', words: '3273152902960000' }],
  },
  {
    text: 'Buruh pabrik Manis Jaya, 3671 02 240893 0000, THR belum dibayar perusahaan',
    planted: [{ kind: 'nik', words: '3671 02 240893 0000' }],
  },
  {
    text: 'calon mahasiswa butuh surat domisili, nik saya 3671095512050000, pelayanan lelet',
    planted: [{ kind: 'nik', words: '3671095512050000' }],
  },
  {
    text: 'KIS ibu 3671075909490000 mati, RS minta bayar 2 juta. gmn ini pak wali??',
    planted: [{ kind: 'nik', words: '3671075909490000' }],
  },
  {
    text: 'tolong cek desil saya NIK 3671132703850000 no hp 0812-0000-6193',
    planted: [
      { kind: 'nik', words: '3671132703850000' },
      { kind: 'phone', words: '0812-0000-6193' },
    ],
  },
  {
    text: 'saya disabilitas daksa, ktp 3671114212950000, minta kursi roda ke dinsos ga ada kabar',
    planted: [{ kind: 'nik', words: '3671114212950000' }],
  },
  {
    text: 'Ktp kebanjiran kemaren di Ciledug Indah, nik seinget saya 3671062506779999',
    planted: [{ kind: 'nik', words: '3671062506779999' }],
  },
  {
    text: 'nomor KK 3671010506120000 salah nama bapak, sudah 2x revisi masih salah',
    planted: [{ kind: 'kk', words: '3671010506120000' }],
  },
  {
    text: 'Kartu keluarga 3671072011150000 belum bisa dicetak, katanya server gangguan terus dari senin',
    planted: [{ kind: 'kk', words: '3671072011150000' }],
  },
  {
    text: 'KK: 3671 0912 0318 0000 mau pisah KK abis nikah, syaratnya apa aja?',
    planted: [{ kind: 'kk', words: '3671 0912 0318 0000' }],
  },
  {
    text: 'no.kk 3671133107090000 tidak terdaftar pas daftar sekolah SMPN, tolong min besok penutupan!',
    planted: [{ kind: 'kk', words: '3671133107090000' }],
  },
  {
    text: 'PPDB eror, KK saya 3671052808190000 dibilang bukan warga Kota Tangerang padahal lahir di sini',
    planted: [{ kind: 'kk', words: '3671052808190000' }],
  },
  {
    text: 'Bansos beras di RT kami ga merata. Kartu Keluarga saya 3671-0401-1113-0000 cek aja',
    planted: [{ kind: 'kk', words: '3671-0401-1113-0000' }],
  },
  {
    text: 'kk a.n. Mulyono 3671112502080000 hilang kebakaran pasar, perlu surat polisi ga?',
    planted: [{ kind: 'kk', words: '3671112502080000' }],
  },
  {
    text: 'KARTU KELUARGA NO 3671061709200000 DITOLAK SISTEM, ANAK SAYA GAGAL DAFTAR SD',
    planted: [{ kind: 'kk', words: '3671061709200000' }],
  },
  {
    text: 'nomer kk abdi 3671101301179999 anu lami mah tos teu aktip, kumaha ngurusna?',
    planted: [{ kind: 'kk', words: '3671101301179999' }],
  },
  {
    text: 'Anu pak, KK 3671.0226.0611.0000 itu isinya masih ada mantan suami saya',
    planted: [{ kind: 'kk', words: '3671.0226.0611.0000' }],
  },
  {
    text: 'sdh bayar calo 300rb buat urus kk 3671080904210000 tp orangnya kabur, tolong ditindak',
    planted: [{ kind: 'kk', words: '3671080904210000' }],
  },
  {
    text: 'Mohon tambah anggota keluarga (bayi) di KK 3671121512140000. lewat online gagal upload',
    planted: [{ kind: 'kk', words: '3671121512140000' }],
  },
  {
    text: 'kk 3603170710100000 kabupaten, mau pindah ke Karawaci, prosesnya berapa lama min',
    planted: [{ kind: 'kk', words: '3603170710100000' }],
  },
  {
    text: 'Nomor KK 367103 020516 0000 dan akta anak beda tanggal, siapa yang salah?',
    planted: [{ kind: 'kk', words: '367103 020516 0000' }],
  },
  {
    text: 'Saya dipersulit di loket 4, padahal KK 3671011811220000 sudah barcode',
    planted: [{ kind: 'kk', words: '3671011811220000' }],
  },
  {
    text: 'gegara KK 3671132203070000 ga update, emak gue kagak bisa berobat gratis',
    planted: [{ kind: 'kk', words: '3671132203070000' }],
  },
  {
    text: 'Data keluarga: KK 3671092907180000, 5 jiwa, rumah tidak layak huni, tolong dibedah',
    planted: [{ kind: 'kk', words: '3671092907180000' }],
  },
  {
    text: 'keluarga kami kena banjir periuk, KK 3671100306130000, blm dapet bantuan sembako sama sekali',
    planted: [{ kind: 'kk', words: '3671100306130000' }],
  },
  {
    text: 'KK baru 3671041412230000 sdh jadi tp salah RT, masa bayar lagi',
    planted: [{ kind: 'kk', words: '3671041412230000' }],
  },
  {
    text: 'Minta tlg cek KK no 3671 0501 0916 0000 apa masih aktif, mau buat kuliah anak',
    planted: [{ kind: 'kk', words: '3671 0501 0916 0000' }],
  },
  {
    text: 'Nderek tanglet, kartu keluarga 3322101104150000 niku saget dipindah mriki langsung?',
    planted: [{ kind: 'kk', words: '3322101104150000' }],
  },
  {
    text: 'akte lahir ditolak krn no kartu keluarga 3671073008119999 katanya punya orang lain',
    planted: [{ kind: 'kk', words: '3671073008119999' }],
  },
  {
    text: 'tetangga saya kaya raya tp KK nya 3671062101120000 masuk daftar miskin, gimana sih',
    planted: [{ kind: 'kk', words: '3671062101120000' }],
  },
  {
    text: 'Nomer kk: 36711 30707 14000 0. Keluhan: antrian online penuh mulu tiap pagi',
    planted: [{ kind: 'kk', words: '36711 30707 14000 0' }],
  },
  {
    text: 'KK lama 3671081602060000, KK baru 3671081203240000, yg dipake daftar sekolah yg mana?',
    planted: [
      { kind: 'kk', words: '3671081602060000' },
      { kind: 'kk', words: '3671081203240000' },
    ],
  },
  {
    text: 'kami nikah siri mau isbat, kk ortu 3671110512100000. ada program gratis ga pak?',
    planted: [{ kind: 'kk', words: '3671110512100000' }],
  },
  {
    text: 'Program sembako: data KK 3671121908170000 sy dicoret tanpa pemberitahuan',
    planted: [{ kind: 'kk', words: '3671121908170000' }],
  },
  {
    text: 'KKnya 3175042809140000 Jakarta Timur, tp udah tinggal di Cipondoh 6 taun. boleh ikut posyandu?',
    planted: [{ kind: 'kk', words: '3175042809140000' }],
  },
  {
    text: 'foto KK burem jadi saya ketik aja 3671011010110000 ya, soal BPJS PBI nonaktif',
    planted: [{ kind: 'kk', words: '3671011010110000' }],
  },
  {
    text: 'pa camat, KK 3671070203150000 geus 3 bulan teu kaluar-kaluar, bade kanggo sakola budak',
    planted: [{ kind: 'kk', words: '3671070203150000' }],
  },
  {
    text: 'cucu saya ga masuk KK 3671032702130000, gimana mau imunisasi gratis',
    planted: [{ kind: 'kk', words: '3671032702130000' }],
  },
  {
    text: 'udah upload KK 3671-05-140708-0000 berkali2 aplikasinya force close',
    planted: [{ kind: 'kk', words: '3671-05-140708-0000' }],
  },
  {
    text: 'ini no kk keluarga Pak Tarmin 3671100908120000, lansia sebatang kara, tolong dibantu',
    planted: [{ kind: 'kk', words: '3671100908120000' }],
  },
  {
    text: 'Nama ibu kandung salah di KK 3671133103200000 gara2 petugas entry',
    planted: [{ kind: 'kk', words: '3671133103200000' }],
  },
  {
    text: 'kami ajukan rutilahu, kk 3671060410160000, atap udah ambruk sebagian 🥺',
    planted: [{ kind: 'kk', words: '3671060410160000' }],
  },
  {
    text: 'cek penerima bantuan kk 3671 1225 0117 0000 kok namanya orang lain',
    planted: [{ kind: 'kk', words: '3671 1225 0117 0000' }],
  },
  {
    text: 'Bpk Ibu Disdukcapil, KK 3674012905150000 sudah cabut berkas dari Serpong bulan lalu',
    planted: [{ kind: 'kk', words: '3674012905150000' }],
  },
  {
    text: 'NIK 3671082006880000 KK 3671081107130000 mohon diaktifkan, mau buat rekening bansos',
    planted: [
      { kind: 'nik', words: '3671082006880000' },
      { kind: 'kk', words: '3671081107130000' },
    ],
  },
  {
    text: 'buat daftar rusunawa Gebang: kk 3671101504190000, penghasilan di bawah UMR',
    planted: [{ kind: 'kk', words: '3671101504190000' }],
  },
  {
    text: 'Jawaban petugas ga jelas, KK 3671051709120000 disuruh ke mal pelayanan, di sana disuruh balik lagi',
    planted: [{ kind: 'kk', words: '3671051709120000' }],
  },
  {
    text: 'balasan kirim ke tuti_cipondoh@gmail.com ya min, wa saya rusak',
    planted: [{ kind: 'email', words: 'tuti_cipondoh@gmail.com' }],
  },
  {
    text: 'Email saya andi.wijaya@warga-poris.example mohon dikirim salinan jawaban dinas',
    planted: [{ kind: 'email', words: 'andi.wijaya@warga-poris.example' }],
  },
  {
    text: 'kirim surat jawaban ke forum.rw@karawaci.example biar bisa dibacain pas rapat warga',
    planted: [{ kind: 'email', words: 'forum.rw@karawaci.example' }],
  },
  {
    text: 'emailku rina_88@yahoo.example jgn ditampilin ke publik yaa. Lapor pungli parkir',
    planted: [{ kind: 'email', words: 'rina_88@yahoo.example' }],
  },
  {
    text: 'SAYA SUDAH EMAIL DARI KETUA_RT@GMAIL.COM TAPI TIDAK DIBALAS SAMPAI SEKARANG',
    planted: [{ kind: 'email', words: 'KETUA_RT@GMAIL.COM' }],
  },
  {
    text: 'foto2nya saya kirim dari bagas-foto@gmail.com, jalan Hasyim Ashari lubang semua',
    planted: [{ kind: 'email', words: 'bagas-foto@gmail.com' }],
  },
  {
    text: 'hubungi dewi (at) posmail.example utk detail kronologi',
    planted: [{ kind: 'email', words: 'dewi (at) posmail.example' }],
  },
  {
    text: 'alamat surel: joko[at]kotakpos.example, soal izin keramaian di lapangan Ahmad Yani',
    planted: [{ kind: 'email', words: 'joko[at]kotakpos.example' }],
  },
  {
    text: 'e-mail lina at suratku dot example tolong balas cepet, sampahnya udah dikerubung belatung',
    planted: [{ kind: 'email', words: 'lina at suratku dot example' }],
  },
  {
    text: 'pengaduan jalan rusak, cp yusuf_h@outlook.example',
    planted: [{ kind: 'email', words: 'yusuf_h@outlook.example' }],
  },
  {
    text: 'email gw 4lay_bocah@gmail.com wkwk tapi laporan gw serius, lampu taman mati semua',
    planted: [{ kind: 'email', words: '4lay_bocah@gmail.com' }],
  },
  {
    text: 'Mohon bukti tanda terima ke sri.rahayu+lapor@warga.example',
    planted: [{ kind: 'email', words: 'sri.rahayu+lapor@warga.example' }],
  },
  {
    text: 'email: maman @ gmail.com (spasinya hapus aja), trotoar Jl Sudirman jebol',
    planted: [{ kind: 'email', words: 'maman @ gmail.com' }],
  },
  {
    text: 'mau komplain RSUD, bukti udah ke cs dari akun fitri_nh@gmail.com tgl 3 kemaren',
    planted: [{ kind: 'email', words: 'fitri_nh@gmail.com' }],
  },
  {
    text: 'kirim form ke pkk_kreo@gmail.com plis, mau ajukan bantuan alat posyandu',
    planted: [{ kind: 'email', words: 'pkk_kreo@gmail.com' }],
  },
  {
    text: 'punten, surelna asep_sunda@gmail.com, abdi hoyong ngiring pelatihan BLK',
    planted: [{ kind: 'email', words: 'asep_sunda@gmail.com' }],
  },
  {
    text: 'tulung kirim balesan nang bejo_jowo@gmail.com wae mas, hpku gak iso wa',
    planted: [{ kind: 'email', words: 'bejo_jowo@gmail.com' }],
  },
  {
    text: 'nama akun doni(at)gmail(dot)com, password lupa, gmn reset akun layanan kota?',
    planted: [{ kind: 'email', words: 'doni(at)gmail(dot)com' }],
  },
  {
    text: 'saya admin kontrakan di Jatiuwung kos_barokah@yahoo.example, got depan meluap tiap hujan',
    planted: [{ kind: 'email', words: 'kos_barokah@yahoo.example' }],
  },
  {
    text: 'Emailnye bang_jampang@gmail.com ye, jangan lupa dibales, jalanan Cipadu udah kayak kubangan kebo',
    planted: [{ kind: 'email', words: 'bang_jampang@gmail.com' }],
  },
  {
    text: 'wahyu_p@gmail.com itu punya saya, tolong lampu PJU Neglasari',
    planted: [{ kind: 'email', words: 'wahyu_p@gmail.com' }],
  },
  {
    text: 'kl perlu dokumen lengkap minta ke lbh_warga@gmail.com, ini soal sengketa fasum',
    planted: [{ kind: 'email', words: 'lbh_warga@gmail.com' }],
  },
  {
    text: 'email a.n.i@gmail.com salah ketik min jadi OTP ga masuk2',
    planted: [{ kind: 'email', words: 'a.n.i@gmail.com' }],
  },
  {
    text: 'ada penipuan ngaku petugas PBB pake email pbb.tangerang.palsu@penipu.example hati2 ya',
    planted: [{ kind: 'email', words: 'pbb.tangerang.palsu@penipu.example' }],
  },
  {
    text: 'Saya guru SDN, bu_guru_nia@gmail.com, pagar sekolah roboh kena angin',
    planted: [{ kind: 'email', words: 'bu_guru_nia@gmail.com' }],
  },
  {
    text: 'Tolong verifikasi: hendra_st [at] gmail [dot] com',
    planted: [{ kind: 'email', words: 'hendra_st [at] gmail [dot] com' }],
  },
  {
    text: 'mail: Tika-Marlina@Hotmail.Example. Keluhan suara karaoke sampai jam 2 pagi',
    planted: [{ kind: 'email', words: 'Tika-Marlina@Hotmail.Example' }],
  },
  {
    text: 'balas d nurul_c@gmail.com atau suami_nurul@gmail.com salah satu aja',
    planted: [
      { kind: 'email', words: 'nurul_c@gmail.com' },
      { kind: 'email', words: 'suami_nurul@gmail.com' },
    ],
  },
  {
    text: 'sudah daftar UMKM pake keripik_emak@gmail.com tapi ga ada verifikasi 2 minggu',
    planted: [{ kind: 'email', words: 'keripik_emak@gmail.com' }],
  },
  {
    text: 'Contact expat_james@gmail.com, I live in Cikokol, garbage truck never comes 🗑️',
    planted: [{ kind: 'email', words: 'expat_james@gmail.com' }],
  },
  {
    text: 'minta rekaman CCTV ke diskominfo, kirimkan ke korban_jambret@gmail.com plisss',
    planted: [{ kind: 'email', words: 'korban_jambret@gmail.com' }],
  },
  {
    text: 'pelapor: r_s@gmail.com lokasi: belakang pasar Malabar, keluhan: tikus sama sampah',
    planted: [{ kind: 'email', words: 'r_s@gmail.com' }],
  },
  {
    text: 'min tlg hapus komentar yg nyebar email saya linda_sj@gmail.com di laporan kemarin',
    planted: [{ kind: 'email', words: 'linda_sj@gmail.com' }],
  },
  {
    text: 'bales via email oman_77 at gmail dot com, sy takut sama preman sini klo ketauan',
    planted: [{ kind: 'email', words: 'oman_77 at gmail dot com' }],
  },
  {
    text: 'Terlampir petisi warga. Koordinator: koordinator-petir@petisi.example',
    planted: [{ kind: 'email', words: 'koordinator-petir@petisi.example' }],
  },
  {
    text: 'kirim ke warga.kunciran@gmailx.example ya, jembatan gantung papannya pada copot',
    planted: [{ kind: 'email', words: 'warga.kunciran@gmailx.example' }],
  },
  {
    text: 'undang saya kalo musyawarah, tokoh_pemuda@gmail.com',
    planted: [{ kind: 'email', words: 'tokoh_pemuda@gmail.com' }],
  },
  {
    text: 'pedagang_benteng@gmail.com, pedagang Pasar Lama. Lapor: lapak kuliner nutup akses damkar',
    planted: [{ kind: 'email', words: 'pedagang_benteng@gmail.com' }],
  },
  {
    text: 'bantu follow up: email yanti_bpjs@gmail.com hp 0856-0000-3381 kasus rujukan ditolak',
    planted: [
      { kind: 'email', words: 'yanti_bpjs@gmail.com' },
      { kind: 'phone', words: '0856-0000-3381' },
    ],
  },
  {
    text: 'email istri mega@keluarga-mega.co.example tp bacanya saya juga. lampu jalan Buaran Indah padam',
    planted: [{ kind: 'email', words: 'mega@keluarga-mega.co.example' }],
  },
  {
    text: 'tolong tindak mobil B 1234 COI parkir di trotoar Cikokol tiap hari',
    planted: [{ kind: 'plate', words: 'B 1234 COI' }],
  },
  {
    text: 'truk tanah B9081CIO lewat jam 7 pagi di Jl Raya Selapajang, bahaya banyak anak sekolah',
    planted: [{ kind: 'plate', words: 'B9081CIO' }],
  },
  {
    text: 'angkot plat b 1947 voq nyopirnya ugal2an hampir nyerempet motor gw',
    planted: [{ kind: 'plate', words: 'b 1947 voq' }],
  },
  {
    text: 'Motor plat B 6543 CIK nyuri helm di parkiran puskesmas, ada cctv',
    planted: [{ kind: 'plate', words: 'B 6543 CIK' }],
  },
  {
    text: 'mobil plat A 1178 IO buang sampah dari jendela di jembatan Cisadane 😡',
    planted: [{ kind: 'plate', words: 'A 1178 IO' }],
  },
  {
    text: 'pengendara B-3321-NIO lawan arah di Daan Mogot terus marah2',
    planted: [{ kind: 'plate', words: 'B-3321-NIO' }],
  },
  {
    text: 'plat nomor F 8012 QI ngangkut limbah dibuang malem2 di Kedaung Baru',
    planted: [{ kind: 'plate', words: 'F 8012 QI' }],
  },
  {
    text: 'ada mobil D 1450 OIQ udah sebulan ditinggal depan rumah warga, ban kempes, curiga curian',
    planted: [{ kind: 'plate', words: 'D 1450 OIQ' }],
  },
  {
    text: 'Plat AD 2217 IO ngebut di gang sekolah, tolong pasang polisi tidur',
    planted: [{ kind: 'plate', words: 'AD 2217 IO' }],
  },
  {
    text: 'Bus pariwisata AA 7003 OQ parkir di bahu jalan Benteng Betawi tiap jumat',
    planted: [{ kind: 'plate', words: 'AA 7003 OQ' }],
  },
  {
    text: 'mobil dinas plat merah B 1087 CQO dipake mudik, gimana tuh pak',
    planted: [{ kind: 'plate', words: 'B 1087 CQO' }],
  },
  {
    text: 'ojol plat B4410COI nyerobot lampu merah nabrak anak kecil di Batuceper',
    planted: [{ kind: 'plate', words: 'B4410COI' }],
  },
  {
    text: 'PLAT B 9 CIO PARKIR SEMBARANGAN DEPAN MASJID RAYA',
    planted: [{ kind: 'plate', words: 'B 9 CIO' }],
  },
  {
    text: 'avanza item b1502wiq nyetirnya sambil main hp, hampir nabrak saya',
    planted: [{ kind: 'plate', words: 'b1502wiq' }],
  },
  {
    text: 'saya ditilang oknum padahal surat lengkap, motor saya B 3874 CIQ',
    planted: [{ kind: 'plate', words: 'B 3874 CIQ' }],
  },
  {
    text: 'truk sampah B 9917 COQ airnya netes sepanjang jalan Imam Bonjol baunya ampun',
    planted: [{ kind: 'plate', words: 'B 9917 COQ' }],
  },
  {
    text: 'odong2 T 5520 IQ masuk jalan raya bawa anak banyak, ga aman',
    planted: [{ kind: 'plate', words: 'T 5520 IQ' }],
  },
  {
    text: 'Bentor BK 4102 OI ga jelas suratnya narik penumpang di stasiun Poris',
    planted: [{ kind: 'plate', words: 'BK 4102 OI' }],
  },
  {
    text: 'nopol E 1339 IOQ ngalangin hydrant depan Tangcity',
    planted: [{ kind: 'plate', words: 'E 1339 IOQ' }],
  },
  {
    text: 'tangki air B.9225.CIO nyedot air kali buat dijual',
    planted: [{ kind: 'plate', words: 'B.9225.CIO' }],
  },
  {
    text: 'mobil box B 9650 VIO, B 9651 VIO bongkar muat di tengah jalan Cipadu',
    planted: [
      { kind: 'plate', words: 'B 9650 VIO' },
      { kind: 'plate', words: 'B 9651 VIO' },
    ],
  },
  {
    text: 'pajero B 88 OIC strobo ga jelas minta jalan',
    planted: [{ kind: 'plate', words: 'B 88 OIC' }],
  },
  {
    text: 'Mobile plat H 1920 QO nyenggol gerobak kulo mboten tanggung jawab, tulung dilacak',
    planted: [{ kind: 'plate', words: 'H 1920 QO' }],
  },
  {
    text: 'supir ambulan B 1009 CIQ minta uang bensin 200rb katanya gratis',
    planted: [{ kind: 'plate', words: 'B 1009 CIQ' }],
  },
  {
    text: 'mobil Z 1276 IO parkir di lahan disabilitas mal pelayanan publik',
    planted: [{ kind: 'plate', words: 'Z 1276 IO' }],
  },
  {
    text: 'Motor matic merah B 6008 GOI tiap malem knalpot brong muter2 Perumnas',
    planted: [{ kind: 'plate', words: 'B 6008 GOI' }],
  },
  {
    text: 'saya liat B 2750 COQ buang kasur di TPS liar Sewan',
    planted: [{ kind: 'plate', words: 'B 2750 COQ' }],
  },
  {
    text: 'taksi B 1663 IQU argo kuda dari bandara ke Cipondoh 350rb',
    planted: [{ kind: 'plate', words: 'B 1663 IQU' }],
  },
  {
    text: 'nopolnya kalo ga salah B 412 IO, yang nabrak pembatas jalan terus kabur',
    planted: [{ kind: 'plate', words: 'B 412 IO' }],
  },
  {
    text: 'mobil putih plat BE 1840 OI jualan durian di bahu jalan bikin macet Ciledug',
    planted: [{ kind: 'plate', words: 'BE 1840 OI' }],
  },
  {
    text: 'motor hilang B 3119 CQI di parkiran stadion Benteng, tolong cek CCTV kota',
    planted: [{ kind: 'plate', words: 'B 3119 CQI' }],
  },
  {
    text: 'cek dong N 1453 IOO pake plat palsu kayaknya, parkir dpn kontrakan sy',
    planted: [{ kind: 'plate', words: 'N 1453 IOO' }],
  },
  {
    text: 'pick up B 9344 CIQ jualan sayur di tikungan Gondrong, ditikungan woi bahaya',
    planted: [{ kind: 'plate', words: 'B 9344 CIQ' }],
  },
  {
    text: 'sopir angkot B 1902 CIO minta ongkos 2x lipat pas ujan, gue lapor nih',
    planted: [{ kind: 'plate', words: 'B 1902 CIO' }],
  },
  {
    text: 'plat R 6621 IQ boncengan bertiga anak smp tanpa helm',
    planted: [{ kind: 'plate', words: 'R 6621 IQ' }],
  },
  {
    text: 'itu mobilna D 8216 OI nu sok miceun runtah di solokan Periuk',
    planted: [{ kind: 'plate', words: 'D 8216 OI' }],
  },
  {
    text: 'plat B nya B 1751 QIO warna silver, nyerempet spion terus kabur di underpass',
    planted: [{ kind: 'plate', words: 'B 1751 QIO' }],
  },
  {
    text: 'plat kuning B  7550  CIO asepnya item pekat, kok lolos KIR?',
    planted: [{ kind: 'plate', words: 'B  7550  CIO' }],
  },
  {
    text: 'kereta kelinci pake nopol G 3012 OI, remnya blong kemaren',
    planted: [{ kind: 'plate', words: 'G 3012 OI' }],
  },
  {
    text: 'korban kecelakaan naik B 6772 CIO, hubungi keluarga 0813-0000-4925',
    planted: [
      { kind: 'plate', words: 'B 6772 CIO' },
      { kind: 'phone', words: '0813-0000-4925' },
    ],
  },
  {
    text: 'udah kefoto plat B 1416 WIO nerobos palang pintu kereta Tanah Tinggi',
    planted: [{ kind: 'plate', words: 'B 1416 WIO' }],
  },
  {
    text: 'kena tipu ngurus IMB, transfer ke rek BCA 1200000457 a.n. Herman',
    planted: [{ kind: 'account', words: '1200000457' }],
  },
  {
    text: 'norek BRI 0123-01-000045-50-7 itu yg dipake pungli sama oknum kelurahan',
    planted: [{ kind: 'account', words: '0123-01-000045-50-7' }],
  },
  {
    text: 'rekening mandiri a.n. Suparman 1550000012348, buat pengembalian retribusi dobel',
    planted: [{ kind: 'account', words: '1550000012348' }],
  },
  {
    text: 'bantuan UMKM blm masuk ke rek BNI saya 0400000912',
    planted: [{ kind: 'account', words: '0400000912' }],
  },
  {
    text: 'No. rekening 0051000033210 (bjb) a.n. Yayasan Al Ikhlas, dana hibah belum cair',
    planted: [{ kind: 'account', words: '0051000033210' }],
  },
  {
    text: 'saya disuruh transfer 500rb ke BCA 5270000081 utk percepatan sertifikat. Pungli kan ini?',
    planted: [{ kind: 'account', words: '5270000081' }],
  },
  {
    text: 'rek. BSI 7100000345 honor guru ngaji 3 bulan blm masuk',
    planted: [{ kind: 'account', words: '7100000345' }],
  },
  {
    text: 'INSENTIF RT BELUM CAIR! REK BJB 0098000045100 TOLONG DICEK',
    planted: [{ kind: 'account', words: '0098000045100' }],
  },
  {
    text: 'atm bri sy 012301000067534 kosong pdhl katanya PKH udah disalurin',
    planted: [{ kind: 'account', words: '012301000067534' }],
  },
  {
    text: 'parkir langganan bayarnya ke rekening pribadi, bank DKI 10423000081. kok bukan kas daerah?',
    planted: [{ kind: 'account', words: '10423000081' }],
  },
  {
    text: 'transfer salah ke rek mandiri 155-00-0000731-2, bayar PBB kok ke situ',
    planted: [{ kind: 'account', words: '155-00-0000731-2' }],
  },
  {
    text: 'norek 0400 0006 18 bni an Siti Maryam, beasiswa anak ga masuk2',
    planted: [{ kind: 'account', words: '0400 0006 18' }],
  },
  {
    text: 'nomor rekening saya di CIMB 706000012300, refund pajak reklame kapan?',
    planted: [{ kind: 'account', words: '706000012300' }],
  },
  {
    text: 'yang minta duit tanah makam kasih nomor rek 5270000964 BCA, namanya Pak Udin',
    planted: [{ kind: 'account', words: '5270000964' }],
  },
  {
    text: 'Kartu KKS saya rek BNI 1400000077 keblokir, mohon dibantu',
    planted: [{ kind: 'account', words: '1400000077' }],
  },
  {
    text: 'honor kader posyandu Gembor, rek bjb 0098.0000.72.100, dari maret blm',
    planted: [{ kind: 'account', words: '0098.0000.72.100' }],
  },
  {
    text: 'duit kompensasi bau TPA Rawa Kucing katanya ke rekening BRI 0123-01-000098-53-1 saya, kosong tuh',
    planted: [{ kind: 'account', words: '0123-01-000098-53-1' }],
  },
  {
    text: 'rekening Danamon 003600001288 punya panitia, transparansi dana kerja bakti ga ada',
    planted: [{ kind: 'account', words: '003600001288' }],
  },
  {
    text: 'gaji PHL telat, norek 0098000081200 bjb tlg cek bendahara dinas',
    planted: [{ kind: 'account', words: '0098000081200' }],
  },
  {
    text: 'BRI simpedes 0411-01-000012-10-9 dana RT, udah ga bisa diakses krn ketua meninggal',
    planted: [{ kind: 'account', words: '0411-01-000012-10-9' }],
  },
  {
    text: 'mau donasi korban banjir resmi ga sih ini: BCA 527-000-0146 a.n. Peduli Periuk?',
    planted: [{ kind: 'account', words: '527-000-0146' }],
  },
  {
    text: 'Rek BTN 0001201500000123 uang muka rusun, saya batal minta balik',
    planted: [{ kind: 'account', words: '0001201500000123' }],
  },
  {
    text: 'dana BOS sekolah masuk ke rekening kepsek?? 1550000098761 mandiri, tolong inspektorat periksa',
    planted: [{ kind: 'account', words: '1550000098761' }],
  },
  {
    text: 'nomer rekening na 7100000918 BSI, hibah masjid teu acan lebet',
    planted: [{ kind: 'account', words: '7100000918' }],
  },
  {
    text: 'aku transfer nang rekening BCA 1200000833 kanggo bayar sampah, kok ora diangkut?',
    planted: [{ kind: 'account', words: '1200000833' }],
  },
  {
    text: 'uang santunan kematian belum ditransfer ke rek 0098000012700 atas nama istri',
    planted: [{ kind: 'account', words: '0098000012700' }],
  },
  {
    text: 'norek seabank 901000000456 utk ganti rugi pohon tumbang nimpa mobil saya',
    planted: [{ kind: 'account', words: '901000000456' }],
  },
  {
    text: 'kata petugas salah rekening, padahal bener nih BNI 0400-000-357',
    planted: [{ kind: 'account', words: '0400-000-357' }],
  },
  {
    text: 'bayar lapak PKL ke rek mandiri 1550000034567, 20rb per hari, ini setoran resmi apa preman?',
    planted: [{ kind: 'account', words: '1550000034567' }],
  },
  {
    text: 'Rekening giro 0098 0000 5630 01 BJB milik koperasi RW, kenapa kena blokir',
    planted: [{ kind: 'account', words: '0098 0000 5630 01' }],
  },
  {
    text: 'kepala pasar nyuruh bayar ke bca 120 000 0719, ga ada kuitansi',
    planted: [{ kind: 'account', words: '120 000 0719' }],
  },
  {
    text: 'jagoan sini narikin duit keamanan, transfernya ke Jago 100000045678',
    planted: [{ kind: 'account', words: '100000045678' }],
  },
  {
    text: 'udah setor retribusi ke BJB no rek 0098000099100, status masih nunggak',
    planted: [{ kind: 'account', words: '0098000099100' }],
  },
  {
    text: 'ini bukti tf ke rek bri 0206 01 000033 50 4 sejumlah 1,2 juta utk calo disdukcapil',
    planted: [{ kind: 'account', words: '0206 01 000033 50 4' }],
  },
  {
    text: 'uang pembebasan lahan tol blm masuk rekening mandiri sy 1550000076543, udah setaun',
    planted: [{ kind: 'account', words: '1550000076543' }],
  },
  {
    text: 'rek bank Muamalat 3010000452 panitia qurban, warga minta audit',
    planted: [{ kind: 'account', words: '3010000452' }],
  },
  {
    text: 'panitia 17an minta transfer ke 5270000333 bca a/n bendahara, wajib katanya. wajar ga sih?',
    planted: [{ kind: 'account', words: '5270000333' }],
  },
  {
    text: 'no.rek:0400000555 BNI. Mohon pengembalian kelebihan bayar BPHTB',
    planted: [{ kind: 'account', words: '0400000555' }],
  },
  {
    text: 'buku tabungan siswa SDN rek BRI 0411-01-000078-53-6 ga bisa ditarik pas lulus',
    planted: [{ kind: 'account', words: '0411-01-000078-53-6' }],
  },
  {
    text: 'BLT saya nyangkut, rekening 012301000089501 BRI, nama Karsih',
    planted: [{ kind: 'account', words: '012301000089501' }],
  },
  {
    text: 'yang terima duit parkir liar: BCA 5270000612, nomor hp 0838-0000-7719',
    planted: [
      { kind: 'account', words: '5270000612' },
      { kind: 'phone', words: '0838-0000-7719' },
    ],
  },
  {
    text: 'got depan rumah Pak Budi Jl Melati no 12 mampet, airnya meluber ke jalan',
    planted: [{ kind: 'house', words: 'Jl Melati no 12' }],
  },
  {
    text: 'Bu Siti Jl. Kenanga III No.5 RT 02/04 Cibodasari sakit stroke, butuh ambulans buat kontrol',
    planted: [{ kind: 'house', words: 'Jl. Kenanga III No.5' }],
  },
  {
    text: 'Kontrakan H. Mansyur Gg Masjid No. 14 buang limbah cucian ke jalan',
    planted: [{ kind: 'house', words: 'Gg Masjid No. 14' }],
  },
  {
    text: 'tolong tengok Mbah Sarmi, Jl Kutilang Raya 27 sendirian ga ada yg ngurus',
    planted: [{ kind: 'house', words: 'Jl Kutilang Raya 27' }],
  },
  {
    text: 'rumah pak Gunawan di Jl. Beringin 2 no 19A bangun lantai 3 tanpa izin',
    planted: [{ kind: 'house', words: 'Jl. Beringin 2 no 19A' }],
  },
  {
    text: 'tetangga saya Ibu Rosmala Blok C2 no 7 Perumnas piara ayam 40 ekor baunya minta ampun',
    planted: [{ kind: 'house', words: 'Blok C2 no 7' }],
  },
  {
    text: 'Pak Tono (Jl Nuri IV/6) kena DBD, mohon fogging sekitar situ',
    planted: [{ kind: 'house', words: 'Jl Nuri IV/6' }],
  },
  {
    text: 'saya Lestari, jln cempaka no.33 Karawaci, sampah ga diangkut 2 minggu',
    planted: [{ kind: 'house', words: 'jln cempaka no.33' }],
  },
  {
    text: 'Nama saya Agus Salim, alamat Jalan Sawo Dalam Nomor 4, PDAM mati',
    planted: [{ kind: 'house', words: 'Jalan Sawo Dalam Nomor 4' }],
  },
  {
    text: 'Depan rumah Ko Aliong Jl Bouraq no 51 saluran airnya ketutup cor proyek',
    planted: [{ kind: 'house', words: 'Jl Bouraq no 51' }],
  },
  {
    text: 'umahe Mbak Yuni Gang Kelinci no 3 kebanjiran terus, tulung dikeruk gote',
    planted: [{ kind: 'house', words: 'Gang Kelinci no 3' }],
  },
  {
    text: 'imahna Kang Ujang Jl. Pasir Jaya No 16 rek rubuh, tiangna geus miring',
    planted: [{ kind: 'house', words: 'Jl. Pasir Jaya No 16' }],
  },
  {
    text: 'RUMAH BPK SUKIMAN JL ANGGREK V NO 22 DIPAKE JUDI TIAP MALEM',
    planted: [{ kind: 'house', words: 'JL ANGGREK V NO 22' }],
  },
  {
    text: 'Neng Ika jl. rasuna blok d no 9 lahiran butuh bidan malem2, puskesmas tutup',
    planted: [{ kind: 'house', words: 'jl. rasuna blok d no 9' }],
  },
  {
    text: 'depan rumah Bapak Frans Simanjuntak, Jl. Flamboyan Raya No. 40, ada lubang gede',
    planted: [{ kind: 'house', words: 'Jl. Flamboyan Raya No. 40' }],
  },
  {
    text: 'Oma Lince Blok F5 No.11 Taman Cibodas jatoh, ambulans ga dateng2',
    planted: [{ kind: 'house', words: 'Blok F5 No.11' }],
  },
  {
    text: 'Pemilik anjing galak: Pak Anton, Jl Merpati No.2B. Anak2 takut lewat',
    planted: [{ kind: 'house', words: 'Jl Merpati No.2B' }],
  },
  {
    text: 'Engkong Naim nyang tinggal di gg. H. Jaelani no 10 belon dapet bansos, padahal udeh 80 taon',
    planted: [{ kind: 'house', words: 'gg. H. Jaelani no 10' }],
  },
  {
    text: 'Bpk Warsito Jl. Teratai no 6 tidak mau bayar iuran sampah tapi buang sampah di lahan kosong',
    planted: [{ kind: 'house', words: 'Jl. Teratai no 6' }],
  },
  {
    text: 'rumah keluarga Pak Nasution Jl Aria Santika no. 88 terbakar semalem, butuh bantuan',
    planted: [{ kind: 'house', words: 'Jl Aria Santika no. 88' }],
  },
  {
    text: 'kirim petugas jumantik ke rumah Bu Kokom Jl Kisamaun Dalem 7, kolamnya ijo',
    planted: [{ kind: 'house', words: 'Jl Kisamaun Dalem 7' }],
  },
  {
    text: 'Mas Bowo jl mawar 3 no 21 nyetel dangdut kenceng mulu, anak gw mau ujian',
    planted: [{ kind: 'house', words: 'jl mawar 3 no 21' }],
  },
  {
    text: 'Ci Meily di Jl. Cilame No.30 udah 3x minta meteran air diganti, ga ada yg dateng',
    planted: [{ kind: 'house', words: 'Jl. Cilame No.30' }],
  },
  {
    text: 'RT kami a.n. Sobirin Jl. Sitanala Gg 2 No 17 minta uang tiap surat, 50rb',
    planted: [{ kind: 'house', words: 'Jl. Sitanala Gg 2 No 17' }],
  },
  {
    text: 'bengkel Bang Kumis di rumahnya Jl Swadaya 1 no 44 tumpah oli ke got',
    planted: [{ kind: 'house', words: 'Jl Swadaya 1 no 44' }],
  },
  {
    text: 'warga lansia: Nenek Icih, Kp. Sewan Gg Bakti no 1, atap bocor semua',
    planted: [{ kind: 'house', words: 'Kp. Sewan Gg Bakti no 1' }],
  },
  {
    text: 'ODGJ namanya Rahmat keluarga Bu Tini, Jl. Raden Fatah no 63, ngamuk lagi pagi ini',
    planted: [{ kind: 'house', words: 'Jl. Raden Fatah no 63' }],
  },
  {
    text: 'pagar rumah Pdt. Samuel Jl Dr Sitanala No 29 ketabrak truk sampah pemkot, minta ganti rugi',
    planted: [{ kind: 'house', words: 'Jl Dr Sitanala No 29' }],
  },
  {
    text: 'Pa Haji Dulloh jl inpres 12 no 5 tanahnya kena pelebaran ga dibayar',
    planted: [{ kind: 'house', words: 'jl inpres 12 no 5' }],
  },
  {
    text: 'yang punya pohon itu Bu Hartati Jl Dahlia Blok B/14, ga mau dipotong padahal nyentuh kabel',
    planted: [{ kind: 'house', words: 'Jl Dahlia Blok B/14' }],
  },
  {
    text: 'Tolong antar kursi roda ke Pak Jumadi, Jl. Rajawali Timur no. 18, Pinang',
    planted: [{ kind: 'house', words: 'Jl. Rajawali Timur no. 18' }],
  },
  {
    text: 'catering rumahan Ibu Ningsih (Jl Garuda 9 No.12) buang lemak ke saluran',
    planted: [{ kind: 'house', words: 'Jl Garuda 9 No.12' }],
  },
  {
    text: 'saya Rizky dari Griya Kencana Blok AB 3 No 20 mau lapor lampu taman mati',
    planted: [{ kind: 'house', words: 'Griya Kencana Blok AB 3 No 20' }],
  },
  {
    text: 'rumah kang Deden Gg. Ambon No. 36 dijadiin gudang rongsok, sumber tikus',
    planted: [{ kind: 'house', words: 'Gg. Ambon No. 36' }],
  },
  {
    text: 'mau lapor KDRT di rumah Pak Eko, Jl. Gatot Subroto KM 5 No 70, kasian anaknya',
    planted: [{ kind: 'house', words: 'Jl. Gatot Subroto KM 5 No 70' }],
  },
  {
    text: 'Umi Kulsum jl.kh soleh ali no.47 butuh tabung oksigen',
    planted: [{ kind: 'house', words: 'jl.kh soleh ali no.47' }],
  },
  {
    text: 'Sdr. Ferdi, Jalan Lele Raya No 13, Perumnas 2, nimbun solar subsidi di garasi',
    planted: [{ kind: 'house', words: 'Jalan Lele Raya No 13' }],
  },
  {
    text: 'balita stunting anak Bu Marni Jl. Gunung Lawu 8/25, belum ada kader yg dateng',
    planted: [{ kind: 'house', words: 'Jl. Gunung Lawu 8/25' }],
  },
  {
    text: 'air sumur rumah Pak Komar Jl KH Hasyim no 9 item kena limbah, hub 081900005530',
    planted: [
      { kind: 'house', words: 'Jl KH Hasyim no 9' },
      { kind: 'phone', words: '081900005530' },
    ],
  },
  {
    text: 'Ny. Tjandra Jl. Ki Samaun 119 minta trotoar depan rumahnya dibongkar sendiri, boleh gitu?',
    planted: [{ kind: 'house', words: 'Jl. Ki Samaun 119' }],
  },
  {
    text: 'Atas nama Dimas, jl pinang griya raya b no 6, mohon penebangan pohon mahoni',
    planted: [{ kind: 'house', words: 'jl pinang griya raya b no 6' }],
  },
  {
    text: 'Lapor orang ilang: Kakek Darmo umur 78, alamat Jl Cemara Blok E No 23, kalo nemu tlp 0857-0000-4410',
    planted: [
      { kind: 'house', words: 'Jl Cemara Blok E No 23' },
      { kind: 'phone', words: '0857-0000-4410' },
    ],
  },
  {
    text: 'Pelapor: Nina Herlina, NIK 3671045412900000, HP 0812 0000 7731, email nina_h@gmail.com. Jalan Daan Mogot gelap',
    planted: [
      { kind: 'nik', words: '3671045412900000' },
      { kind: 'phone', words: '0812 0000 7731' },
      { kind: 'email', words: 'nina_h@gmail.com' },
    ],
  },
  {
    text: 'korban Arif NIK 3671011505930000 ditabrak mobil B 1580 CIO di depan Robinson, pelaku kabur',
    planted: [
      { kind: 'nik', words: '3671011505930000' },
      { kind: 'plate', words: 'B 1580 CIO' },
    ],
  },
  {
    text: 'saya sopir pick up B 9120 COI kena palak preman, no sy 085800002745',
    planted: [
      { kind: 'plate', words: 'B 9120 COI' },
      { kind: 'phone', words: '085800002745' },
    ],
  },
  {
    text: 'bansos saya ke rek BRI 0411-01-000055-50-2, KK 3671092604140000, nol rupiah dari oktober',
    planted: [
      { kind: 'account', words: '0411-01-000055-50-2' },
      { kind: 'kk', words: '3671092604140000' },
    ],
  },
  {
    text: 'rumah Pak Yusup Jl Salak no 11 Perumnas 1 kebanjiran, tlp anaknya +62 896 0000 1185',
    planted: [
      { kind: 'house', words: 'Jl Salak no 11' },
      { kind: 'phone', words: '+62 896 0000 1185' },
    ],
  },
  {
    text: 'penipu pinjol: email dana_kilat@penipu.example rek 5270000777 BCA, ngaku kerja sama pemkot',
    planted: [
      { kind: 'email', words: 'dana_kilat@penipu.example' },
      { kind: 'account', words: '5270000777' },
    ],
  },
  {
    text: 'Tolong proses akta: KK 3671111603180000 email bunda_caca@gmail.com',
    planted: [
      { kind: 'kk', words: '3671111603180000' },
      { kind: 'email', words: 'bunda_caca@gmail.com' },
    ],
  },
  {
    text: 'Bu Lilis Jl Jambu III no 9, NIK 3671056202650000, butuh kursi roda dr dinsos',
    planted: [
      { kind: 'house', words: 'Jl Jambu III no 9' },
      { kind: 'nik', words: '3671056202650000' },
    ],
  },
  {
    text: 'mobil tetangga B 1389 IQO punya Pak Robert Jl. Kamboja no 28 parkir nutup gang tiap malem',
    planted: [
      { kind: 'plate', words: 'B 1389 IQO' },
      { kind: 'house', words: 'Jl. Kamboja no 28' },
    ],
  },
  {
    text: 'KTP 3671134907840000 KK 3671130208110000 hp 0823-0000-6617 lengkap ya min jgn ditanya lagi',
    planted: [
      { kind: 'nik', words: '3671134907840000' },
      { kind: 'kk', words: '3671130208110000' },
      { kind: 'phone', words: '0823-0000-6617' },
    ],
  },
  {
    text: 'kuitansi parkir rek 1550000045670 mandiri, jukirnya pake motor B 6190 CQO',
    planted: [
      { kind: 'account', words: '1550000045670' },
      { kind: 'plate', words: 'B 6190 CQO' },
    ],
  },
  {
    text: 'email gilang_t@gmail.com, saksi tabrak lari, nopol pelaku B 2046 VOI',
    planted: [
      { kind: 'email', words: 'gilang_t@gmail.com' },
      { kind: 'plate', words: 'B 2046 VOI' },
    ],
  },
  {
    text: 'kirim dana ke norek 7100000482 bsi, tabungan Bu Aminah Gg Kramat no 2',
    planted: [
      { kind: 'account', words: '7100000482' },
      { kind: 'house', words: 'Gg Kramat no 2' },
    ],
  },
  {
    text: 'Petugas minta KK 3671021909160000 sama nomor rekening bjb 0098000031100, aman ga sih?',
    planted: [
      { kind: 'kk', words: '3671021909160000' },
      { kind: 'account', words: '0098000031100' },
    ],
  },
  {
    text: 'Mohon fogging di Karang Mulya, 4 anak kena DBD. Koordinator warga Bu Nining (081200005519)',
    planted: [{ kind: 'phone', words: '081200005519' }],
  },
  {
    text: 'Mobil plat BE 1925 OQ ditinggal di jalur evakuasi GOR, sudah 12 hari ga ada yang punya',
    planted: [{ kind: 'plate', words: 'BE 1925 OQ' }],
  },
  {
    text: 'lansia di Jl. Semeru Raya no 31 Pak Hadi lumpuh, petugas vaksin tolong datang ke rumah, sore aja jam 4',
    planted: [{ kind: 'house', words: 'Jl. Semeru Raya no 31' }],
  },
];
