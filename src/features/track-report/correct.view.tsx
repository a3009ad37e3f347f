import type { Problem } from '../../domain/refusal.ts';
import { showNumber } from '../../domain/report-number.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';

export type CorrectedWords = { readonly title: string; readonly description: string; readonly place: string };

export type CorrectProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly words: CorrectedWords;
  /** The time of day until which it may be corrected; null: it no longer may. */
  readonly until: string | null;
  readonly problems: readonly { readonly field: keyof CorrectedWords; readonly problem: Problem }[];
};

/** Mends the words of a report that nobody has worked with yet. */
export const CorrectPage = ({ frame, number, words, until, problems }: CorrectProps) => {
  const { t } = frame;
  const told = problems.map(({ field, problem }) => ({ field, text: t(`refusal.problem.${problem}`) }));
  const errorOf = (field: string) => told.find((one) => one.field === field)?.text;
  return (
    <Page {...frame} robots="none" title={t('trackReport.correct.title')}>
      <ErrorSummary
        t={t}
        problems={told.map(({ field, text }) => ({ field, text: namedProblem(t(`fileReport.field.${field}`), text) }))}
      />
      <h1>{t('trackReport.correct.title')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      {until === null ? (
        <NoticeBox tone="warning">
          <p>{t('trackReport.correct.tooLate')}</p>
        </NoticeBox>
      ) : (
        <p class="lead">{t('trackReport.correct.until', { until })}</p>
      )}
      <PostForm action={`/lacak/${number}/perbaiki`}>
        <TextArea
          name="description"
          label={t('fileReport.field.description')}
          value={words.description}
          error={errorOf('description')}
          rows={8}
        />
        <TextField name="title" label={t('fileReport.field.title')} value={words.title} error={errorOf('title')} />
        <TextField name="place" label={t('fileReport.field.place')} value={words.place} error={errorOf('place')} />
        <Buttons>
          {until !== null && <Button>{t('trackReport.correct.submit')}</Button>}
          <ButtonLink href={`/lacak/${number}`} tone="secondary">
            {t('general.back')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};
