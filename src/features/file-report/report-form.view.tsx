import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { CallFirst, EmergencyNotice, NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { RefusedPhotos, type RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import { ProofField, type ProofFieldProps } from '../../ui/proof-field.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import type { OptionGroup } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { ForOther } from './for-other.view.tsx';
import type { CategoryAbout } from './category-about.view.tsx';
import { Offline, offlineScript } from './offline.view.tsx';
import { PhotoField, type OwnPhoto } from './photo-field.view.tsx';
import {
  Contact,
  Place,
  Privacy,
  type FieldName,
  type FormProblem,
  type Part,
  type ReportFields,
} from './report-fields.view.tsx';
import { NotSupportedNotice, SupportAgain, type NotSupported } from './not-supported.view.tsx';
import { Story } from './report-story.view.tsx';
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
  /** The last day on which a draft on the device is offered again. */
  readonly draftUntil: string;
  readonly isDanger: boolean;
  /** Pictures that wait with the form. */
  readonly photos: readonly OwnPhoto[];
  readonly refusedPhotos: readonly RefusedPhotoProps[];
  /** Files that came along under a name the form does not have. */
  readonly droppedFiles: readonly string[];
  /** Nothing is wrong with it, it comes too soon. */
  readonly tooMany?: TooMany | undefined;
  readonly proofField?: ProofFieldProps | undefined;
  /** Nothing is wrong with it, but the form it was written in has sent another. */
  readonly sentBefore?: SentBefore | undefined;
  /** The report that was to be supported instead could not be. */
  readonly notSupported?: NotSupported | undefined;
  readonly about?: CategoryAbout | null | undefined;
};

export const ReportFormPage = (props: ReportFormProps) => {
  const { frame, fields, nonce, isDanger } = props;
  const { t } = frame;
  const problems = props.problems.map((one) => ({ field: one.field, text: wordsOf(one, t) }));
  const part = { t, fields, errorOf: (field) => problems.find((one) => one.field === field)?.text } satisfies Part;
  return (
    <Page {...frame} title={t('fileReport.title')} hasErrors={problems.length > 0} scripts={formScripts}>
      {isDanger && <EmergencyNotice t={t} />}
      <HeldBack {...props} />
      <ErrorSummary
        t={t}
        problems={problems.map((one) => ({ ...one, text: namedProblem(labelOf(one.field, t), one.text) }))}
      />
      <h1>{t('fileReport.title')}</h1>
      <Intro t={t} isDanger={isDanger} />
      <PostForm action="/lapor" isMultipart hidden={{ nonce, shown: fields.shown }}>
        <Story
          {...part}
          categories={props.categories}
          about={props.about ?? null}
          today={props.today}
          danger={scriptIn(frame, 'file-report/danger.client.ts')}
        />
        <Place {...part} villages={props.villages} map={scriptIn(frame, 'file-report/map.client.ts')} />
        <PhotoField
          t={t}
          photos={props.photos}
          asksPlace={`${fields.lat}${fields.lng}`.trim() === ''}
          script={scriptIn(frame, 'take-photos/photos.client.ts')}
        />
        <Contact {...part} sends={frame.keepsLetters !== true} />
        <ForOther {...part} />
        <Privacy {...part} />
        <Proof {...props} />
        <Sending t={t} />
        <DraftNotice t={t} today={props.today} until={props.draftUntil} />
      </PostForm>
    </Page>
  );
};

/** The small question, where one is asked, and beside it what its answer is for where that is not the form itself. */
const Proof = ({ frame: { t }, proofField, notSupported }: ReportFormProps) => (
  <>
    {proofField !== undefined && <ProofField t={t} {...proofField} />}
    {notSupported?.why === 'may_prove' && <SupportAgain t={t} number={notSupported.number} />}
  </>
);

/** What a script shows stands here for who comes back from what was sent. */
const Intro = ({ t, isDanger }: { readonly t: Text; readonly isDanger: boolean }) => (
  <>
    <p class="lead">{t('fileReport.intro')}</p>
    <p class="notice notice-success" data-sent hidden>
      {t('fileReport.sentNow')} <a href="/laporan-saya">{t('fileReport.own.title')}</a>
    </p>
    {!isDanger && <CallFirst t={t} />}
  </>
);

const Sending = ({ t }: { readonly t: Text }) => (
  <>
    <Offline t={t} />
    <Buttons>
      <Button name="step" value="preview" tone="secondary">
        {t('fileReport.preview.see')}
      </Button>
      <Button name="step" value="send">
        {t('fileReport.submit')}
      </Button>
    </Buttons>
  </>
);

/** Where a script lies that comes when it is asked for. */
const scriptIn = ({ assets }: PageFrame, name: string): string | undefined => assets.scripts?.[name];

const formScripts = [
  'file-report/draft.client.ts',
  'file-report/place.client.ts',
  'file-report/category.client.ts',
  'file-report/on-demand.client.ts',
  offlineScript,
];

/** What stands above a form that came back although no field is wrong. */
const HeldBack = ({
  frame: { t },
  tooMany,
  sentBefore,
  notSupported,
  droppedFiles,
  refusedPhotos,
}: ReportFormProps) => (
  <>
    {tooMany !== undefined && <TooManyNotice t={t} {...tooMany} />}
    {sentBefore !== undefined && <SentBeforeNotice t={t} {...sentBefore} />}
    {notSupported !== undefined && <NotSupportedNotice t={t} {...notSupported} />}
    <RefusedPhotos t={t} photos={refusedPhotos} />
    {droppedFiles.length > 0 && (
      <NoticeBox tone="warning">
        <p>{t('fileReport.photosDropped', { names: droppedFiles.join(', ') })}</p>
      </NoticeBox>
    )}
  </>
);

/** Shown by the script that keeps the draft, when it has one; below what sends it, which must not move under a thumb. */
const DraftNotice = ({ t, today, until }: { readonly t: Text; readonly today: string; readonly until: string }) => (
  <div class="draft" data-draft data-today={today} data-until={until} hidden>
    <output class="quiet" data-kept={t('fileReport.draft.kept')} data-cleared={t('fileReport.draft.cleared')}>
      {t('fileReport.draft.kept')}
    </output>
    <button class="button button-plain" type="button" data-draft-clear>
      {t('fileReport.draft.clear')}
    </button>
    <button class="button button-plain" type="button" data-draft-undo hidden>
      {t('fileReport.draft.undo')}
    </button>
  </div>
);

const wordsOf = ({ field, problem, over }: FormProblem, t: Text): string => {
  if (problem === 'too_long') return t('fileReport.problem.tooLong', { count: over ?? 1 });
  if (problem === 'required' && field === 'description') return t('fileReport.problem.noWords');
  if (problem === 'required' && field === 'other_consent') return t('fileReport.problem.noConsent');
  return t(`refusal.problem.${problem}`);
};

const labelOf = (field: FieldName, t: Text): string => t(`fileReport.field.${field}`);
