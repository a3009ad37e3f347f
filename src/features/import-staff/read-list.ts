import { readCsv } from './read-csv.ts';
import { readWorkbook, type WorkbookRefusal } from './read-workbook.ts';

export const columns = ['instansi', 'jabatan', 'peran', 'nama', 'email', 'mulai', 'sampai'] as const;
export type Column = (typeof columns)[number];

/** One person in one post, or a post alone, as it was written; `line` as a spreadsheet numbers it. */
export type ListLine = { readonly line: number } & Readonly<Record<Column, string>>;

export type ListRefusal =
  | { readonly kind: WorkbookRefusal | 'old_excel' | 'empty' | 'too_many_rows' }
  | { readonly kind: 'missing_columns'; readonly missing: readonly Column[] };

export type ReadList =
  | { readonly ok: true; readonly lines: readonly ListLine[] }
  | { readonly ok: false; readonly refusal: ListRefusal };

export const mostRows = 2_000;
export const mostFileBytes = 4 * 1024 * 1024;

/** What else the columns may be called. */
const alsoCalled: Readonly<Record<Column, readonly string[]>> = {
  instansi: ['agency', 'perangkat daerah', 'opd'],
  jabatan: ['post', 'jabatan/pos', 'pos'],
  peran: ['role', 'roles', 'peran jabatan'],
  nama: ['name', 'nama lengkap'],
  email: ['e-mail', 'surel', 'mail', 'alamat email'],
  mulai: ['from', 'mulai tanggal'],
  sampai: ['until', 'sampai tanggal'],
};
const needed = ['jabatan', 'nama', 'email'] as const satisfies readonly Column[];

/** The lines of a file that a spreadsheet wrote, whichever way. */
export const readList = async (bytes: Uint8Array): Promise<ReadList> => {
  if (bytes.length > mostFileBytes) return { ok: false, refusal: { kind: 'too_large' } };
  const table = await readTable(bytes);
  if (!table.ok) return { ok: false, refusal: { kind: table.kind } };
  const [head, ...rest] = table.rows;
  if (head === undefined) return { ok: false, refusal: { kind: 'empty' } };
  const places = placesIn(head);
  const missing = needed.filter((column) => places[column] === -1);
  if (missing.length > 0) return { ok: false, refusal: { kind: 'missing_columns', missing } };
  const lines = rest.map((row, index) => lineOf(row, places, index + 2)).filter(hasWords);
  if (lines.length === 0) return { ok: false, refusal: { kind: 'empty' } };
  return lines.length > mostRows ? { ok: false, refusal: { kind: 'too_many_rows' } } : { ok: true, lines };
};

type Table =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly kind: WorkbookRefusal | 'old_excel' };

/** Told by its first bytes, not by its name. */
const readTable = async (bytes: Uint8Array): Promise<Table> => {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (magic === '504b0304') return readWorkbook(bytes);
  if (magic === 'd0cf11e0') return { ok: false, kind: 'old_excel' }; // of before 2007, or with a password
  const rows = readCsv(bytes);
  return rows === null ? { ok: false, kind: 'not_a_list' } : { ok: true, rows };
};

const placesIn = (head: readonly string[]): Readonly<Record<Column, number>> => {
  const names = head.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const place = (column: Column): number => names.findIndex((name) => [column, ...alsoCalled[column]].includes(name));
  return {
    instansi: place('instansi'),
    jabatan: place('jabatan'),
    peran: place('peran'),
    nama: place('nama'),
    email: place('email'),
    mulai: place('mulai'),
    sampai: place('sampai'),
  };
};

const lineOf = (row: readonly string[], places: Readonly<Record<Column, number>>, line: number): ListLine => {
  const at = (column: Column): string => plain(row[places[column]] ?? '');
  return {
    line,
    instansi: at('instansi'),
    jabatan: at('jabatan'),
    peran: at('peran'),
    nama: at('nama'),
    email: at('email'),
    mulai: at('mulai'),
    sampai: at('sampai'),
  };
};

/** Without the mark that keeps a spreadsheet from counting with words: see `write-list.ts`. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');

const hasWords = (line: ListLine): boolean => columns.some((column) => line[column] !== '');
