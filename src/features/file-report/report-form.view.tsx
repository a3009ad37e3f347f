import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { EmergencyNotice, NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { OptionGroup } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import {
  Contact,
  PlaceAndTime,
  Privacy,
  Story,
  type FieldName,
  type FormProblem,
  type Part,
  type ReportFields,
} from './report-fields.view.tsx';
import { SentBeforeNotice, type SentBefore } from './sent-before.view.tsx';
import { TooManyNotice, type TooMany } from './too-many.view.tsx';

export type ReportFormProps = {
  readonly frame: PageFrame;
  readonly nonce: string;
  readonly fields: ReportFields;
  readonly problems: readonly FormProblem[];
  readonly categories: readonly OptionGroup[];
  readonly villages: readonly OptionGroup[];
  /** `YYYY-MM-DD`: nothing happened after it. */
  readonly today: string;
  readonly isDanger: boolean;
  /** Files that came along and cannot be taken yet. */
  readonly droppedFiles: readonly string[];
  /** Nothing is wrong with it, it comes too soon. */
  readonly tooMany?: TooMany | undefined;
  /** Nothing is wrong with it, but the form it was written in has sent another. */
  readonly sentBefore?: SentBefore | undefined;
};

export const ReportFormPage = (props: ReportFormProps) => {
  const { frame, fields, nonce, isDanger, droppedFiles, tooMany, sentBefore } = props;
  const { t } = frame;
  const problems = props.problems.map((one) => ({ field: one.field, text: wordsOf(one, t) }));
  const part = { t, fields, errorOf: (field) => problems.find((one) => one.field === field)?.text } satisfies Part;
  return (
    <Page {...frame} title={t('fileReport.title')}>
      {isDanger && <EmergencyNotice t={t} />}
      {tooMany !== undefined && <TooManyNotice t={t} {...tooMany} />}
      {sentBefore !== undefined && <SentBeforeNotice t={t} {...sentBefore} />}
      <ErrorSummary
        t={t}
        problems={problems.map((one) => ({ ...one, text: namedProblem(labelOf(one.field, t), one.text) }))}
      />
      <h1>{t('fileReport.title')}</h1>
      <p class="lead">{t('fileReport.intro')}</p>
      {droppedFiles.length > 0 && (
        <NoticeBox tone="warning">
          <p>{t('fileReport.photosDropped', { names: droppedFiles.join(', ') })}</p>
        </NoticeBox>
      )}
      <PostForm action="/lapor" isMultipart hidden={{ nonce }}>
        <Story {...part} categories={props.categories} />
        <PlaceAndTime {...part} villages={props.villages} today={props.today} />
        <Contact {...part} />
        <Privacy {...part} />
        <Buttons>
          <Button name="step" value="preview" tone="secondary">
            {t('fileReport.preview.see')}
          </Button>
          <Button name="step" value="send">
            {t('fileReport.submit')}
          </Button>
        </Buttons>
      </PostForm>
    </Page>
  );
};

const wordsOf = ({ field, problem, over }: FormProblem, t: Text): string => {
  if (problem === 'too_long') return t('fileReport.problem.tooLong', { count: over ?? 1 });
  return field === 'description' && problem === 'required'
    ? t('fileReport.problem.noWords')
    : t(`refusal.problem.${problem}`);
};

const labelOf = (field: FieldName, t: Text): string => t(`fileReport.field.${field}`);
