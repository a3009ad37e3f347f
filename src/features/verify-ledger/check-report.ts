import { nextClock } from '../../domain/clocks.ts';
import type { City } from '../../store/city.ts';
import { checkClocks } from './check-clocks.ts';
import type { FindingKind, LedgerFinding } from './finding.ts';
import type { StoredHistory, StoredReport } from './queries.ts';
import { rowTold } from './row-told.ts';
import { wordsTold } from './words-told.ts';

export type CheckedReport = {
  readonly findings: readonly LedgerFinding[];
  /** Public words of which nothing can be said: those they were written from were erased. */
  readonly unprovenWords: number;
};

/** Holds a report's row and its clocks against its history, which must be whole. */
export const checkReport = (history: StoredHistory, city: City): CheckedReport => {
  const { events, report, number } = history;
  const finding = (kind: FindingKind, what: string): LedgerFinding => ({
    kind,
    number,
    seq: null,
    position: null,
    what,
  });
  const clocks = checkClocks(events, report.clocks, city);
  const words = checkWords(history);
  return {
    findings: [
      ...rowProblems(history).map((what) => finding('report_altered', what)),
      ...words.altered.map((what) => finding('public_words', what)),
      ...clocks.map(({ kind, what }) => finding(kind, what)),
      // A clock that was changed says enough.
      ...(clocks.length > 0 ? [] : nextDateProblems(report).map((what) => finding('report_altered', what))),
    ],
    unprovenWords: words.unproven,
  };
};

const rowProblems = ({ events, report: { row } }: StoredHistory): readonly string[] => [
  ...differences(row, rowTold(events), 'its history'),
  ...reasonProblems({ events, row }),
];

const differences = (row: StoredReport['row'], told: StoredReport['row'], by: string): readonly string[] =>
  Object.entries(told)
    .filter(([column, value]) => row[column] !== value)
    .map(([column, value]) => `its ${column} is ${shown(row[column])}, ${by} says ${shown(value)}`);

const shown = (value: StoredReport['row'][string] | undefined): string =>
  value === null || value === undefined ? 'nothing' : String(value);

/** An event that changes words alone carries a reason, too: so it must be one of those given. */
const reasonProblems = ({ events, row }: Pick<StoredHistory, 'events'> & Pick<StoredReport, 'row'>) => {
  const reason = row['publication_reason'] ?? null;
  const isGiven = events.some(
    ({ kind, payload }) => (kind === 'masked' || kind === 'flagged') && payload['reason'] === reason,
  );
  return reason === null || isGiven ? [] : [`its publication_reason is ${shown(reason)}, which nobody gave`];
};

/** The words themselves are not repeated: a list of findings goes through many hands. */
const checkWords = ({ events, report: { row } }: StoredHistory) => {
  const told = Object.entries(wordsTold(events));
  return {
    altered: told
      .filter(([column, possible]) => possible !== 'erased' && !possible.some((words) => words === row[column]))
      .map(([column]) => `its ${column} is not what its history made public`),
    unproven: told.filter(([column, possible]) => possible === 'erased' && row[column] !== null).length,
  };
};

const nextDateProblems = ({ row, clocks }: StoredReport): readonly string[] => {
  const next = nextClock(clocks);
  return differences(row, { next_due_at: next?.dueAt ?? null, next_clock: next?.kind ?? null }, 'the earliest clock');
};
