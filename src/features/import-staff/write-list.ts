import writeExcel from 'write-excel-file/node';

import { columns, type Column } from './read-list.ts';

export type WrittenLine = Readonly<Record<Column, string>>;

/** For every spreadsheet: with a mark that says UTF-8, parted by semicolons, which an Indonesian Excel expects. */
export const writeCsv = (lines: readonly WrittenLine[]): Buffer => {
  const rows = [columns, ...lines.map((line) => columns.map((column) => line[column]))];
  return Buffer.from(`\uFEFF${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`);
};

/** What begins like a formula is kept from being one (OWASP: CSV injection). */
const cellOf = (words: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Every cell is text, and a formula nowhere. */
export const writeWorkbook = (lines: readonly WrittenLine[]): Promise<Buffer> => {
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = lines.map((line) => columns.map((column) => ({ value: line[column], type: String })));
  return writeExcel([head, ...rows], { sheet: 'orang', columns: columns.map(() => ({ width: 24 })) }).toBuffer();
};
