import type { ClockFigures } from './figures.ts';
import type { Lessons } from './lessons.ts';
import { quantile } from './lessons.ts';
import { printDifference, type Difference } from './oracle.ts';
import type { Reconciled } from './reconcile.ts';
import type { Routing } from './routing.ts';
import type { AgencyShare, VillageShare } from './shares.ts';

/** What a replay says at its end. */
export type ReplayReport = {
  readonly routing: Routing;
  readonly rows: number;
  readonly acknowledged: number;
  readonly refused: readonly { readonly row: string; readonly reason: string }[];
  readonly answered: number;
  /** Rows that the table tells no response of, and those whose response it dates before the complaint: left open. */
  readonly withoutAnswer: readonly string[];
  readonly negativeAnswer: readonly string[];
  readonly clocks: ClockFigures;
  readonly villages: VillageShare;
  readonly agencies: AgencyShare;
  /** Rows that say the same of the same place as an earlier one, and how many of them the desk is shown it for. */
  readonly repeats: { readonly rows: number; readonly offered: number };
  readonly oracle: { readonly reports: number; readonly clocks: number; readonly differing: readonly Difference[] };
  readonly retries: number;
  /** Of this run. */
  readonly tookMs: number;
  readonly filedPerSecond: number;
  readonly filingMs: Spread;
  readonly routingMs: Spread;
  readonly answeringMs: Spread;
  readonly lessons: Lessons;
} & Reconciled;

type Spread = { readonly p50: number; readonly p95: number };

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};

/** True when nothing was lost, doubled or changed, nobody was turned away, what was answered came to its end, and the second opinion agrees. */
export const isWhole = (report: ReplayReport): boolean =>
  report.acknowledged === report.rows &&
  report.stored === report.rows &&
  report.missing.length + report.doubled.length + report.differing.length === 0 &&
  report.answered + report.withoutAnswer.length + report.negativeAnswer.length === report.rows &&
  (report.states['closed'] ?? 0) === report.answered &&
  report.oracle.differing.length === 0;

type Line = readonly [name: string, value: string | number];

export const printReport = (report: ReplayReport): string =>
  [...whatCame(report), ...whatTheCityDid(report), ...howItWent(report), ...lessonLines(report)]
    .map(([name, value]) => `${name.padEnd(18)} ${value}`)
    .join('\n');

const whatCame = (report: ReplayReport): readonly Line[] => [
  [
    'routing',
    report.routing === 'rules' ? 'by the rules of the city, from the words alone' : 'as the table recorded it',
  ],
  ['rows', report.rows],
  ['acknowledged', report.acknowledged],
  ['stored', report.stored],
  ['refused', listed(report.refused.map(({ row, reason }) => `${row}: ${reason}`))],
  ['missing', listed(report.missing)],
  ['doubled', listed(report.doubled)],
  ['text differs', listed(report.differing)],
  ['answered', report.answered],
  ['without response', listed(report.withoutAnswer)],
  ['negative response', listed(report.negativeAnswer)],
];

const whatTheCityDid = ({ states, clocks, villages, agencies, repeats, oracle }: ReplayReport): readonly Line[] => [
  ['states', counted(states)],
  ...Object.entries(clocks).map(([kind, outcomes]): Line => [`clock ${kind}`, counted(outcomes)]),
  ['within 24 hours', shareOf(clocks['first_answer']?.['kept'] ?? 0, sumOf(clocks['first_answer'] ?? {}))],
  ['village named', `${shareOf(villages.namedOne, villages.known)} one alone, ${villages.namedSeveral} several`],
  [
    'village right',
    `${shareOf(villages.right, villages.namedOne)}; ${villages.wrong} wrong, ${villages.wrongInSameDistrict} of them in the same district; ${villages.rightAmongSeveral} right among several`,
  ],
  [
    'agency the same',
    `${shareOf(agencies.same, agencies.comparable)} of those with a counterpart here (${agencies.assigned} assigned)`,
  ],
  ['said before', `${repeats.rows} rows, of one place; ${repeats.offered} offered as duplicates`],
  ['oracle', `${oracle.clocks} clocks of ${oracle.reports} reports, ${oracle.differing.length} differ`],
  ...oracle.differing.slice(0, 10).map((difference): Line => ['  differs', printDifference(difference)]),
];

const howItWent = (report: ReplayReport): readonly Line[] => [
  ['asked again', report.retries],
  ['took', `${(report.tookMs / 1000).toFixed(1)} s, ${report.filedPerSecond.toFixed(1)} rows a second`],
  ['filing', spread(report.filingMs)],
  ['sorting', spread(report.routingMs)],
  ['answering', spread(report.answeringMs)],
];

const lessonLines = ({ lessons }: ReplayReport): readonly Line[] => [
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

const listed = (entries: readonly string[]): string =>
  entries.length === 0
    ? '0'
    : `${entries.length}: ${entries.slice(0, 10).join('; ')}${entries.length > 10 ? ' ...' : ''}`;

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** Of a kind of clock: `passed` is counted within the others. */
const sumOf = (outcomes: Readonly<Record<string, number>>): number =>
  Object.entries(outcomes).reduce((sum, [name, count]) => (name === 'passed' ? sum : sum + count), 0);

const shareOf = (part: number, whole: number): string =>
  `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`;

const spread = ({ p50, p95 }: Spread): string => `p50 ${p50} ms, p95 ${p95} ms`;
