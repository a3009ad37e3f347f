import type { Slip } from './citizen.ts';
import type { Journal } from './journal.ts';
import type { Row } from './row.ts';

/** What has been acknowledged so far, by this run and by earlier ones. */
export type Tally = {
  readonly rows: number;
  /** By row. */
  readonly filed: Map<string, Slip>;
  /** By row, why the service did not take it. */
  readonly refused: Map<string, string>;
  readonly routed: Set<string>;
  readonly answered: Set<string>;
  /** Milliseconds of each, of this run and of earlier ones. */
  readonly tookMs: Readonly<Record<'filing' | 'routing' | 'answering', number[]>>;
  /** Of this run. */
  retries: number;
};

export const tallyFrom = ({ entries }: Journal, rows: readonly Row[]): Tally => {
  const wanted = new Set(rows.map(({ id }) => id));
  const own = entries.filter((entry) => 'row' in entry && wanted.has(entry.row));
  const filed = own.filter((entry) => entry.what === 'filed');
  const refused = own.filter((entry) => entry.what === 'refused');
  const routed = own.filter((entry) => entry.what === 'routed');
  const answered = own.filter((entry) => entry.what === 'answered');
  const times = (entries: readonly { readonly tookMs: number }[]): number[] => entries.map(({ tookMs }) => tookMs);
  return {
    rows: rows.length,
    filed: new Map(filed.map(({ row, number, claimCode }) => [row, { number, claimCode }])),
    refused: new Map(refused.map(({ row, reason }) => [row, reason])),
    routed: new Set(routed.map(({ row }) => row)),
    answered: new Set(answered.map(({ row }) => row)),
    tookMs: { filing: times(filed), routing: times(routed), answering: times(answered) },
    retries: 0,
  };
};
