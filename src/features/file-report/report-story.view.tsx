import { reportKinds } from '../../domain/report.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmergencyNotice } from '../../ui/notice-box.tsx';
import { SelectField, type OptionGroup } from '../../ui/select-field.tsx';
import { DateField, TextArea } from '../../ui/text-field.tsx';
import { AboutCategory, type CategoryAbout } from './category-about.view.tsx';
import { Line, type Part } from './report-fields.view.tsx';

type StoryProps = Part & {
  readonly categories: readonly OptionGroup[];
  readonly about: CategoryAbout | null;
  /** `YYYY-MM-DD`: nothing happened after it. */
  readonly today: string;
  /** The script that knows words of danger. */
  readonly danger: string | undefined;
};

/** Whoever only tells what is wrong has filled in enough: the kind is a complaint until said otherwise. */
export const Story = ({ categories, about, today, danger, ...part }: StoryProps) => {
  const { t, fields, errorOf } = part;
  return (
    <>
      <TextArea
        name="description"
        label={t('fileReport.field.description')}
        hint={t('fileReport.hint.description')}
        error={errorOf('description')}
        value={fields.description}
        rows={5}
      />
      <div data-danger data-script={danger} hidden>
        <EmergencyNotice t={t} />
      </div>
      <SelectField
        name="category"
        label={t('fileReport.field.category')}
        error={errorOf('category')}
        options={categories}
        value={fields.category}
        empty={t('fileReport.field.categoryNone')}
      />
      <AboutCategory t={t} about={about} />
      <Particulars {...part} today={today} />
    </>
  );
};

const Particulars = ({ today, ...part }: Part & Pick<StoryProps, 'today'>) => {
  const { t, fields, errorOf } = part;
  return (
    <Disclosure summary={t('fileReport.particulars')} isOpen={holdsParticulars(part)}>
      <RadioGroup
        name="kind"
        label={t('fileReport.field.kind')}
        error={errorOf('kind')}
        value={fields.kind === '' ? 'complaint' : fields.kind}
        options={reportKinds.map((kind) => ({
          value: kind,
          label: t(`state.kind.${kind}`),
          hint: t(`fileReport.kindHint.${kind}`),
        }))}
      />
      <Line name="title" {...part} hint={t('fileReport.hint.title')} />
      <DateField
        name="occurred_on"
        label={t('fileReport.field.occurred_on')}
        error={errorOf('occurred_on')}
        value={fields.occurred_on}
        max={today}
      />
    </Disclosure>
  );
};

const holdsParticulars = ({ fields, errorOf }: Part): boolean =>
  !['', 'complaint'].includes(fields.kind) ||
  `${fields.title}${fields.occurred_on}` !== '' ||
  (['kind', 'title', 'occurred_on'] as const).some((name) => errorOf(name) !== undefined);
