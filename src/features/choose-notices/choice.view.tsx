import { showNumber } from '../../domain/report-number.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

type Typed = {
  readonly steps: string;
  readonly quiet: string;
  readonly from: string;
  readonly until: string;
  readonly language: string;
};

export type ChoiceProps = {
  readonly frame: PageFrame;
  /** Where the forms go: the same address. */
  readonly action: string;
  readonly number: string;
  /** Where the report is read. */
  readonly readPath: string;
  readonly isFollower: boolean;
  /** The choices of the person; null: there is nobody whose choices could be changed here. */
  readonly typed: Typed | null;
  readonly problems: readonly { readonly field: keyof Typed; readonly text: string }[];
  /** The city's quiet hours: "20.00–06.00"; null: it has none. */
  readonly cityHours: string | null;
  /** Since when no letters of this report come, in words; null: they come. */
  readonly stoppedSince: string | null;
  /** Whether the follower follows no longer. */
  readonly isEnded: boolean;
  readonly hasAddress: boolean;
  /** Whether letters to the whole address are stopped; null: that is not for this page to say. */
  readonly isAddressStopped: boolean | null;
  /** What was just done; `nothing`: there was nobody to do it for. */
  readonly done: 'saved' | 'stopped' | 'resumed' | 'nothing' | 'address_stopped' | 'address_resumed' | null;
};

/** Which letters somebody wants about a report, in which language, when, or none. */
export const ChoicePage = (props: ChoiceProps) => {
  const { frame, number, done } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('noticeChoice.title')}>
      <ErrorSummary
        t={t}
        problems={props.problems.map(({ field, text }) => ({
          field,
          text: namedProblem(t(`noticeChoice.field.${field}`), text),
        }))}
      />
      {done !== null && (
        <NoticeBox tone={done === 'nothing' ? 'warning' : 'success'} live="status">
          <p>{t(`noticeChoice.done.${done}`)}</p>
        </NoticeBox>
      )}
      <h1>{t('noticeChoice.title')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      <Standing {...props} />
      {props.typed !== null && <StopThis {...props} t={t} />}
      {props.typed !== null && <ChoiceForm {...props} t={t} typed={props.typed} />}
      {props.isAddressStopped !== null && <StopAll {...props} t={t} isStopped={props.isAddressStopped} />}
      <p>
        <ButtonLink href={props.readPath} tone="secondary">
          {t(props.isFollower ? 'noticeChoice.readPublic' : 'noticeChoice.readOwn')}
        </ButtonLink>
      </p>
    </Page>
  );
};

/** What holds now, where it is not that letters come. */
const Standing = ({ frame: { t }, typed, hasAddress, stoppedSince, isEnded, isAddressStopped }: ChoiceProps) => {
  const words = [
    ...(isAddressStopped === true ? [t('noticeChoice.addressStopped')] : []),
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

type FormProps = ChoiceProps & { readonly t: Text; readonly typed: Typed };

const reportersSteps = ['all', 'needed', 'end'] as const;
/** Nothing is asked of a follower: what is needed is the end. */
const followersSteps = ['all', 'end'] as const;

const ChoiceForm = ({ t, action, typed, problems, cityHours, isFollower }: FormProps) => {
  const errorOf = (field: keyof Typed) => problems.find((one) => one.field === field)?.text;
  return (
    <PostForm action={action} hidden={{ apa: 'save' }}>
      {isFollower && <p>{t('noticeChoice.forAll')}</p>}
      <RadioGroup
        name="steps"
        label={t('noticeChoice.field.steps')}
        value={isFollower && typed.steps === 'needed' ? 'end' : typed.steps}
        error={errorOf('steps')}
        options={(isFollower ? followersSteps : reportersSteps).map((value) => ({
          value,
          label: t(`noticeChoice.steps.${value}`),
          hint: value === 'end' ? t(isFollower ? 'noticeChoice.endHintFollower' : 'noticeChoice.endHint') : undefined,
        }))}
      />
      <QuietHours t={t} typed={typed} cityHours={cityHours} errorOf={errorOf} />
      <RadioGroup
        name="language"
        label={t('noticeChoice.field.language')}
        value={typed.language}
        error={errorOf('language')}
        options={[
          { value: 'id', label: 'Bahasa Indonesia' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Buttons>
        <Button>{t('noticeChoice.save')}</Button>
      </Buttons>
    </PostForm>
  );
};

type HoursProps = Pick<ChoiceProps, 'cityHours'> & {
  readonly t: Text;
  readonly typed: Typed;
  readonly errorOf: (field: 'quiet' | 'from' | 'until') => string | undefined;
};

/** The city's, none, or own ones. */
const QuietHours = ({ t, typed, cityHours, errorOf }: HoursProps) => (
  <>
    <RadioGroup
      name="quiet"
      label={t('noticeChoice.field.quiet')}
      hint={t('noticeChoice.quietHint')}
      value={typed.quiet}
      error={errorOf('quiet')}
      options={[
        {
          value: 'city',
          label:
            cityHours === null ? t('noticeChoice.quiet.cityNone') : t('noticeChoice.quiet.city', { hours: cityHours }),
        },
        { value: 'none', label: t('noticeChoice.quiet.none') },
        { value: 'own', label: t('noticeChoice.quiet.own') },
      ]}
    />
    {(['from', 'until'] as const).map((name) => (
      <TextField
        key={name}
        name={name}
        label={t(`noticeChoice.field.${name}`)}
        value={typed[name]}
        error={errorOf(name)}
        inputMode="decimal"
        size="short"
      />
    ))}
  </>
);

/** One tap, and one back; whoever has stopped following follows again from the page of the report. */
const StopThis = ({
  t,
  action,
  stoppedSince,
  isFollower,
  isEnded,
}: FormProps | (ChoiceProps & { readonly t: Text })) => {
  if (isEnded) return null;
  const isStopped = stoppedSince !== null;
  return (
    <PostForm action={action} hidden={{ apa: isStopped ? 'resume' : 'stop' }}>
      <h2>{t(isFollower && !isStopped ? 'noticeChoice.stopFollowing' : 'noticeChoice.stopThis')}</h2>
      <p>
        {isStopped
          ? t('noticeChoice.resumeHint')
          : t(isFollower ? 'noticeChoice.stopFollowingHint' : 'noticeChoice.stopThisHint')}
      </p>
      <Buttons>
        <Button tone="secondary">{t(isStopped ? 'noticeChoice.resume' : 'noticeChoice.stop')}</Button>
      </Buttons>
    </PostForm>
  );
};

const StopAll = ({ t, action, isStopped }: ChoiceProps & { readonly t: Text; readonly isStopped: boolean }) => (
  <PostForm action={action} hidden={{ apa: isStopped ? 'resume_address' : 'stop_address' }}>
    <h2>{t('noticeChoice.stopAddress')}</h2>
    <p>{t('noticeChoice.stopAddressHint')}</p>
    <Buttons>
      <Button tone={isStopped ? 'secondary' : 'danger'}>
        {t(isStopped ? 'noticeChoice.resumeAll' : 'noticeChoice.stopAll')}
      </Button>
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
