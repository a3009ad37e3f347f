import { StateBadge, Tag, type ShownState } from './badge.tsx';
import { lateWords } from './late-words.ts';
import { reportTitle } from './report-title.ts';
import type { Text } from './texts/text.ts';

export type ReportRow = {
  readonly number: string;
  readonly title: string;
  readonly state: ShownState;
  readonly village: string | null;
  /** By how much the city is late; null: it is not. */
  readonly late: string | null;
};

/** As it is read from where everyone reads. */
type Listed = Pick<ReportRow, 'number' | 'state' | 'village'> & {
  readonly title: string | null;
};

export const reportRow = (t: Text, report: Listed, lateMs: number | null): ReportRow => ({
  number: report.number,
  title: reportTitle(t, report),
  state: report.state,
  village: report.village,
  late: lateWords(t, lateMs),
});

/** Public reports, each by its title, its state and where it is. */
export const ReportRows = ({ t, rows }: { readonly t: Text; readonly rows: readonly ReportRow[] }) => (
  <ul class="rows">
    {rows.map(({ number, title, state, village, late }) => (
      <li key={number}>
        <a href={`/laporan/${number}`}>{title}</a>
        <br />
        <StateBadge state={state} t={t} /> {late !== null && <Tag tone="late">{late}</Tag>}{' '}
        {village !== null && <span class="quiet">{village}</span>}
      </li>
    ))}
  </ul>
);
