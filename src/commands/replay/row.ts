import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** One complaint of a city's channel, as its table holds it. */
export type Row = {
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly category: string;
  readonly village: string;
  readonly place: string;
};

/** Reads rows from a CSV with a header (`id`, `teks`, `topik`, `kategori`, `kelurahan`, `lokasi`), gzipped or not. Throws where a column is missing. */
export const readRows = async (file: string, limit = Infinity): Promise<readonly Row[]> => {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const records: AsyncIterable<Readonly<Record<string, string>>> = text.pipe(parse({ columns: true, bom: true }));
  const rows: Row[] = [];
  for await (const record of records) {
    if (rows.length >= limit) break;
    rows.push(rowOf(record, rows.length + 1));
  }
  return rows;
};

const rowOf = (record: Readonly<Record<string, string>>, line: number): Row => {
  const column = (name: string): string => {
    const value = record[name];
    if (value === undefined) throw new Error(`row ${line} has no column ${name}`);
    return value;
  };
  return {
    id: column('id'),
    text: column('teks'),
    topic: column('topik'),
    category: column('kategori'),
    village: column('kelurahan'),
    place: column('lokasi'),
  };
};
