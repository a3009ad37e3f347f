import { formatDate } from '../platform/i18n/format.ts';
import { BeforeAfter } from './before-after.tsx';
import { spanWords, type ClockReader } from './clock-words.ts';
import { oneLine } from './one-line.ts';
import { listedTitle } from './report-title.ts';
import type { Text } from './texts/text.ts';

/** A public report with an approved answer. */
export type SolvedReport = {
  readonly number: string;
  readonly title: string;
  readonly answer: string;
  readonly agency: string | null;
  /** From filing to the answer; null where no clock tells. */
  readonly tookMs: number | null;
  /** The day of the answer. */
  readonly answeredOn: string | null;
  /** A picture of the matter, and one of what was done, by their ids. */
  readonly before: string | null;
  readonly after: string | null;
};

/** As it is read from where everyone reads. */
type Answered = Omit<SolvedReport, 'title' | 'tookMs' | 'answeredOn'> &
  Parameters<typeof listedTitle>[1] & {
    readonly filed_at: Date;
    readonly answered_at: Date | null;
  };

type RowReader = Pick<ClockReader, 't' | 'language' | 'zone'>;

export const solvedRow = (
  { t, language, zone }: RowReader,
  { answered_at, filed_at, category, ...report }: Answered,
): SolvedReport => ({
  ...report,
  title: listedTitle({ t, language }, { ...report, category }),
  tookMs: answered_at === null ? null : answered_at.getTime() - filed_at.getTime(),
  answeredOn: answered_at === null ? null : formatDate(answered_at.toISOString(), zone, language),
});

/** What was answered lately: by whom, how fast, in one line, and seen. */
export const SolvedRows = ({ t, reports }: { readonly t: Text; readonly reports: readonly SolvedReport[] }) => (
  <ul class="solved">
    {reports.map((report) => (
      <li key={report.number}>
        <div>
          <a class="solved-title" href={`/laporan/${report.number}`}>
            {report.title}
          </a>
          <p>{oneLine(report.answer)}</p>
          <p class="quiet">{byWhom(t, report)}</p>
        </div>
        <BeforeAfter
          t={t}
          before={photosOf(report.number, report.before, t('photo.altOf', { number: 1, title: report.title }))}
          after={photosOf(report.number, report.after, t('photo.altProofOf', { number: 1, title: report.title }))}
        />
      </li>
    ))}
  </ul>
);

const photosOf = (number: string, id: string | null, alt: string) =>
  id === null ? [] : [{ thumb: `/laporan/${number}/foto/${id}/kecil`, alt }];

const byWhom = (t: Text, { agency, tookMs, answeredOn: date }: SolvedReport): string | null => {
  if (tookMs === null || date === null) return agency;
  const span = spanWords(tookMs, t);
  return agency === null
    ? t('reading.solved.bySomeone', { date, span })
    : t('reading.solved.by', { agency, date, span });
};
