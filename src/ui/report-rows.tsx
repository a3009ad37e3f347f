import { formatDate } from '../platform/i18n/format.ts';
import { StateBadge, Tag, type ShownState } from './badge.tsx';
import type { ClockReader } from './clock-words.ts';
import { lateWords } from './late-words.ts';
import { listedTitle } from './report-title.ts';
import type { Text } from './texts/text.ts';

export type ReportRow = {
  readonly number: string;
  readonly title: string;
  readonly state: ShownState;
  readonly village: string | null;
  readonly filedOn: string;
  /** By how much the city is late; null: it is not. */
  readonly late: string | null;
};

/** As it is read from where everyone reads. */
type Listed = Pick<ReportRow, 'number' | 'state' | 'village'> &
  Parameters<typeof listedTitle>[1] & { readonly filed_at: Date };

type RowReader = Omit<ClockReader, 'now'>;

export const reportRow = (reader: RowReader, report: Listed, lateMs: number | null): ReportRow => ({
  number: report.number,
  title: listedTitle(reader, report),
  state: report.state,
  village: report.village,
  filedOn: formatDate(report.filed_at.toISOString(), reader.zone, reader.language),
  late: lateWords(reader.t, lateMs),
});

/** Public reports, each by its title, its state, where it is and since when. */
export const ReportRows = ({ t, rows }: { readonly t: Text; readonly rows: readonly ReportRow[] }) => (
  <ul class="rows">
    {rows.map(({ number, title, state, village, filedOn, late }) => (
      <li key={number}>
        <a href={`/laporan/${number}`}>{title}</a>
        <br />
        <StateBadge state={state} t={t} /> {late !== null && <Tag tone="late">{late}</Tag>}{' '}
        <span class="quiet">{village === null ? filedOn : `${village} · ${filedOn}`}</span>
      </li>
    ))}
  </ul>
);
