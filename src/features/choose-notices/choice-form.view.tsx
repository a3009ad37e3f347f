import { Button, Buttons } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type TypedChoiceProps = {
  readonly steps: string;
  readonly quiet: string;
  readonly from: string;
  readonly until: string;
  readonly language: string;
};
type Typed = TypedChoiceProps;

export type ChoiceFormProps = {
  readonly action: string;
  readonly isFollower: boolean;
  /** The hours as they stand in the form, which travel along: other ones were typed. */
  readonly shownHours: string;
  readonly problems: readonly { readonly field: keyof Typed; readonly text: string }[];
  /** The city's quiet hours: "20.00–06.00"; null: it has none. */
  readonly cityHours: string | null;
};

type FormProps = ChoiceFormProps & { readonly t: Text; readonly typed: Typed };

const reportersSteps = ['all', 'needed', 'end'] as const;
/** Nothing is asked of a follower: what is needed is the end. */
const followersSteps = ['all', 'end'] as const;

/** Which letters, when and in which language. */
export const ChoiceForm = ({ t, action, typed, problems, cityHours, isFollower, shownHours }: FormProps) => {
  const errorOf = (field: keyof Typed) => problems.find((one) => one.field === field)?.text;
  return (
    <PostForm action={action} hidden={{ apa: 'save', shown: shownHours }}>
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

type HoursProps = Pick<ChoiceFormProps, 'cityHours'> & {
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
