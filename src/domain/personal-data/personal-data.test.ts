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
      ['telp rumah: 5551234', 'telp rumah: 5551234'],
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
      ['1234567890 atas nama Budi', '# atas nama Budi'],
      ['VA 8801234567890123 sudah lunas', 'VA [identity_number] sudah lunas'],
      ['bayar Rp 150.000 ke rekening 1234567890', 'bayar Rp 150.000 ke rekening #'],
    ]),
  )('is masked: %s', (text, words) => expect(masked(text)).toBe(words));
});

describe('the number of a house', () => {
  it.each(
    cases('house_number', [
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
      ['Jalan Mawar 12B RT 3', 'Jalan Mawar # RT 3'],
    ]),
  )('is masked, and the street stays: %s', (text, words) => expect(masked(text)).toBe(words));
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
    'nilai 8,5 dari 10 (85 persen)',
    'koordinat -6.178123, 106.630456',
    'suhu 36.5 dan 37.0',
    'gang mawar 3 sempit',
    'Laporan 481-207-3356 belum dijawab',
    'sudah 3x lapor sejak 1 Januari 2024',
    'lantai 2 gedung B, pintu A 12',
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

  it('is read in a moment, however long and odd it is', () => {
    const began = process.cpuUsage().user;
    for (const piece of ['0812 ', '1 ', '1', 'a', 'Jl ', 'Jl Mawar ', 'no ', 'B 1', 'a.', '(', '+62', 'rek ', 'wa '])
      masked(piece.repeat(Math.ceil(10_000 / piece.length)));
    expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2_000);
  });
});
