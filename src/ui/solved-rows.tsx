import { BeforeAfter } from './before-after.tsx';
import { spanWords } from './clock-words.ts';
import { reportTitle } from './report-title.ts';
import type { Text } from './texts/text.ts';

/** A public report with an approved answer. */
export type SolvedReport = {
  readonly number: string;
  readonly title: string;
  readonly answer: string;
  readonly agency: string | null;
  /** From filing to the answer; null where no clock tells. */
  readonly tookMs: number | null;
  /** A picture of the matter, and one of what was done, by their ids. */
  readonly before: string | null;
  readonly after: string | null;
};

/** As it is read from where everyone reads. */
type Answered = Omit<SolvedReport, 'title' | 'tookMs'> & {
  readonly title: string | null;
  readonly filed_at: Date;
  readonly answered_at: Date | null;
};

export const solvedRow = (t: Text, { answered_at, filed_at, ...report }: Answered): SolvedReport => ({
  ...report,
  title: reportTitle(t, report),
  tookMs: answered_at === null ? null : answered_at.getTime() - filed_at.getTime(),
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
          before={photosOf(report.number, report.before, t('photo.alt', { number: 1 }))}
          after={photosOf(report.number, report.after, t('photo.altProof', { number: 1 }))}
        />
      </li>
    ))}
  </ul>
);

const photosOf = (number: string, id: string | null, alt: string) =>
  id === null ? [] : [{ thumb: `/laporan/${number}/foto/${id}/kecil`, alt }];

const byWhom = (t: Text, { agency, tookMs }: SolvedReport): string | null => {
  if (tookMs === null) return agency;
  const span = spanWords(tookMs, t);
  return agency === null ? t('reading.solved.bySomeone', { span }) : t('reading.solved.by', { agency, span });
};

const longestLine = 140;

/** The beginning, up to whole words. */
export const oneLine = (text: string, longest = longestLine): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest + 1)
    .replace(/\s+\S*$/, '')
    .slice(0, longest)} …`;
};
