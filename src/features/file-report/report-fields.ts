import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { HiddenFields } from '../../ui/post-form.tsx';
import type { ReportFields } from './report-fields.view.tsx';

/** What was typed, as it was typed: it goes back into the form unchanged when something is wrong. */
export const readFields = (fields: FormFields): ReportFields => ({
  kind: textOf(fields, 'kind'),
  title: textOf(fields, 'title'),
  description: textOf(fields, 'description'),
  category: textOf(fields, 'category'),
  occurred_on: textOf(fields, 'occurred_on'),
  village: textOf(fields, 'village'),
  village_words: textOf(fields, 'village_words'),
  place: textOf(fields, 'place'),
  lat: textOf(fields, 'lat'),
  lng: textOf(fields, 'lng'),
  name: textOf(fields, 'name'),
  phone: textOf(fields, 'phone'),
  email: textOf(fields, 'email'),
  anonymous: isYes(textOf(fields, 'anonymous')),
  secret: isYes(textOf(fields, 'secret')),
  for_someone: isYes(textOf(fields, 'for_someone')),
  other_name: textOf(fields, 'other_name'),
  other_contact: textOf(fields, 'other_contact'),
  other_consent: isYes(textOf(fields, 'other_consent')),
  shown: textsOf(fields, 'shown').filter((piece) => piece !== ''),
});

/** The same as hidden fields, to be sent again; `without` names those that the page asks for itself. */
export const hiddenOf = (fields: ReportFields, without: readonly (keyof ReportFields)[] = []): HiddenFields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, string | readonly string[]])[] => {
      if (value === '' || value === false || without.some((one) => one === name)) return [];
      return [[name, value === true ? '1' : value]];
    }),
  );

/** Browsers send what the page says, programs what they like; silence and a plain no are no. */
const isYes = (value: string): boolean =>
  !['', '0', 'no', 'false', 'off', 'tidak'].includes(value.trim().toLowerCase());

/** A form nobody has touched. */
export const noFields: ReportFields = readFields({});
