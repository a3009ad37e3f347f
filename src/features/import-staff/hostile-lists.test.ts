import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';

import { residentBytes } from '../../adapters/pictures/resident-bytes.ts';
import { readList } from './read-list.ts';
import { writeWorkbook } from './write-list.ts';

const line = {
  instansi: 'Dinas PUPR',
  jabatan: 'Kepala',
  peran: '',
  nama: 'Siti',
  email: 's@kota.example',
  mulai: '',
  sampai: '',
};

/** A good list as Excel writes it, with one of its parts changed. */
const listWith = async (part: RegExp, change: (xml: string) => string): Promise<Uint8Array> => {
  const parts = unzipSync(await writeWorkbook([line]));
  const name = Object.keys(parts).find((one) => part.test(one)) ?? '';
  const xml = Buffer.from(parts[name] ?? []).toString();
  const changed = change(xml);
  if (changed === xml) throw new Error(`nothing was changed in ${name}`);
  return zipSync({ ...parts, [name]: Buffer.from(changed) });
};

const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const bomb = `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`;
const sheet = /worksheets\/sheet1\.xml$/;

const hostile: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  [
    'names entities that grow into billions',
    () =>
      listWith(sheet, (xml) =>
        xml
          .replace(/(<\?xml[^>]*\?>)?/, `$1${bomb}`)
          .replace('</sheetData>', '<row r="3"><c r="A3" t="inlineStr"><is><t>&l12;</t></is></c></row></sheetData>'),
      ),
  ],
  [
    'asks for a file of the machine',
    () =>
      listWith(sheet, (xml) =>
        xml
          .replace(/(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>`)
          .replace('</sheetData>', '<row r="3"><c r="A3" t="inlineStr"><is><t>&f;</t></is></c></row></sheetData>'),
      ),
  ],
  [
    'has one cell at the farthest place',
    () =>
      listWith(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        ),
      ),
  ],
  [
    'has one cell at a place that no spreadsheet has',
    () =>
      listWith(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="999999999"><c r="ZZZZZZ999999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        ),
      ),
  ],
  [
    'says that it is as large as can be',
    () => listWith(sheet, (xml) => xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  ],
  [
    'has cells of a type that nobody knows',
    () =>
      listWith(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="3"><c r="A3" t="s"><v>99999999</v></c><c r="__proto__" t="n"><v>1e999</v></c></row></sheetData>',
        ),
      ),
  ],
  [
    'hides a far place behind an entity',
    () =>
      listWith(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="&#49;048576"><c r="&#88;FD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        ),
      ),
  ],
  [
    'is nested as deep as it fits',
    () =>
      listWith(sheet, (xml) =>
        xml.replace('</sheetData>', `${'<row>'.repeat(200_000)}${'</row>'.repeat(200_000)}</sheetData>`),
      ),
  ],
];

it.each(hostile)(
  'a list that %s is read as it stands or refused, and takes little memory',
  async (_what, make) => {
    const bytes = await make();
    const before = residentBytes(process.pid);
    const list = await readList(bytes);
    const words = list.ok ? JSON.stringify(list.lines) : '';
    expect(words).not.toMatch(/root:|(?:ha){100}/);
    expect(words.length).toBeLessThan(10_000);
    expect(residentBytes(process.pid) - before).toBeLessThan(400 * 1024 * 1024);
  },
  60_000,
);

it.each([
  ['bytes alone', Buffer.from('504b0304', 'hex')],
  [
    'names that lead elsewhere',
    zipSync({ '../../../../tmp/jahat': Buffer.from('x'), 'xl/workbook.xml': Buffer.from('<x/>') }),
  ],
  [
    'a name that is a word of the language',
    zipSync({ __proto__x: Buffer.from('x'), constructor: Buffer.from('x'), 'xl/workbook.xml': Buffer.from('<x/>') }),
  ],
  [
    'more parts than a list has',
    zipSync(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`p${at}`, Buffer.from('x')]))),
  ],
])('a zip of %s is refused', async (_what, bytes) => {
  expect(await readList(bytes)).toMatchObject({ ok: false });
});

it('a sheet of millions of rows with nothing in them is too large', async () => {
  const bytes = await listWith(sheet, (xml) =>
    xml.replace('</sheetData>', `${'<row/>'.repeat(3_000_000)}</sheetData>`),
  );
  expect(await readList(bytes)).toEqual({ ok: false, refusal: { kind: 'too_large' } });
});
