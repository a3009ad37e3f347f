import { zipSync } from 'fflate';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';

import { readDay } from './read-day.ts';
import { mostFileBytes, mostRows, readList } from './read-list.ts';
import { writeCsv, writeWorkbook } from './write-list.ts';

const head = 'instansi;jabatan;nama;email;mulai;sampai';
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding);
const linesOf = async (bytes: Uint8Array) => {
  const list = await readList(bytes);
  return list.ok ? list.lines : list.refusal;
};

const siti = {
  instansi: 'Dinas PUPR',
  jabatan: 'Kepala',
  peran: '',
  nama: 'Siti',
  email: 's@kota.example',
  mulai: '01/12/2026',
  sampai: '',
};

describe('a list from a spreadsheet', () => {
  it.each([
    [
      'semicolons, as an Indonesian Excel writes them',
      bytesOf(`${head}\r\nDinas PUPR;Kepala;Siti;s@kota.example;01/12/2026;\r\n`),
    ],
    ['a mark that says UTF-8', bytesOf(`\uFEFF${head}\nDinas PUPR;Kepala;Siti;s@kota.example;01/12/2026;`)],
    [
      'commas, and columns in another order',
      bytesOf(`Email,Nama,Jabatan,Instansi,Mulai\ns@kota.example,Siti,Kepala,Dinas PUPR,01/12/2026`),
    ],
    [
      'tabs, in UTF-16',
      Buffer.concat([
        Buffer.of(0xff, 0xfe),
        bytesOf(`${head.replaceAll(';', '\t')}\nDinas PUPR\tKepala\tSiti\ts@kota.example\t01/12/2026\t`, 'utf16le'),
      ]),
    ],
  ])('is read with %s', async (_, bytes) => {
    expect(await linesOf(bytes)).toEqual([{ line: 2, ...siti }]);
  });

  it('is read in Windows-1252, and blank lines keep their numbers', async () => {
    const bytes = bytesOf(`${head}\n;;;;;\nDinas PUPR;Kepala;Andr\xe9;s@kota.example;;`, 'latin1');
    expect(await linesOf(bytes)).toMatchObject([{ line: 3, nama: 'André' }]);
  });

  it('is read from Excel, dates as days', async () => {
    const row = ['Dinas PUPR', 'Kepala', 'Siti', 's@kota.example'].map((value) => ({ value, type: String }));
    const dated = { value: new Date('2026-12-01T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' };
    const file = await writeExcel([
      head.split(';').map((value) => ({ value, type: String })),
      [...row, dated],
    ]).toBuffer();
    expect(await linesOf(file)).toEqual([{ line: 2, ...siti, mulai: '2026-12-01' }]);
  });

  it('comes back as it was written, in both formats, and nothing in it is a formula', async () => {
    const hostile = { ...siti, nama: '=HYPERLINK("http://x")', jabatan: '@Kepala; "besar"' };
    for (const file of [writeCsv([hostile]), await writeWorkbook([hostile])])
      expect(await linesOf(file)).toEqual([{ line: 2, ...hostile }]);
    expect(writeCsv([hostile]).toString()).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it.each([
    ['is empty', bytesOf(''), { kind: 'empty' }],
    ['has a head alone', bytesOf(head), { kind: 'empty' }],
    ['lacks columns', bytesOf('nama;alamat\nSiti;Jalan'), { kind: 'missing_columns', missing: ['jabatan', 'email'] }],
    ['is a picture', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(2_000)]), { kind: 'not_a_list' }],
    ['is of an old Excel, or has a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { kind: 'old_excel' }],
    ['is another zip', Buffer.from(zipSync({ 'readme.txt': Buffer.from('x') })), { kind: 'not_a_list' }],
    [
      'is a zip that is cut off',
      Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.alloc(5_000) })).subarray(0, 60),
      { kind: 'not_a_list' },
    ],
    [
      'holds macros',
      Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/vbaProject.bin': Buffer.from('x') })),
      { kind: 'has_macros' },
    ],
    [
      'unpacks into far more than it holds',
      Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.alloc(64 * 1024 * 1024) })),
      { kind: 'too_large' },
    ],
    ['is larger than a list can be', Buffer.alloc(mostFileBytes + 1), { kind: 'too_large' }],
    [
      'has too many rows',
      bytesOf(`${head}\n${';Kepala;Siti;s@kota.example;;\n'.repeat(mostRows + 1)}`),
      { kind: 'too_many_rows' },
    ],
  ])('is refused when it %s', async (_, bytes, refusal) => {
    expect(await linesOf(bytes)).toEqual(refusal);
  });
});

describe('a day in a list', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['01/12/2026', '2026-12-01'],
    ['1-12-2026', '2026-12-01'],
    ['1.12.2026', '2026-12-01'],
    ['46357', '2026-12-01'],
    ['46357.0', '2026-12-01'],
    ['31/02/2026', null],
    ['12/31/2026', null],
    ['1/1/1926', null],
    ['besok', null],
    ['', null],
  ])('%s is %s', (written, day) => {
    expect(readDay(written)).toBe(day);
  });
});
