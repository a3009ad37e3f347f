import { createHash } from 'node:crypto';
import { sql } from 'kysely';

import { cleanText } from '../../platform/http/form-fields.ts';
import type { Tx } from '../../store/tx.ts';

/** A row whose report the service acknowledged. */
export type Acknowledged = { readonly row: string; readonly number: string; readonly text: string };

export type Reconciled = {
  readonly stored: number;
  /** Rows whose number leads to no report. */
  readonly missing: readonly string[];
  /** Rows that share a number, and rows whose words lie there again under a number nobody was told. */
  readonly doubled: readonly string[];
  /** Rows whose words are not those that were sent. */
  readonly differing: readonly string[];
  readonly states: Readonly<Record<string, number>>;
};

/** What a text becomes on its way, and nothing else: lines end in LF, no NUL, no half of a surrogate pair. */
export const asStored = (text: string): string => cleanText(text);

/**
 * Compares, row by row and byte by byte, what was acknowledged with what lies in the database. Reads as the application does, inside the fence.
 * `toldNumbers`: every number that was ever acknowledged, by this run or an earlier one.
 */
export const reconcile = async (
  tx: Tx,
  tenantId: string,
  acknowledged: readonly Acknowledged[],
  toldNumbers: ReadonlySet<string>,
): Promise<Reconciled> => {
  const stored = new Map((await readStored(tx, tenantId)).map((report) => [report.number, report]));
  const own = acknowledged.map((entry) => ({ ...entry, report: stored.get(entry.number) }));
  const found = own.flatMap(({ report }) => report ?? []);
  return {
    stored: found.length,
    missing: own.filter(({ report }) => report === undefined).map(({ row }) => row),
    doubled: [...sharedNumbers(acknowledged), ...strays([...stored.values()], acknowledged, toldNumbers)],
    differing: own.filter(({ report, text }) => report !== undefined && !isSame(report, text)).map(({ row }) => row),
    states: countBy(found.map(({ state }) => state)),
  };
};

type Stored = { readonly number: string; readonly state: string; readonly text: string | null };

const readStored = async (tx: Tx, tenantId: string): Promise<readonly Stored[]> => {
  const { rows } = await sql<Stored>`
    select r.number, r.state, s.value as text
    from laksa.report r
    join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = 1
    left join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'description'
    where r.tenant_id = ${tenantId}`.execute(tx);
  return rows;
};

const isSame = ({ text }: Stored, sent: string): boolean =>
  text !== null && Buffer.from(text).equals(Buffer.from(asStored(sent)));

const sharedNumbers = (acknowledged: readonly Acknowledged[]): readonly string[] =>
  [...Map.groupBy(acknowledged, ({ number }) => number).values()]
    .filter((rows) => rows.length > 1)
    .flatMap((rows) => rows.map(({ row }) => row));

/** A second report for a row carries the same words under a number that nobody was told. */
const strays = (
  stored: readonly Stored[],
  acknowledged: readonly Acknowledged[],
  toldNumbers: ReadonlySet<string>,
): readonly string[] => {
  const rowsByText = new Map(acknowledged.map(({ row, text }) => [hashOf(asStored(text)), row]));
  const untold = stored.filter(({ number, text }) => text !== null && !toldNumbers.has(number));
  return untold.flatMap(({ text }) => rowsByText.get(hashOf(text ?? '')) ?? []);
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const countBy = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
