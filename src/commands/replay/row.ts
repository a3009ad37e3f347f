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
  readonly agency: string;
  readonly village: string;
  /** Empty where the table does not know it. */
  readonly villageCode: string;
  readonly place: string;
  readonly filedAt: Date;
  /** The first response; null where there was none. */
  readonly answeredAt: Date | null;
  /** The same for rows with the same text. */
  readonly group: string;
};

/**
 * Reads rows from a CSV with a header (`id`, `teks`, `topik`, `kategori`, `instansi`, `kelurahan`, `kode_kelurahan`, `lokasi`, `waktu_lapor`,
 * `waktu_tanggap`, `grup_duplikat`), gzipped or not. Throws where a column is missing.
 */
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

/** A response that was written down as earlier than the complaint says nothing of when it came. */
export const hasNegativeAnswer = ({ filedAt, answeredAt }: Row): boolean => answeredAt !== null && answeredAt < filedAt;

/** When the first response came, where the table tells. */
export const answeredAtOf = (row: Row): Date | null => (hasNegativeAnswer(row) ? null : row.answeredAt);

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
  const moment = (name: string): Date => {
    const found = momentOf(column(name));
    if (found === null) throw new Error(`row ${line} has no moment (2022-12-31 23:59) in ${name}`);
    return found;
  };
  return {
    id: column('id'),
    text: column('teks'),
    topic: column('topik'),
    category: column('kategori'),
    agency: column('instansi'),
    village: column('kelurahan'),
    villageCode: column('kode_kelurahan'),
    place: column('lokasi'),
    filedAt: moment('waktu_lapor'),
    answeredAt: column('waktu_tanggap') === '' ? null : moment('waktu_tanggap'),
    group: column('grup_duplikat'),
  };
};

/** The table's times are those of its city: western Indonesia has been seven hours ahead, without summer time, since 1964. */
const momentOf = (text: string): Date | null => {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text) ?? [];
  const at = new Date(`${day}T${time}:00+07:00`);
  return Number.isNaN(at.getTime()) ? null : at;
};
