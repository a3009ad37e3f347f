import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

import { ConfigError } from '../../config.ts';

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
  const rows: Row[] = [];
  try {
    for await (const record of recordsIn(file)) {
      if (rows.length >= limit) break;
      rows.push(rowOf(record, rows.length + 1));
    }
  } catch (error) {
    throw new ConfigError(
      `${file} is no table of complaints: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (rows.length === 0) throw new ConfigError(`${file} is no table of complaints: it has no rows`);
  return rows;
};

/** A pipeline, so that a file that is not there or not gzipped is told to who reads. */
const recordsIn = (file: string): AsyncIterable<Readonly<Record<string, string>>> => {
  const table = parse({ columns: true, bom: true });
  const stages = file.endsWith('.gz') ? [createGunzip(), table] : [table];
  pipeline([createReadStream(file), ...stages], () => undefined);
  return table;
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
