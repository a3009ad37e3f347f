import { Checkbox, CheckboxGroup, RadioGroup } from '../../ui/choice-field.tsx';
import { Fields } from '../../ui/post-form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import { Sample, type SamplesProps } from './sample.view.tsx';

/** All that can be filled in: empty, filled, with a remark, optional, and wrong. */
export const FieldSamples = ({ frame }: SamplesProps) => (
  <form class="form" action="#fields">
    <Sample frame={frame} part="fields">
      <TextSamples frame={frame} />
      <OtherSamples frame={frame} />
    </Sample>
    <Sample frame={frame} part="choices">
      <ChoiceSamples frame={frame} />
    </Sample>
  </form>
);

const TextSamples = ({ frame: { t } }: SamplesProps) => {
  const [label, text] = [t('components.sample.label'), t('components.sample.text')];
  return (
    <Fields legend={t('components.sample.title')}>
      <TextField name="empty" label={label} />
      <TextField name="filled" label={label} hint={t('components.sample.hint')} value={text} />
      <TextField name="optional" label={t('components.sample.long')} optional={t('general.optional')} />
      <TextField name="wrong" label={label} error={t('components.sample.error')} value={text} />
      <TextField name="code" label={label} size="code" inputMode="numeric" value="12345678" />
    </Fields>
  );
};

const OtherSamples = ({ frame: { t } }: SamplesProps) => {
  const label = t('components.sample.label');
  const options = ['first', 'second'] as const;
  const choices = options.map((value) => ({ value, label: t(`components.sample.${value}`) }));
  return (
    <>
      <TextArea name="words" label={label} hint={t('components.sample.hint')} value={t('components.sample.text')} />
      <TextArea name="words-wrong" label={label} error={t('components.sample.error')} />
      <DateField name="day" label={label} value="2026-11-23" />
      <SelectField name="choice" label={label} options={choices} empty={t('general.none')} />
      <SelectField
        name="grouped"
        label={label}
        error={t('components.sample.error')}
        options={[{ group: t('components.sample.title'), options: choices }]}
        value="second"
      />
    </>
  );
};

const ChoiceSamples = ({ frame: { t } }: SamplesProps) => {
  const label = t('components.sample.label');
  const options = [
    { value: 'first', label: t('components.sample.first'), hint: t('components.sample.hint') },
    { value: 'second', label: t('components.sample.second') },
  ];
  return (
    <>
      <RadioGroup name="one" label={label} options={options} value="first" />
      <RadioGroup name="one-wrong" label={label} options={options} error={t('components.sample.error')} />
      <CheckboxGroup name="several" label={label} options={options} values={['second']} />
      <Checkbox name="yes" label={t('components.sample.long')} isChecked hint={t('components.sample.hint')} />
    </>
  );
};
