import type { Problem } from '../../domain/refusal.ts';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Fields } from '../../ui/post-form.tsx';
import { SelectField, type OptionGroup } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { Position } from './place-help.view.tsx';

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

type PlaceProps = Part & {
  readonly villages: readonly OptionGroup[];
  readonly map?: string | undefined;
};

export const Place = ({ villages, map, ...part }: PlaceProps) => {
  const { t, fields, errorOf } = part;
  return (
    <Fields legend={t('fileReport.group.place')}>
      <Line name="place" {...part} hint={t('fileReport.hint.place')} />
      <Position t={t} map={map} />
      <TextField
        name="village_words"
        label={t('fileReport.field.village_words')}
        hint={t('fileReport.hint.village_words')}
        error={errorOf('village_words')}
        value={fields.village_words}
        autoComplete="off"
      />
      <ExactPlace {...part} villages={villages} />
    </Fields>
  );
};

/** For who prefers a list, or reads coordinates off a map; a person who needs neither never sees them. */
const ExactPlace = ({ villages, ...part }: Omit<PlaceProps, 'map'>) => {
  const { t, fields, errorOf } = part;
  return (
    <Disclosure
      summary={t('fileReport.exactPlace')}
      isOpen={fields.village !== '' || (['village', 'lat', 'lng'] as const).some((name) => errorOf(name) !== undefined)}
    >
      <SelectField
        name="village"
        label={t('fileReport.field.village')}
        error={errorOf('village')}
        options={villages}
        value={fields.village}
        empty={t('fileReport.field.villageNone')}
      />
      <Coordinates {...part} />
    </Disclosure>
  );
};

const Coordinates = ({ t, fields, errorOf }: Part) => (
  <div class="pair">
    {(['lat', 'lng'] as const).map((name) => (
      <TextField
        key={name}
        name={name}
        label={t(`fileReport.field.${name}`)}
        error={errorOf(name)}
        value={fields[name]}
        inputMode="decimal"
      />
    ))}
  </div>
);

/** `sends`: whether letters leave here at all; where they do not, none is promised. */
export const Contact = ({ sends, ...part }: Part & { readonly sends: boolean }) => (
  <Fields legend={part.t('fileReport.group.contact')}>
    <p class="quiet">
      <Icon name="lock" /> {part.t('fileReport.hint.contact')}
    </p>
    <Line name="name" {...part} autoComplete="name" />
    <Line name="phone" {...part} hint={part.t('fileReport.hint.phone')} type="tel" autoComplete="tel" />
    <Line
      name="email"
      {...part}
      hint={part.t(sends ? 'fileReport.hint.email' : 'fileReport.hint.emailKept')}
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
  readonly hint?: string | undefined;
  readonly type?: 'tel' | 'email';
  readonly autoComplete?: string;
};

/** One line of words that may stay empty. */
export const Line = ({ name, t, fields, errorOf, hint, type, autoComplete }: LineProps) => (
  <TextField
    name={name}
    label={t(`fileReport.field.${name}`)}
    hint={hint}
    error={errorOf(name)}
    value={fields[name]}
    type={type}
    autoComplete={autoComplete}
  />
);
