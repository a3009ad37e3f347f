import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

import { spansTooMuch } from './sheet-span.ts';

/** Far more than a list of people takes. What a file says of its own size is not believed: what comes out of it is counted. */
const mostBytes = 24 * 1024 * 1024;
const mostParts = 200;

export type WorkbookRefusal = 'not_a_list' | 'too_large' | 'has_macros';

/** The first sheet of an Excel file, cell by cell; dates as days. Macros are refused, and a file that unpacks into far more than it holds. */
export const readWorkbook = async (
  bytes: Uint8Array,
): Promise<
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly kind: WorkbookRefusal }
> => {
  const parts = partsOf(bytes);
  if (typeof parts === 'string') return { ok: false, kind: parts };
  const names = Object.keys(parts);
  if (names.some((name) => /vbaProject|macrosheets/i.test(name))) return { ok: false, kind: 'has_macros' };
  if (Object.values(parts).map(sheetIn).some(spansTooMuch)) return { ok: false, kind: 'too_large' };
  if (!names.includes('xl/workbook.xml')) return { ok: false, kind: 'not_a_list' };
  try {
    const rows = await readSheet(Buffer.from(zipSync(parts, { level: 0 })));
    return { ok: true, rows: rows.map((row) => row.map(wordsOf)) };
  } catch {
    return { ok: false, kind: 'not_a_list' }; // whatever is wrong inside, the sender is told the same
  }
};

/** Told by what it holds: where a workbook keeps its sheets it says itself. Empty: it is none. */
const sheetIn = (part: Uint8Array): string => {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString();
  return xml.includes('sheetData') ? xml : '';
};

class TooMuch extends Error {}

/** Unpacked piece by piece, and given up beyond the limit. */
const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> | 'not_a_list' | 'too_large' => {
  const parts: Record<string, Uint8Array[]> = {};
  let left = mostBytes;
  const unzip = new Unzip((part) => {
    const chunks: Uint8Array[] = [];
    if (Object.keys(parts).length >= mostParts) throw new TooMuch();
    parts[part.name] = chunks;
    part.ondata = (error, chunk) => {
      if (error !== null) throw error;
      left -= chunk.length;
      if (left < 0) throw new TooMuch();
      chunks.push(chunk);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  } catch (error) {
    return error instanceof TooMuch ? 'too_large' : 'not_a_list';
  }
  return Object.fromEntries(Object.entries(parts).map(([name, chunks]) => [name, Buffer.concat(chunks)]));
};

/** So that a bomb is seen before much of it has gone off: a deflated byte becomes a thousand at most. */
const pieceBytes = 4 * 1024;

const wordsOf = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
};
