import { describe, expect, it, test } from 'vitest';

import { filledWording, longestWording, wordingProblem } from './letter-wording.ts';

const values = { number: '481-207-3356', city: 'Kota Satu' };

describe("a city's own words", () => {
  it.each([
    'Matur nuwun. Nomor {{number}}, {{ city }}.',
    'Laporan diterima pukul 08.30 oleh Dinas PU (d.a. Balai Kota), Yth. Bapak/Ibu.',
    'Terima kasih — ﷺ, 谢谢, 👩‍🔧.',
    '',
  ])('may be %o', (words) => {
    expect(wordingProblem(words)).toBeNull();
    expect(filledWording(words, values)).not.toMatch(/[{}]/);
  });

  it.each(['{{nu mber}}', '{{nama}}', '{number}', '{{{city}}}', 'Sudah }} kami', '{{\nnumber}}', '{{nu{{city}}mber}}'])(
    'name nothing that could not be filled in: %o',
    (words) => expect(wordingProblem(words)).toBe('unknown'),
  );

  it.each([
    'Halo\n\nLaporan warga {{city}}',
    'Halo\u2028Kirim kode Anda.',
    'Halo\tKode',
    'Buka https://contoh.id',
    'Buka HTTP://1.2.3.4',
    'Buka 10.0.0.1',
    'Buka www.contoh',
    'Buka bit.ly/abc',
    'Buka contoh.go.id',
    'Buka contoh。id',
    'Buka con\u200btoh\u200b.id',
    'Buka {{city}}.id',
    'Tulis ke warga@contoh.id',
    'Kode \u202e6543 dikirim',
  ])('forge no letter: %o', (words) => expect(wordingProblem(words)).toBe('not_allowed'));

  test('fit on a screen', () => {
    expect(wordingProblem('a'.repeat(longestWording))).toBeNull();
    expect(wordingProblem('a'.repeat(longestWording + 1))).toBe('too_long');
  });

  test('stay one paragraph without tricks, whatever was kept before', () => {
    expect(filledWording('Halo\r\n\r\nNomor \u202e{{number}}', values)).toBe('Halo Nomor 481-207-3356');
  });
});
