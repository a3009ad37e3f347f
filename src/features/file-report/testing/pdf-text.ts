import { inflateSync } from 'node:zlib';

/** The words of a PDF as its reader sees them, by the table of each typeface; a line of the sheet is a line here, and breaks are blanks. */
export const pdfText = (pdf: Buffer): string => {
  const objects = objectsOf(pdf);
  const letters = lettersByFont(objects);
  return [...objects.values()]
    .filter(({ content }) => / Tf\b/.test(content))
    .map(({ content }) => wordsOf(content, letters))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
};

type PdfObject = { readonly head: string; readonly content: string };

const objectsOf = (pdf: Buffer): ReadonlyMap<string, PdfObject> => {
  const raw = pdf.toString('latin1');
  const found = raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|stream\n([\s\S]*?)\nendstream)/g);
  return new Map(
    [...found].map(([, id = '', head = '', stream]) => [
      id,
      { head, content: stream === undefined ? '' : plain(head, stream) },
    ]),
  );
};

const plain = (head: string, stream: string): string =>
  head.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;

type Letters = ReadonlyMap<string, readonly string[]>;

/** `/F1` -> which letters its signs stand for; a typeface that every reader has brings no table. */
const lettersByFont = (objects: ReadonlyMap<string, PdfObject>): Letters => {
  const named = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(
    named.map(([, name = '', id = '']) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
      const listed = [...(objects.get(table)?.content ?? '').matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) => [
        ...list.matchAll(/<([0-9a-f ]*)>/gi),
      ]);
      return [
        name,
        listed.map(([, hex = '']) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')),
      ];
    }),
  );
};

const wordsOf = (content: string, letters: Letters): string => {
  let font: readonly string[] = [];
  const lines = [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)].map(([, name, signs = '']) => {
    if (name !== undefined) font = letters.get(name) ?? [];
    const hex = [...signs.matchAll(/<([0-9a-f]*)>/gi)].map(([, part]) => part).join('');
    if (font.length === 0) return new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'));
    return (hex.match(/.{4}/g) ?? []).map((sign) => font[Number.parseInt(sign, 16)] ?? '').join('');
  });
  return lines.join('');
};
