import { showNumber } from '../../domain/report-number.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { ChoiceForm, type ChoiceFormProps, type TypedChoiceProps } from './choice-form.view.tsx';

export type ChoiceProps = Omit<ChoiceFormProps, 'problems'> & {
  readonly frame: PageFrame;
  readonly number: string;
  /** Where the report is read. */
  readonly readPath: string;
  /** The choices of the person; null: there is nobody whose choices could be changed here. */
  readonly typed: TypedChoiceProps | null;
  /** What is wrong: at its field, and above the form, where its name stands with it. */
  readonly problems: readonly (ChoiceFormProps['problems'][number] & { readonly summary: string })[];
  /** Since when no letters of this report come, in words; null: they come. */
  readonly stoppedSince: string | null;
  /** Whether the follower follows no longer. */
  readonly isEnded: boolean;
  readonly hasAddress: boolean;
  /** Whether letters to the whole address are stopped; null: that is not for this page to say. */
  readonly isAddressStopped: boolean | null;
  /** Whether the whole address can be stopped here: only by a letter to it. */
  readonly mayStopAddress: boolean;
  /** Whether its owner is told of a stop by a last letter; `told`: was, within a day. */
  readonly lastLetter: 'goes' | 'told' | 'none';
  /** What was just done; `nothing`: there was nobody to do it for. */
  readonly done: 'saved' | 'stopped' | 'resumed' | 'nothing' | 'address_stopped' | 'address_resumed' | null;
};

type WithText = ChoiceProps & { readonly t: Text };

/** Which letters somebody wants about a report, in which language, when, or none. Where none come, that is said first, and only the way back is offered. */
export const ChoicePage = (props: ChoiceProps) => {
  const { frame, number } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('noticeChoice.title')} scripts={['choose-notices/own-hours.client.ts']}>
      <ErrorSummary t={t} problems={props.problems.map(({ field, summary }) => ({ field, text: summary }))} />
      <Done {...props} t={t} />
      <h1>{t('noticeChoice.title')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      <Standing {...props} />
      {props.isAddressStopped === true ? <ResumeAll {...props} t={t} /> : <Choices {...props} t={t} />}
      <p>
        <ButtonLink href={props.readPath} tone="secondary">
          {t(props.isFollower ? 'noticeChoice.readPublic' : 'noticeChoice.readOwn')}
        </ButtonLink>
      </p>
    </Page>
  );
};

const Done = ({ t, done, stoppedSince, isAddressStopped }: WithText) => {
  if (done === null) return null;
  const isInVain = done === 'saved' && (stoppedSince !== null || isAddressStopped === true);
  return (
    <NoticeBox tone={done === 'nothing' || isInVain ? 'warning' : 'success'} live="status">
      <p>{t(isInVain ? 'noticeChoice.done.savedInVain' : `noticeChoice.done.${done}`)}</p>
    </NoticeBox>
  );
};

const Choices = ({ t, typed, ...props }: WithText) => (
  <>
    {typed !== null && props.hasAddress && <StopThis {...props} t={t} typed={typed} />}
    {typed !== null && props.stoppedSince === null && <ChoiceForm {...props} t={t} typed={typed} />}
    {props.isFollower && props.isEnded && <FollowAgain {...props} t={t} typed={typed} />}
    {props.mayStopAddress && <StopAll {...props} t={t} typed={typed} />}
  </>
);

/** What holds now, where it is not that letters come. */
const Standing = ({ frame: { t }, typed, hasAddress, stoppedSince, isEnded, ...props }: ChoiceProps) => {
  const { isAddressStopped, mayStopAddress } = props;
  const words = [
    ...(isAddressStopped === true
      ? [t(mayStopAddress ? 'noticeChoice.addressStopped' : 'noticeChoice.ownAddressStopped')]
      : []),
    ...(isAddressStopped === null && hasAddress ? [t('noticeChoice.perhapsStopped')] : []),
    ...(stoppedSince === null ? [] : [t('noticeChoice.stoppedSince', { since: stoppedSince })]),
    ...(isEnded ? [t('noticeChoice.ended')] : []),
    ...(hasAddress ? [] : [t('noticeChoice.noAddress')]),
    ...(typed === null && hasAddress && !isEnded ? [t('noticeChoice.noLonger')] : []),
  ];
  if (words.length === 0) return null;
  return (
    <NoticeBox tone="info">
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </NoticeBox>
  );
};

/** One tap, and one back; whoever has stopped following follows again from the page of the report. */
const StopThis = ({ t, action, stoppedSince, isFollower, isEnded, lastLetter }: WithText) => {
  if (isEnded) return null;
  const isStopped = stoppedSince !== null;
  const hint = isFollower ? 'noticeChoice.stopFollowingHint' : (`noticeChoice.stopThisHint.${lastLetter}` as const);
  return (
    <PostForm action={action} hidden={{ apa: isStopped ? 'resume' : 'stop' }}>
      <h2>{t(isFollower && !isStopped ? 'noticeChoice.stopFollowing' : 'noticeChoice.stopThis')}</h2>
      <p>{t(isStopped ? 'noticeChoice.resumeHint' : hint)}</p>
      <Buttons>
        <Button tone={isStopped ? 'primary' : 'secondary'}>
          {t(isStopped ? 'noticeChoice.resume' : isFollower ? 'noticeChoice.stopFollowingThis' : 'noticeChoice.stop')}
        </Button>
      </Buttons>
    </PostForm>
  );
};

/** The way back for whoever pressed the wrong button. The address may be forgotten by now: it is asked for once more. */
const FollowAgain = ({ t, number }: WithText) => (
  <p>
    <ButtonLink href={`/laporan/${number}/ikuti`}>{t('noticeChoice.followAgain')}</ButtonLink>
  </p>
);

/** Where less was stopped already the way back comes first, and this is no loud button beside it. */
const StopAll = ({ t, action, stoppedSince, isEnded }: WithText) => (
  <PostForm action={action} hidden={{ apa: 'stop_address' }}>
    <h2>{t('noticeChoice.stopAddress')}</h2>
    <p>{t('noticeChoice.stopAddressHint')}</p>
    <Buttons>
      <Button tone={stoppedSince === null && !isEnded ? 'danger' : 'secondary'}>{t('noticeChoice.stopAll')}</Button>
    </Buttons>
  </PostForm>
);

const ResumeAll = ({ t, action, mayStopAddress }: WithText) => (
  <PostForm action={action} hidden={{ apa: 'resume_address' }}>
    <p>{t('noticeChoice.resumeAllHint')}</p>
    <Buttons>
      <Button>{t(mayStopAddress ? 'noticeChoice.resumeAll' : 'noticeChoice.resumeOwnAddress')}</Button>
    </Buttons>
  </PostForm>
);

/** A link that is none of ours, or another city's. */
export const NoLetterPage = ({ frame }: { readonly frame: PageFrame }) => (
  <Page {...frame} robots="none" title={frame.t('noticeChoice.title')}>
    <h1>{frame.t('noticeChoice.title')}</h1>
    <NoticeBox tone="warning">
      <p>{frame.t('noticeChoice.noLetter')}</p>
    </NoticeBox>
  </Page>
);
