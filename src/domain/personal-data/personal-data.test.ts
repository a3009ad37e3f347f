import { describe, expect, it } from 'vitest';

import { findPersonalData, maskPersonalData, personalDataKinds, type PersonalDataKind } from './personal-data.ts';

const masked = (text: string): string => maskPersonalData(text, (kind) => `[${kind}]`);

const cases = (kind: PersonalDataKind, texts: readonly (readonly [text: string, masked: string])[]) =>
  texts.map(([text, words]) => [text, words.replaceAll('#', `[${kind}]`)] as const);

describe('a telephone number', () => {
  it.each(
    cases('phone', [
      ['Hubungi 0812-3456-7890 ya', 'Hubungi # ya'],
      ['WA 081234567890', 'WA #'],
      ['wa081234567890.', 'wa#.'],
      ['0812 3456 7890 (Bu Ani)', '# (Bu Ani)'],
      ['0812 345 678 siang hari', '# siang hari'],
      ['HP:0857.1234.5678', 'HP:#'],
      ['hp 0812–3456–7890', 'hp #'],
      ['nomor +62 812 3456 7890', 'nomor #'],
      ['+62812-3456-7890', '#'],
      ['(+62) 812-3456-7890', '#'],
      ['+62 (0) 812 3456 7890', '#'],
      ['62 812 3456 7890', '#'],
      ['0062-812-3456-7890', '#'],
      ['o8123456789 pakai huruf', '# pakai huruf'],
      ['0 8 1 2 3 4 5 6 7 8 9 0', '#'],
      ['Kantor (021) 555 1234 tutup', 'Kantor # tutup'],
      ['Kantor 021-55512345', 'Kantor #'],
      ['021/5551234', '#'],
      ['0251 8312345', '#'],
      ['+62 21 555 1234', '#'],
      ['+65 9123 4567', '#'],
      ['telp rumah: 5551234', 'telp rumah: #'],
      ['telp. 5551234', 'telp. #'],
      ['WA saya 812 3456 7890', 'WA saya #'],
      ['chat https://wa.me/6281234567890?text=halo.', 'chat #.'],
      ['wa.me/6281234567890', '#'],
      ['api.whatsapp.com/send?phone=6281234567890', '#'],
      ['0812-3456-7890 atau 0813-9876-5432', '# atau #'],
      ['0812 3456 7890 20 orang antre', '# 20 orang antre'],
      ['0812-345-678 100 meter dari pasar', '# 100 meter dari pasar'],
      ['tahun 2024 0812 3456 7890', 'tahun 2024 #'],
      ['HUBUNGI 081234567890 SEGERA', 'HUBUNGI # SEGERA'],
      ['(0812) 3456 7890', '#'],
      ['(0812)34567890', '#'],
      ['Telp (0812) 3456-7890', 'Telp #'],
      ['(+62812) 3456 7890', '#'],
      ['0812/3456/7890', '#'],
      ['0812_3456_7890', '#'],
      ['0812,3456,7890', '#'],
      ['WA 0812\n3456\n7890 ya', 'WA # ya'],
      ['WA 0812-3456-\r\n7890', 'WA #'],
      ['0812-3456-7890\n0813-9876-5432', '#\n#'],
      ['0812-345-678\n100 meter dari pasar', '#\n100 meter dari pasar'],
      ['08\u200b12\u200d3456\u00ad7890', '#'],
      ['😀 ０８１２ ３４５６ ７８９０ 😀', '😀 # 😀'],
      ['𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎!', '#!'],
      ['0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣', '#'],
      ['0 812 3456 7890', '#'],
      ['0812 34 56 78 90', '#'],
      ['0812345678, 20 orang', '#, 20 orang'],
      ['0812345678 (20 orang)', '# (20 orang)'],
      ['nomor saya: 812-3456-7890', 'nomor saya: #'],
      ['no telp rumah saya 5551234', 'no telp rumah saya #'],
      ['Ani (081234567890) tahu', 'Ani (#) tahu'],
      ['Ani (0812-3456-7890 / 0813-9876-5432)', 'Ani (# / #)'],
      ['kantor (021 5551234)', 'kantor (#)'],
      ['nol delapan satu dua tiga empat lima enam tujuh delapan ya', '# ya'],
      ['kosong 812 tiga empat 5678', '#'],
      ['nol lapan hiji dua tilu opat lima genep tujuh salapan', '#'],
      ['O812OOOO4571', '#'],
      ['0812 34l2 567O', '#'],
      ['08 12 3456 7890', '#'],
      ['0812*3456*7890', '#'],
      ['telp kantor Bu Rina: 5551234', 'telp kantor Bu Rina: #'],
      ['hpnya 812 3456 7890', 'hpnya #'],
    ]),
  )('is masked: %s', (text, words) => expect(masked(text)).toBe(words));
});

describe('a NIK, a family card, a tax number', () => {
  it.each(
    cases('identity_number', [
      ['NIK 3671012345678901', 'NIK #'],
      ['NIK: 3671 0152 0190 0001.', 'NIK: #.'],
      ['nik saya 3671.0112.0685.0003', 'nik saya #'],
      ['No KK 3671-0112-0622-0003', 'No KK #'],
      ['ktp atas nama saya 367101234567890', 'ktp atas nama saya #'],
      ['KK 36710112062200031', 'KK #'],
      ['NPWP 12.345.678.9-012.345', 'NPWP #'],
      ['no bpjs 0001234567890', 'no bpjs #'],
      ['sejak 2024 3671 0152 0190 0001', 'sejak 2024 #'],
      ['3671/0152/0190/0001', '#'],
      ['NIK 367101_520190_0001', 'NIK #'],
      ['paspor B1234567', 'paspor #'],
      ['Paspor nomor: x 1234567.', 'Paspor nomor: #.'],
    ]),
  )('is masked: %s', (text, words) => expect(masked(text)).toBe(words));
});

describe('an e-mail address', () => {
  it.each(
    cases('email', [
      ['tulis ke budi.santoso@contoh.co.id, ya', 'tulis ke #, ya'],
      ['budi_99+lapor@gmail.com.', '#.'],
      ['budi@gmail.com. Terima kasih', '#. Terima kasih'],
      ['budi @gmail.com', '#'],
      ['budi (at) gmail (dot) com', '#'],
      ['budi[at]yahoo.co.id', '#'],
      ['budi[@]gmail.com', '#'],
      ['budi at gmail dot com', '#'],
      ['budi(at)perusahaan(dot)co(dot)id', '#'],
      ['tulis budi @ perusahaan.co.id. Terima kasih', 'tulis #. Terima kasih'],
      ['budi＠contoh．id', '#'],
      ['budi[at]kantor.museum', '#'],
      ['budi (dot) santoso (at) gmail (dot) com', '#'],
      ['budi@gmail,com', '#'],
      ['budi et gmail titik com', '#'],
      ['email saya budi99 gmail.com', 'email saya #'],
    ]),
  )('is masked: %s', (text, words) => expect(masked(text)).toBe(words));
});

describe('the plate of a vehicle', () => {
  it.each(
    cases('plate', [
      ['Mobil B 1234 XYZ parkir di trotoar', 'Mobil # parkir di trotoar'],
      ['B1234XYZ', '#'],
      ['motor b 6789 abc ugal-ugalan', 'motor # ugal-ugalan'],
      ['b1234xyz', '#'],
      ['AB-1234-CD.', '#.'],
      ['TRUK D 8123 EF DAN B 9012 TIA MELINTAS', 'TRUK # DAN # MELINTAS'],
      ['plat nomor A 12 B', 'plat nomor #'],
      ['nopol: B 1 RI', 'nopol: #'],
      ['avanza b 1234 xyz kabur', 'avanza # kabur'],
      ['B  1234  XYZ', '#'],
      ['mobil B 1234 KM', 'mobil #'],
      ['pajero B 88 OIC', 'pajero #'],
      ['sopir angkot B 1902 CIO', 'sopir angkot #'],
      ['platnya F 7 AB', 'platnya #'],
    ]),
  )('is masked: %s', (text, words) => expect(masked(text)).toBe(words));
});

describe('the number of a bank account', () => {
  it.each(
    cases('account', [
      ['transfer ke BCA 1234567890 a.n. Budi', 'transfer ke BCA # a.n. Budi'],
      ['No. rek: 123-456-7890', 'No. rek: #'],
      ['rekening BRI 0123-01-012345-50-1', 'rekening BRI #'],
      ['norek mandiri 1230001234567', 'norek mandiri #'],
      ['1234567890 (BNI)', '# (BNI)'],
      ['Bank Jago 1234567890', 'Bank Jago #'],
      ['bank DKI 12345678901', 'bank DKI #'],
      ['gopay 1234567890', 'gopay #'],
      ['OVO: 1234567890', 'OVO: #'],
      ['dana 1234567890', 'dana #'],
      ['1234567890 atas nama Budi', '# atas nama Budi'],
      ['VA 8801234567890123 sudah lunas', 'VA [identity_number] sudah lunas'],
      ['bayar Rp 150.000 ke rekening 1234567890', 'bayar Rp 150.000 ke rekening #'],
    ]),
  )('is masked: %s', (text, words) => expect(masked(text)).toBe(words));
});

/** Each as [written, with # for the number alone]. */
const numberedHouses = [
  ['Jl Mawar No. 5', 'Jl Mawar #'],
  ['Jl. Mawar Raya no 12A RT 03/05', 'Jl. Mawar Raya # RT 03/05'],
  ['Jalan Melati nomor 7, Cibodas', 'Jalan Melati #, Cibodas'],
  ['jln melati, no.7/9', 'jln melati, #'],
  ['Gg. Haji Ali No 3', 'Gg. Haji Ali #'],
  ['Jl Kenanga No.1-E bocor', 'Jl Kenanga # bocor'],
  ['Perum Indah Blok C3 No 7', 'Perum Indah Blok C3 #'],
  ['Blok C3/7', 'Blok C3/#'],
  ['blok AA/12', 'blok AA/#'],
  ['Jl. Anggrek 2 No. 5', 'Jl. Anggrek 2 #'],
  ['Jl Mawar RT 03/05 No. 12', 'Jl Mawar RT 03/05 #'],
  ['rumah nomor 15 bocor', 'rumah # bocor'],
  ['Jl Mawar 5', 'Jl Mawar #'],
  ['Jl. Mawar 5, Cibodas', 'Jl. Mawar #, Cibodas'],
  ['Jl Mawar #5', 'Jl Mawar #'],
  ['no. 12 jalan mawar', '# jalan mawar'],
  ['di No 7B, Jl. Melati', 'di #, Jl. Melati'],
  ['Jalan Mawar 12B RT 3', 'Jalan Mawar # RT 3'],
] as const;

describe('the number of a house', () => {
  it.each(numberedHouses.map(([text]) => text))('alone is a place, and stays: %s', (text) =>
    expect(masked(text)).toBe(text),
  );

  it.each(cases('house_number', numberedHouses))(
    'is masked beside other words that lead to somebody, and the street stays: %s',
    (text, words) => expect(masked(`${text}\nbudi@contoh.id`)).toBe(`${words}\n[email]`),
  );

  it.each(
    cases('house_number', [
      ['Bu Ani, Jl Mawar No. 5, sakit', 'Bu Ani, #, sakit'],
      ['PAK AGUS JL MAWAR NO 5 SAKIT', 'PAK AGUS # SAKIT'],
      ['pak agus di jln melati no.7/9 galak', 'pak agus di # galak'],
      ['Mbah Karto yang tinggal di Gg. Haji Ali No 3', 'Mbah Karto yang tinggal di #'],
      ['saya Wati, Perum Indah Blok C3/7', 'saya Wati, #'],
      ['rumah saya Jl Mawar 5 RT 03/05 bocor', 'rumah saya # RT 03/05 bocor'],
      ['Jl Mawar No 5 (Bu Ani) roboh', '# (Bu Ani) roboh'],
      ['Jl Mawar No 5 a.n. Budi', '# a.n. Budi'],
      ['nama: siti aminah alamat: jl melati 5 no 7', 'nama: siti aminah alamat: #'],
      ['Teh Ina Jl Mawar 12 sendirian', 'Teh Ina # sendirian'],
      ['keluarga Pak Danu Blok C12 pindah', 'keluarga Pak Danu # pindah'],
      ['Pak RT 03 Slamet, Jl. Anggrek 2 No. 5', 'Pak RT 03 Slamet, #'],
    ]),
  )('goes with its street where somebody is named: %s', (text, words) => expect(masked(text)).toBe(words));

  it.each([
    'Pak, tolong, Jl Mawar No 5 banjir',
    'Bu Lurah, depan Jl Mawar No 5 banjir',
    'PAK LAMPU MATI DI JL MAWAR NO 5',
    'depan Masjid Haji Ali Jl Mawar No 5',
    'simpang Jl. KH Hasyim dan Jl Mawar No 5',
    'Bu Ani lapor Jl Mawar 2 lubang',
    'mobil B 1234 XYZ di Jl Mawar No 5',
  ])('stays where nobody is named, or it counts something else: %s', (text) =>
    expect(masked(text)).not.toContain('[house_number]'),
  );
});

describe('what leads to nobody', () => {
  it.each([
    'RT 03/RW 05 Kelurahan Cibodas',
    'RT.021/005, kode pos 15117',
    'RT 001 RW 012',
    'tanggal 20-11-2024 pukul 07.30 - 09.00',
    '20/11/2024 s.d. 22/11/2024',
    '2024-11-20 10:30:00',
    'jam 0730-0900 WIB',
    'harga Rp 150.000 naik menjadi Rp1.500.000,00',
    'dana Rp 15.000.000.000 ke BCA tidak jelas',
    'bayar 15.000.000 ke rekening desa',
    'tahun 2020 2021 2022 2023 selalu banjir',
    'tahun anggaran 2023-2024 dan 2024/2025',
    'BRI cabang tutup 20-11-2024 10.30',
    'BNI 2022-2023',
    'Jalan Daan Mogot KM 19 macet',
    'Jl. Raya Serpong Km. 8,5',
    'Jalan Nasional 3, lubang',
    'Jalan Tol Jakarta-Merak KM 26',
    'angkot R 03 dan T 12 A ngetem',
    'bus koridor 13, trayek B 101 A',
    'Jalan Merdeka 2 lubang besar',
    'JALAN MERDEKA ADA 3 LUBANG',
    'di jalan rusak 5 titik',
    'Jl Sudirman tiang lampu no 12 mati',
    'Jl Veteran depan SDN No 4',
    'Perda No. 5 Tahun 2019 Pasal 12',
    'surat nomor 031/2022/PN dan 0245/123/2023',
    'ada 300 KK dan 1.250 jiwa terdampak',
    'ADA 1000 DAN 2000 ORANG',
    'BLOK B 123 DAN BLOK D 4',
    'lampu 100 W, pipa 3 inci, debit 1200 m3',
    'hubungi 112 atau 1500123',
    'telepon 110, call center 0800-1234567',
    'nol delapan kali lapor, satu dua tiga',
    'saya WA 20-11-2026 belum dibalas',
    'tanggal 08-12-2026 10.30 dan 08 12 2026 1030',
    'jam 08.15-09.30, 10.00-11.30',
    'lantai B 12 AC mati, angkot B 101 AB',
    'nilai 8,5 dari 10 (85 persen)',
    'koordinat -6.178123, 106.630456',
    'suhu 36.5 dan 37.0',
    'gang mawar 3 sempit',
    'Laporan 481-207-3356 belum dijawab',
    'sudah 3x lapor sejak 1 Januari 2024',
    'lantai 2 gedung B, pintu A 12',
    'awalan 0811, 0812, 0813 tidak bisa dihubungi',
    'surat nomor 0812/345/2024 tanggal 1 Mei',
    'sejak 12/10/2024 14/10/2024 mati',
    'dana 1500000000 untuk jalan',
    'dana 2022 2023 2024 tidak cair',
    'dana desa 1234567890 dan Rp 15.000.000.000',
    'prioritas no 1 jalan rusak',
    'tiang no 12 jalan Mawar',
    'mobil L 300 yg parkir, truk ada 1000 km',
    'luas 100 m², naik ½, lihat ①',
    'nomor laporan saya 812-207-3356',
    'Masjid @ taman kota, sate @ 2.500',
    '',
    'Tidak ada angka sama sekali.',
  ])('is left alone: %s', (text) => expect(masked(text)).toBe(text));
});

describe('a whole text', () => {
  it('is masked in all its parts, each by its kind', () => {
    const text =
      'Budi Santoso di Jl Mawar 5 HP 081299998888 (NIK 3671012345678901)\nminta Rp 500.000 ke BCA 1234567890, mobil B 1234 XYZ, budi@contoh.id';
    expect(masked(text)).toBe(
      'Budi Santoso di Jl Mawar [house_number] HP [phone] (NIK [identity_number])\nminta Rp 500.000 ke BCA [account], mobil [plate], [email]',
    );
    expect(new Set(findPersonalData(text).map(({ kind }) => kind))).toEqual(new Set(personalDataKinds));
  });

  it('gives ranges that can be cut out, in order, none over another', () => {
    const text = '😀 0812-3456-7890 dan a@contoh.id 😀';
    expect(findPersonalData(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      '0812-3456-7890',
      'a@contoh.id',
    ]);
  });

  it('that is masked already stays as it is', () => {
    const once = masked('Jl Mawar No. 5, WA 081234567890, B 1234 XYZ');
    expect(masked(once)).toBe(once);
  });

  it.each([
    '0812 ',
    '1 ',
    '1',
    'a',
    'Jl ',
    'Jl Mawar ',
    'no ',
    'B 1',
    'a.',
    '(',
    '+62',
    'rek ',
    'wa ',
    'a@a.',
    'a at ',
    ' at a dot ',
    '(0812)\n',
    '0812,',
    '08',
    '3671/',
    'bank a ',
    'dana no ',
    'paspor ',
    'no 1 jalan ',
    'mobil B 123 ',
    '\u200b',
    '０',
    ' ',
    '#1 ',
    '0812-3456-7890 ',
    'Jl Mawar 5, ',
    'a@b.id ',
  ])('is read to its end, however odd and long: %j', (piece) => {
    const text = piece.repeat(Math.ceil(40_000 / piece.length));
    let end = 0;
    for (const { from, to } of findPersonalData(text)) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
      end = to;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
});
