import { longestInReport } from '../../domain/limits.ts';
import type { Problem } from '../../domain/refusal.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { parseEmail, parsePhone } from '../../store/contact.ts';
import { personFields, type Identity, type PersonField } from '../../store/person.ts';

/** What was typed into the form, what is wrong with it, and what it means. What was left empty stays as it is. */
export type TypedContact = {
  readonly typed: Identity;
  readonly problems: { readonly [Field in PersonField]?: Problem };
  readonly values: Identity;
};

export const readContact = (fields: FormFields): TypedContact => {
  const read = personFields.map((field) => readField(field, textOf(fields, field)));
  return {
    typed: Object.fromEntries(read.map(({ field, typed }) => [field, typed])),
    problems: Object.fromEntries(read.flatMap(({ field, problem }) => (problem === null ? [] : [[field, problem]]))),
    values: Object.fromEntries(read.flatMap(({ field, value }) => (value === null ? [] : [[field, value]]))),
  };
};

type ReadField = {
  readonly field: PersonField;
  readonly typed: string;
  readonly problem: Problem | null;
  /** Null: nothing was typed, or nothing that can be put on record. */
  readonly value: string | null;
};

const readField = (field: PersonField, typed: string): ReadField => {
  const words = withoutTricks(typed).trim();
  if (words === '') return { field, typed, problem: null, value: null };
  if (field === 'name') {
    const isLong = [...words].length > longestInReport.name;
    return { field, typed, problem: isLong ? 'too_long' : null, value: isLong ? null : words };
  }
  const value = field === 'email' ? parseEmail(words) : parsePhone(words);
  const notOne = field === 'email' ? 'not_an_email' : 'not_a_phone';
  return { field, typed, problem: value === null ? notOne : null, value };
};
