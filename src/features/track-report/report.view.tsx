import { showNumber } from '../../domain/report-number.ts';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Definition } from '../../ui/definition-list.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import { PhotoStrip, RefusedPhotos, type PhotoItem, type RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { AddedAddress } from './contact-added.view.tsx';
import { DisownedAddress } from './contact-disowned.view.tsx';
import type { FormPart, ReporterMove } from './form-part.view.tsx';
import { LettersStopped } from './letters-stopped.view.tsx';
import { MoveForms } from './moves.view.tsx';
import { nameProblems } from './name-problems.view.tsx';
import { ReportDetails } from './report-details.view.tsx';
import { Lines, WhoSees } from './who-sees.view.tsx';

export type OwnReportProps = Omit<FormPart, 't'> & {
  readonly frame: PageFrame;
  /** When a mail address was added where there was none; null or absent: not lately. */
  readonly addedAddress?: string | null;
  /** When the owner of an address said that the report is not theirs; null or absent: nobody did lately. */
  readonly disownedAddress?: string | null;
  /** Whether no letter of it goes out, as far as the page may say; absent: they go. */
  readonly areLettersStopped?: boolean;
  /** Whether there is an address that may have stopped all letters, which is not for this page to say; absent: no. */
  readonly mayBeStopped?: boolean;
  readonly state: ShownState;
  /** How it ended, where it has. */
  readonly ending: string | null;
  /** What happens next, and by whom; null: nothing. */
  readonly next: string | null;
  readonly promise: {
    readonly words: string;
    /** The other dates of an answer that run. */
    readonly besides: readonly string[];
    /** Where the rule that set it stands. */
    readonly grounds: string;
    /** That the date has passed. */
    readonly late: string | null;
    readonly paused: string | null;
    readonly provisional: string | null;
    /** The dates officers have promised, and what became of each. */
    readonly given: readonly string[];
  };
  /** The move that was just made. */
  readonly done: ReporterMove | null;
  readonly refusedPhotos: readonly RefusedPhotoProps[];
  /** The words were mended just now. */
  readonly isCorrected: boolean;
  /** They still may be. */
  readonly mayCorrect: boolean;
  /** Why the move was not made. */
  readonly refused: string | null;
  /** Pictures came with it, and have to be chosen again. */
  readonly hasLostPhotos: boolean;
  /** What happened since the page that was sent was read. */
  readonly changes: readonly TimelineItem[];
  /** The newest answer, where one was approved. */
  readonly answer: string | null;
  /** Says that it was disputed, where it was. */
  readonly answerTitle: string;
  /** The city has decided against the reporter: somebody outside it may be asked. */
  readonly namesOmbudsman: boolean;
  readonly moves: readonly ReporterMove[];
  /** Until when the reporter may make them, and what happens then. */
  readonly offer: string | null;
  /** The words for a new report, where this one is over for good. */
  readonly again: Readonly<Record<string, string>> | null;
  readonly details: readonly Definition[];
  /** What came with the report, and what officers prove their work with. */
  readonly photos: readonly PhotoItem[];
  readonly proof: readonly PhotoItem[];
  readonly publicity: readonly string[];
  readonly history: readonly TimelineItem[];
  /** Who read the identity of the reporter, or of whom it was filed for, when and why. */
  readonly readings: readonly string[];
  /** The same of the originals of the pictures. */
  readonly originalReadings: readonly string[];
  /** What was opened without anybody seeing it, and how often. */
  readonly systemReadings: readonly string[];
};

export const OwnReportPage = (props: OwnReportProps) => {
  const { frame, number, problems, typed } = props;
  const { t } = frame;
  const title = t('trackReport.titleOf', { number: showNumber(number) });
  return (
    <Page {...frame} robots="none" title={title} scripts={['file-report/own-reports.client.ts']}>
      <ErrorSummary t={t} problems={nameProblems(t, typed?.move, problems)} scope={typed?.move} />
      <Outcome {...props} />
      <RefusedPhotos t={t} photos={props.refusedPhotos} />
      <h1>{t('trackReport.yours')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      <p>
        <StateBadge state={props.state} t={t} />
      </p>
      <p>{props.ending ?? meaningOf(t, props.state)}</p>
      {props.next !== null && <p>{props.next}</p>}
      {props.namesOmbudsman && <p>{t('notice.ombudsman')}</p>}
      <Promised {...props} />
      {props.answer !== null && (
        <>
          <h2>{props.answerTitle}</h2>
          <blockquote class="words">{props.answer}</blockquote>
        </>
      )}
      <Pictures title={t('photo.proof')} photos={props.proof} />
      {props.again !== null && <Again t={t} words={props.again} />}
      <MoveForms {...props} t={t} isClosed={props.state === 'closed'} />
      <h2>{t('trackReport.history')}</h2>
      <Timeline label={t('trackReport.history')} items={props.history} />
      <ReportDetails {...props} t={t} />
      <Pictures title={t('photo.of')} photos={props.photos} />
      <WhoSees {...props} t={t} />
      <form class="form" method="post" action={`/lacak/${number}/keluar`}>
        <button class="button button-secondary" type="submit">
          {t('trackReport.leave')}
        </button>
      </form>
    </Page>
  );
};

const Pictures = ({ title, photos }: { readonly title: string; readonly photos: readonly PhotoItem[] }) =>
  photos.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <PhotoStrip label={title} photos={photos} />
    </>
  );

const Again = ({ t, words }: { readonly t: Text; readonly words: NonNullable<OwnReportProps['again']> }) => (
  <NoticeBox tone="info" title={t('trackReport.again.title')}>
    <p>{t('trackReport.again.text')}</p>
    <PostForm action="/lapor" hidden={{ ...words, step: 'edit' }}>
      <Button tone="secondary">{t('trackReport.again.submit')}</Button>
    </PostForm>
  </NoticeBox>
);

/** What a state means, said to the reporter rather than about the reporter. */
const meaningOf = (t: Text, state: ShownState): string => {
  switch (state) {
    case 'disputed':
    case 'needs_info':
    case 'rejected':
    case 'resolved':
      return t(`trackReport.meaning.${state}`);
    default:
      return t(`state.meaning.${state}`);
  }
};

const Outcome = ({
  frame: { t },
  done,
  isCorrected,
  refused,
  hasLostPhotos,
  changes,
  problems,
  ...of
}: OwnReportProps) => (
  <>
    <AddedAddress t={t} number={of.number} when={of.addedAddress ?? null} />
    <DisownedAddress t={t} number={of.number} when={of.disownedAddress ?? null} />
    {of.areLettersStopped === true && <LettersStopped t={t} number={of.number} />}
    {isCorrected && (
      <NoticeBox tone="success" live="status">
        <p>{t('trackReport.correct.done')}</p>
      </NoticeBox>
    )}
    {done !== null && (
      <NoticeBox tone="success" live="status">
        <p>{t(`trackReport.done.${done}`)}</p>
      </NoticeBox>
    )}
    {refused !== null && problems.length === 0 && (
      <NoticeBox tone="warning" live="alert" title={t('trackReport.notDone')}>
        <p>{refused}</p>
        {changes.length > 0 && <Timeline label={t('trackReport.changes')} items={changes} />}
      </NoticeBox>
    )}
    {hasLostPhotos && (
      <NoticeBox tone="info">
        <p>{t('trackReport.form.photosAgain')}</p>
      </NoticeBox>
    )}
  </>
);

const Promised = ({ frame: { t }, promise }: OwnReportProps) => (
  <>
    <h2>{t('trackReport.promise.title')}</h2>
    <p>
      {promise.words} {promise.late !== null && <strong>{promise.late}</strong>}
    </p>
    {promise.besides.map((words) => (
      <p key={words}>{words}</p>
    ))}
    {promise.provisional !== null && <p class="quiet">{promise.provisional}</p>}
    {promise.paused !== null && <p>{promise.paused}.</p>}
    {promise.given.length > 0 && (
      <>
        <h3>{t('promises.given.title')}</h3>
        <Lines lines={promise.given} />
      </>
    )}
    <p>
      <a href={promise.grounds}>{t('promises.grounds.link')}</a>
    </p>
  </>
);
