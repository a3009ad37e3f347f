import type { Lessons } from './lessons.ts';
import { quantile } from './lessons.ts';
import type { Reconciled } from './reconcile.ts';
import type { Replayed } from './replay.ts';

/** What a replay says at its end. */
export type ReplayReport = {
  readonly rows: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: Replayed['refused'];
  readonly retries: number;
  readonly tookMs: number;
  readonly filingMs: Spread;
  readonly lifeMs: Spread;
  readonly lessons: Lessons;
} & Reconciled;

type Spread = { readonly p50: number; readonly p95: number };

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};

/** True when nothing was lost, doubled or changed, nobody was turned away, and every report came to its end. */
export const isWhole = ({ rows, acknowledged, stored, missing, doubled, differing, states }: ReplayReport): boolean =>
  acknowledged === rows &&
  stored === rows &&
  missing.length + doubled.length + differing.length === 0 &&
  states['closed'] === rows;

export const printReport = (report: ReplayReport): string => {
  const { lessons } = report;
  const lines: readonly (readonly [string, string | number])[] = [
    ['rows', report.rows],
    ['sent', report.sent],
    ['acknowledged', report.acknowledged],
    ['stored', report.stored],
    ['refused', listed(report.refused.map(({ row, reason }) => `${row}: ${reason}`))],
    ['missing', listed(report.missing)],
    ['doubled', listed(report.doubled)],
    ['text differs', listed(report.differing)],
    [
      'states',
      Object.entries(report.states)
        .map(([state, count]) => `${state} ${count}`)
        .join(', '),
    ],
    ['asked again', report.retries],
    ['took', `${(report.tookMs / 1000).toFixed(1)} s`],
    ['filing', `p50 ${report.filingMs.p50} ms, p95 ${report.filingMs.p95} ms`],
    ['to closed', `p50 ${report.lifeMs.p50} ms, p95 ${report.lifeMs.p95} ms`],
    [
      'longest text',
      lessons.longest === null
        ? '-'
        : `${lessons.longest.characters} characters, ${lessons.longest.bytes} bytes (${lessons.longest.row})`,
    ],
    ['length', `median ${lessons.median}, p95 ${lessons.p95} characters`],
    ['all capitals', `${(lessons.allCapitalsShare * 100).toFixed(1)} %`],
    ['several lines', lessons.severalLines],
    ['lists', lessons.lists],
    ['mojibake', listed(lessons.mojibake)],
    ['emoji', lessons.emoji],
    ['control signs', lessons.controlCharacters],
    ['empty', lessons.empty],
    ['sent before', `${lessons.repeated} letter for letter, ${lessons.repeatedInSubstance} in substance`],
  ];
  return lines.map(([name, value]) => `${name.padEnd(14)} ${value}`).join('\n');
};

const listed = (entries: readonly string[]): string =>
  entries.length === 0
    ? '0'
    : `${entries.length}: ${entries.slice(0, 10).join('; ')}${entries.length > 10 ? ' ...' : ''}`;
