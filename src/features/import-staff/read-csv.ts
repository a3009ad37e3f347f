import { parse } from 'csv-parse/sync';

/** A table as text: UTF-8 or UTF-16 with a mark, UTF-8 without one, else Windows-1252; parted by semicolons, as an Indonesian Excel writes it, commas or tabs. */
export const readCsv = (bytes: Uint8Array): readonly (readonly string[])[] | null => {
  const text = decode(bytes);
  if (text.includes('\0')) return null; // a picture, a program: no table
  try {
    const rows: unknown = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return Array.isArray(rows) ? rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : [])) : null;
  } catch {
    return null; // a quote that never ends, for one: the sender is told that it is no list
  }
};

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The one that the first line has most of. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string): number => first.split(delimiter).length;
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
};
