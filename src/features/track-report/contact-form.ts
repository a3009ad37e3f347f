import { longestInReport } from '../../domain/limits.ts';
import type { Problem } from '../../domain/refusal.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { parseEmail, parsePhone } from '../../store/contact.ts';
import { personFields, type PersonField } from '../../store/person.ts';

/** What was typed into one of the three forms, and what is wrong with it, or what it means. */
export type TypedContact = {
  readonly field: PersonField;
  readonly typed: string;
  readonly problem: Problem | null;
  readonly value: string;
};

/** Null: no form of this page. */
export const readContact = (fields: FormFields): TypedContact | null => {
  const field = personFields.find((one) => Object.hasOwn(fields, one));
  return field === undefined ? null : readField(field, textOf(fields, field));
};

const readField = (field: PersonField, typed: string): TypedContact => {
  const words = withoutTricks(typed).trim();
  if (words === '') return { field, typed, problem: 'required', value: '' };
  if (field === 'name')
    return { field, typed, problem: [...words].length > longestInReport.name ? 'too_long' : null, value: words };
  const value = field === 'email' ? parseEmail(words) : parsePhone(words);
  const notOne = field === 'email' ? 'not_an_email' : 'not_a_phone';
  return { field, typed, problem: value === null ? notOne : null, value: value ?? '' };
};
