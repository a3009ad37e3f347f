import { longestInRule } from '../../domain/limits.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { CheckboxGroup, type ChoiceOption } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { FormProblem } from './rules-form.view.tsx';

/** A change of the calendar as it stands in the form. */
export type TypedCalendar = {
  readonly year: number;
  /** One day on each line: date; kind; name. */
  readonly lines: string;
  readonly source: string;
  /** Days chosen from the year, each as `2026-12-24 joint_leave`. */
  readonly remove: readonly string[];
  readonly reason: string;
};

export type CalendarFormProps = {
  readonly frame: PageFrame;
  readonly typed: TypedCalendar;
  /** The days of the year, to be taken away. */
  readonly days: readonly ChoiceOption[];
  readonly problems: readonly FormProblem[];
};

export const CalendarFormPage = ({ frame, typed, days, problems }: CalendarFormProps) => {
  const { t } = frame;
  const title = t('promises.edit.calendar', { year: String(typed.year) });
  const errorOf = (name: string): string | undefined => problems.find(({ field }) => field === name)?.text;
  return (
    <Page {...frame} robots="none" title={title}>
      <ErrorSummary t={t} problems={problems.map(({ field, named }) => ({ field, text: named }))} />
      <h1>{title}</h1>
      <p>{t('promises.edit.calendarHolds')}</p>
      <PostForm action="/kelola/janji/kalender" hidden={{ tahun: String(typed.year) }}>
        <Added t={t} typed={typed} errorOf={errorOf} />
        <Removed t={t} days={days} chosen={typed.remove} />
        <TextArea
          name="reason"
          label={t('promises.edit.reason')}
          hint={t('promises.edit.reasonHint')}
          value={typed.reason}
          rows={3}
          maxLength={longestInRule.reason}
          error={errorOf('reason')}
        />
        <Buttons>
          <Button name="step" value="preview">
            {t('promises.edit.preview')}
          </Button>
        </Buttons>
      </PostForm>
      <p>
        <a href={`/kelola/janji?tahun=${typed.year}#kalender`}>{t('general.back')}</a>
      </p>
    </Page>
  );
};

type AddedProps = {
  readonly t: Text;
  readonly typed: TypedCalendar;
  readonly errorOf: (name: string) => string | undefined;
};

const Added = ({ t, typed, errorOf }: AddedProps) => (
  <>
    <TextArea
      name="lines"
      label={t('promises.edit.add')}
      hint={t('promises.edit.addHint')}
      value={typed.lines}
      rows={8}
      error={errorOf('lines')}
    />
    <TextField
      name="source"
      label={t('promises.edit.source')}
      hint={t('promises.edit.sourceHint')}
      value={typed.source}
      maxLength={longestInRule.source}
      error={errorOf('source')}
    />
  </>
);

type RemovedProps = {
  readonly t: Text;
  readonly days: readonly ChoiceOption[];
  readonly chosen: readonly string[];
};

const Removed = ({ t, days, chosen }: RemovedProps) =>
  days.length === 0 ? null : (
    <CheckboxGroup
      name="remove"
      label={t('promises.edit.remove')}
      optional={t('general.optional')}
      options={days}
      values={chosen}
    />
  );
