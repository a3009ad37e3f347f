import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { ReportFields } from './report-fields.view.tsx';

/** What was typed, as it was typed: it goes back into the form unchanged when something is wrong. */
export const readFields = (fields: FormFields): ReportFields => ({
  kind: textOf(fields, 'kind'),
  title: textOf(fields, 'title'),
  description: textOf(fields, 'description'),
  category: textOf(fields, 'category'),
  occurred_on: textOf(fields, 'occurred_on'),
  village: textOf(fields, 'village'),
  place: textOf(fields, 'place'),
  lat: textOf(fields, 'lat'),
  lng: textOf(fields, 'lng'),
  name: textOf(fields, 'name'),
  phone: textOf(fields, 'phone'),
  email: textOf(fields, 'email'),
  anonymous: isYes(textOf(fields, 'anonymous')),
  secret: isYes(textOf(fields, 'secret')),
});

/** Browsers send what the page says, programs what they like; silence and a plain no are no. */
const isYes = (value: string): boolean =>
  !['', '0', 'no', 'false', 'off', 'tidak'].includes(value.trim().toLowerCase());

/** A form nobody has touched. */
export const noFields: ReportFields = readFields({});
