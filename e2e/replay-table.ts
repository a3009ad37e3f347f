/** A row as a table of complaints holds it; all of it invented. */
export type TableRow = {
  readonly text: string;
  readonly filedAt: string;
  readonly answeredAt: string;
  readonly villageCode?: string;
};

const columns =
  'id,teks,topik,kategori,instansi,kelurahan,kode_kelurahan,lokasi,waktu_lapor,waktu_tanggap,grup_duplikat';

/** A table of complaints as CSV, in a city whose villages the service knows. */
export const tableOf = (rows: readonly TableRow[]): string => `${[columns, ...rows.map(lineOf)].join('\n')}\n`;

const lineOf = ({ text, filedAt, answeredAt, villageCode = '36.71.01.1001' }: TableRow, index: number): string => {
  const what = `T-${index},${quoted(text)},Topik,pju,Dinas Perhubungan`;
  return `${what},Sukarasa,${villageCode},Jl Contoh,${filedAt},${answeredAt},${index}`;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Rows that follow each other by some hours, most of them answered within two days. */
export const inventedRows = (count: number): readonly TableRow[] =>
  Array.from({ length: count }, (_, index) => ({
    text: `Laporan ke-${index}: lampu jalan padam, sudah ${index % 30} hari.`,
    filedAt: minuteOf(index * 3),
    answeredAt: index % 8 === 7 ? '' : minuteOf(index * 3 + (index % 5) * 11 + 1),
  }));

const hourMs = 3_600_000;

/** So many hours after a Monday morning, in the zone of the tables. */
const minuteOf = (hours: number): string =>
  new Date(Date.UTC(2025, 2, 3, 8) + hours * hourMs).toISOString().slice(0, 16).replace('T', ' ');
