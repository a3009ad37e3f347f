import { Button, Buttons } from '../../ui/button.tsx';
import { CheckboxGroup, RadioGroup, type ChoiceOption } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Fields, PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { longestInRule } from '../../domain/limits.ts';
import { RulesHold, type Holding } from './rules-hold.view.tsx';

/** What a rule is set to: a length of so many units, yes or no, a number, or a time of day. */
export type RuleKind = 'length' | 'flag' | 'count' | 'time';

/** A rule as it stands in the form, right or wrong. */
export type TypedRule = {
  readonly key: string;
  readonly kind: RuleKind;
  /** The number, `yes` or `no`, or the time. */
  readonly value: string;
  /** Of a length. */
  readonly unit: string;
  readonly source: string;
  readonly confidence: string;
};

export type RuleFields = TypedRule & { readonly name: string; readonly hint?: string | undefined };
/** `named`: the same for the summary, where the field does not stand beside it. */
export type FormProblem = { readonly field: string; readonly text: string; readonly named: string };

export type RulesFormProps = {
  readonly frame: PageFrame;
  readonly rules: readonly RuleFields[];
  /** Names of what was chosen beyond what one form takes. */
  readonly leftOut: readonly string[];
  readonly holding: Holding;
  readonly reason: string;
  readonly units: readonly Option[];
  readonly confidences: readonly Option[];
  readonly problems: readonly FormProblem[];
};

export const RulesFormPage = (props: RulesFormProps) => {
  const { frame, rules, leftOut, holding, reason, problems } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('promises.edit.rules')}>
      <ErrorSummary t={t} problems={problems.map(({ field, named }) => ({ field, text: named }))} />
      <h1>{t('promises.edit.rules')}</h1>
      {leftOut.length > 0 && (
        <NoticeBox tone="warning">
          <p>{t('promises.edit.leftOut', { rules: leftOut.join('; ') })}</p>
        </NoticeBox>
      )}
      <RulesHold t={t} holding={holding} />
      <PostForm action="/kelola/janji/aturan" hidden={{ aturan: rules.map(({ key }) => key).join(' ') }}>
        {rules.map((rule) => (
          <OneRule key={rule.key} {...props} rule={rule} />
        ))}
        <TextArea
          name="reason"
          label={t('promises.edit.reason')}
          hint={t('promises.edit.reasonHint')}
          value={reason}
          rows={3}
          maxLength={longestInRule.reason}
          error={textOf(problems, 'reason')}
        />
        <Buttons>
          <Button name="step" value="preview">
            {t('promises.edit.preview')}
          </Button>
        </Buttons>
      </PostForm>
      <p>
        <a href="/kelola/janji">{t('general.back')}</a>
      </p>
    </Page>
  );
};

const OneRule = ({
  frame: { t },
  rule,
  units,
  confidences,
  problems,
}: RulesFormProps & { readonly rule: RuleFields }) => (
  <Fields legend={rule.name}>
    <ValueField t={t} rule={rule} error={textOf(problems, `${rule.key}.value`)} />
    {rule.kind === 'length' && (
      <SelectField name={`${rule.key}.unit`} label={t('promises.edit.unit')} options={units} value={rule.unit} />
    )}
    <TextField
      name={`${rule.key}.source`}
      label={t('promises.grounds.basis')}
      hint={t('promises.edit.sourceHint')}
      value={rule.source}
      maxLength={longestInRule.source}
      error={textOf(problems, `${rule.key}.source`)}
    />
    <SelectField
      name={`${rule.key}.confidence`}
      label={t('promises.grounds.certainty')}
      options={confidences}
      value={rule.confidence}
      error={textOf(problems, `${rule.key}.confidence`)}
    />
  </Fields>
);

type ValueFieldProps = { readonly t: Text; readonly rule: RuleFields; readonly error: string | undefined };

const ValueField = ({ t, rule: { key, kind, value, hint }, error }: ValueFieldProps) => {
  const field = { name: `${key}.value`, value, error };
  if (kind === 'flag') return <RadioGroup {...field} label={t('promises.grounds.value')} options={yesOrNo(t)} />;
  return (
    <TextField
      {...field}
      label={t(kind === 'length' ? 'promises.grounds.length' : 'promises.grounds.value')}
      hint={hint}
      inputMode={kind === 'time' ? 'text' : 'numeric'}
      size="short"
    />
  );
};

const yesOrNo = (t: Text): readonly ChoiceOption[] => [
  { value: 'yes', label: t('promises.value.yes') },
  { value: 'no', label: t('promises.value.no') },
];

const textOf = (problems: readonly FormProblem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.text;

export type ChooseRulesProps = { readonly frame: PageFrame; readonly options: readonly ChoiceOption[] };

/** First which, then how: all rules at once would be a form that nobody reads. */
export const ChooseRulesPage = ({ frame, options }: ChooseRulesProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('promises.edit.rules')}>
      <h1>{t('promises.edit.rules')}</h1>
      <form class="form" method="get" action="/kelola/janji/aturan">
        <CheckboxGroup
          name="aturan"
          label={t('promises.edit.which')}
          hint={t('promises.edit.whichHint')}
          options={options}
        />
        <Buttons>
          <Button>{t('general.continue')}</Button>
        </Buttons>
      </form>
      <p>
        <a href="/kelola/janji">{t('general.back')}</a>
      </p>
    </Page>
  );
};
