import type { Problem } from '../../domain/refusal.ts';
import { reportKinds } from '../../domain/report.ts';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { Fields } from '../../ui/post-form.tsx';
import { SelectField, type OptionGroup } from '../../ui/select-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { Position, villageNames } from './place-help.view.tsx';
import { AboutCategory, type CategoryAbout } from './category-about.view.tsx';

/** The form as it was typed, by the names its fields have on the outside. */
export type ReportFields = Readonly<
  Record<
    | 'kind'
    | 'title'
    | 'description'
    | 'category'
    | 'occurred_on'
    | 'village'
    | 'village_words'
    | 'place'
    | 'lat'
    | 'lng'
    | 'name'
    | 'phone'
    | 'email'
    | 'other_name'
    | 'other_contact',
    string
  >
> & {
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** The report is somebody else's, and they know of it. */
  readonly for_someone: boolean;
  readonly other_consent: boolean;
  /** Pieces that look like personal data and shall be seen all the same, as they were written. */
  readonly shown: readonly string[];
};
export type FieldName = Exclude<keyof ReportFields, 'shown'>;

export type FormProblem = { readonly field: FieldName; readonly problem: Problem; readonly over?: number | undefined };

export type Part = {
  readonly t: Text;
  readonly fields: ReportFields;
  readonly errorOf: (field: FieldName) => string | undefined;
};

type StoryProps = Part & { readonly categories: readonly OptionGroup[]; readonly about: CategoryAbout | null };

export const Story = ({ t, fields, errorOf, categories, about }: StoryProps) => (
  <Fields legend={t('fileReport.group.story')}>
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
    <TextArea
      name="description"
      label={t('fileReport.field.description')}
      hint={t('fileReport.hint.description')}
      error={errorOf('description')}
      value={fields.description}
      rows={8}
    />
    <Line name="title" t={t} fields={fields} errorOf={errorOf} hint={t('fileReport.hint.title')} />
    <SelectField
      name="category"
      label={t('fileReport.field.category')}
      optional={t('general.optional')}
      error={errorOf('category')}
      options={categories}
      value={fields.category}
      empty={t('fileReport.field.categoryNone')}
    />
    <AboutCategory t={t} about={about} />
  </Fields>
);

type PlaceProps = Part & { readonly villages: readonly OptionGroup[]; readonly today: string };

export const PlaceAndTime = ({ t, fields, errorOf, villages, today }: PlaceProps) => (
  <Fields legend={t('fileReport.group.place')}>
    <DateField
      name="occurred_on"
      label={t('fileReport.field.occurred_on')}
      hint={t('fileReport.hint.occurred_on')}
      optional={t('general.optional')}
      error={errorOf('occurred_on')}
      value={fields.occurred_on}
      max={today}
    />
    <TextField
      name="village_words"
      label={t('fileReport.field.village_words')}
      hint={t('fileReport.hint.village_words')}
      optional={t('general.optional')}
      error={errorOf('village_words')}
      value={fields.village_words}
      suggestions={villageNames(villages)}
      autoComplete="off"
    />
    <SelectField
      name="village"
      label={t('fileReport.field.village')}
      optional={t('general.optional')}
      error={errorOf('village')}
      options={villages}
      value={fields.village}
      empty={t('fileReport.field.villageNone')}
    />
    <Line name="place" t={t} fields={fields} errorOf={errorOf} hint={t('fileReport.hint.place')} />
    <Position t={t} />
    <Coordinates t={t} fields={fields} errorOf={errorOf} />
  </Fields>
);

/** For who reads them off a map; a person who does not need them never sees them. */
const Coordinates = ({ t, fields, errorOf }: Part) => (
  <details class="field" open={`${fields.lat}${fields.lng}` !== ''}>
    <summary>{t('fileReport.coordinates')}</summary>
    <TextField
      name="lat"
      label={t('fileReport.field.lat')}
      error={errorOf('lat')}
      value={fields.lat}
      inputMode="decimal"
      size="short"
    />
    <TextField
      name="lng"
      label={t('fileReport.field.lng')}
      error={errorOf('lng')}
      value={fields.lng}
      inputMode="decimal"
      size="short"
    />
  </details>
);

export const Contact = ({ t, fields, errorOf }: Part) => (
  <Fields legend={t('fileReport.group.contact')}>
    <p>{t('fileReport.hint.contact')}</p>
    <Line name="name" t={t} fields={fields} errorOf={errorOf} hint={t('fileReport.hint.name')} autoComplete="name" />
    <Line
      name="phone"
      t={t}
      fields={fields}
      errorOf={errorOf}
      hint={t('fileReport.hint.phone')}
      type="tel"
      autoComplete="tel"
    />
    <Line
      name="email"
      t={t}
      fields={fields}
      errorOf={errorOf}
      hint={t('fileReport.hint.email')}
      type="email"
      autoComplete="email"
    />
  </Fields>
);

export const Privacy = ({ t, fields }: Part) => (
  <Fields legend={t('fileReport.group.privacy')}>
    <Checkbox
      name="anonymous"
      label={t('fileReport.field.anonymous')}
      hint={t('fileReport.hint.anonymous')}
      value="1"
      isChecked={fields.anonymous}
    />
    <Checkbox
      name="secret"
      label={t('fileReport.field.secret')}
      hint={t('fileReport.hint.secret')}
      value="1"
      isChecked={fields.secret}
    />
  </Fields>
);

type LineProps = Part & {
  readonly name: 'title' | 'place' | 'name' | 'phone' | 'email';
  readonly hint: string;
  readonly type?: 'tel' | 'email';
  readonly autoComplete?: string;
};

const Line = ({ name, t, fields, errorOf, hint, type, autoComplete }: LineProps) => (
  <TextField
    name={name}
    label={t(`fileReport.field.${name}`)}
    hint={hint}
    optional={t('general.optional')}
    error={errorOf(name)}
    value={fields[name]}
    type={type}
    autoComplete={autoComplete}
  />
);
