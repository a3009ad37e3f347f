import { AnswerFigures, type AnswerFiguresProps } from './answer-figures.tsx';
import { ButtonLink } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { ReportRows, type ReportRow } from './report-rows.tsx';
import { SolvedRows, type SolvedReport } from './solved-rows.tsx';
import type { Text } from './texts/text.ts';

export type HowAnsweredProps = {
  readonly t: Text;
  readonly figures: AnswerFiguresProps;
  readonly answered: readonly SolvedReport[];
  readonly newest: readonly ReportRow[];
  /** The list of all of them, and the feed that follows it, with what they are called. */
  readonly list: { readonly href: string; readonly label: string };
  readonly feed: string;
  /** Where there is nothing yet. */
  readonly none: string;
};

/** The reports of an area or an agency: in numbers, the last answers, the newest. */
export const HowAnswered = ({ t, figures, answered, newest, list, feed, none }: HowAnsweredProps) => {
  if (newest.length === 0) return <NothingYet t={t} none={none} />;
  return (
    <>
      <h2>{t('reading.figures.title')}</h2>
      <AnswerFigures {...figures} />
      <div class="halves wide">
        {answered.length > 0 && (
          <section>
            <h2>{t('reading.solved.title')}</h2>
            <SolvedRows t={t} reports={answered} />
          </section>
        )}
        <section>
          <h2>{t('reading.newest')}</h2>
          <ReportRows t={t} rows={newest} />
          <ul class="around">
            <li>
              <a href={list.href}>{list.label}</a>
            </li>
            <li>
              <a href={feed}>{t('reading.feed')}</a>
            </li>
          </ul>
        </section>
      </div>
    </>
  );
};

const NothingYet = ({ t, none }: { readonly t: Text; readonly none: string }) => (
  <>
    <EmptyState title={none}>
      <p>{t('reading.emptyHelp')}</p>
    </EmptyState>
    <p>
      <ButtonLink href="/lapor" tone="secondary">
        {t('reading.emptyFile')}
      </ButtonLink>
    </p>
  </>
);
