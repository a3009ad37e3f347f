import { isDay } from '../../domain/calendar.ts';
import { hasVisibleWords, oldestDay } from '../../domain/limits.ts';
import type { Problem } from '../../domain/refusal.ts';
import { withoutTricks } from '../../domain/shown-text.ts';
import type { Village } from '../../store/city.ts';
import { parseEmail, parsePhone } from '../../store/contact.ts';
import type { Identity } from '../../store/person.ts';
import { undotted } from './typed-village.ts';

/** One field as it was understood. With a problem the value is only a placeholder. */
export type Reading<Value> = {
  readonly value: Value;
  readonly problem?: Problem;
  /** By how many characters it is too long. */
  readonly over?: number;
};

/** A line of text without the blanks around it, and without signs that could make it read otherwise than it is written. */
export const lineOf = (typed: string, limit: number): Reading<string> => within(withoutTricks(typed).trim(), limit);

/** The words themselves, as they were typed; something of them must be visible. */
export const storyOf = (typed: string, limit: number): Reading<string> =>
  hasVisibleWords(typed) ? within(typed, limit) : { value: typed, problem: 'required' };

/** Counted in characters as a person counts them: an emoji is one or two, never four. */
const within = (value: string, limit: number): Reading<string> => {
  const over = [...value].length - limit;
  return over > 0 ? { value, problem: 'too_long', over } : { value };
};

/** What was sent, looked up in a table of all that may be sent; nothing sent is `otherwise`. */
export const choiceOf = <Choice, Otherwise>(
  choices: ReadonlyMap<string, Choice>,
  typed: string,
  otherwise: Otherwise,
): Reading<Choice | Otherwise> => {
  const sent = typed.trim();
  if (sent === '') return { value: otherwise };
  const choice = choices.get(sent);
  return choice === undefined ? { value: otherwise, problem: 'unknown' } : { value: choice };
};

/** A Kemendagri code, with its dots or without. */
export const villageOf = (villages: readonly Village[], typed: string): Reading<string | null> =>
  choiceOf(new Map(villages.map(({ code }) => [undotted(code), code])), undotted(typed), null);

/** `2026-11-24`, or as people write it: 24-11-2026, 24/11/2026. */
export const dayOf = (typed: string, today: string): Reading<string | null> => {
  const sent = typed.trim();
  if (sent === '') return { value: null };
  const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(sent);
  const day = written === null ? sent : `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}`;
  if (!isDay(day) || day < oldestDay) return { value: null, problem: 'not_a_date' };
  return day > today ? { value: null, problem: 'in_the_future' } : { value: day };
};

/** A degree, with a point or a comma. One without the other is no place. */
export const coordinateOf = (typed: string, other: string, limit: number): Reading<number | null> => {
  const sent = typed.trim().replace(',', '.');
  if (sent === '') return other.trim() === '' ? { value: null } : { value: null, problem: 'required' };
  const degrees = /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(sent) ? Number(sent) : Number.NaN;
  return Math.abs(degrees) <= limit ? { value: degrees } : { value: null, problem: 'not_a_number' };
};

/** A contact in its stored form. */
export const contactOf = (
  typed: string,
  parse: (typed: string) => string | null,
  problem: Problem,
): Reading<string | null> => {
  if (typed.trim() === '') return { value: null };
  const value = parse(typed);
  return value === null ? { value, problem } : { value };
};

/** One field for either: what has an @ is an address, everything else a number. */
export const eitherContactOf = (typed: string): Reading<Pick<Identity, 'phone' | 'email'>> => {
  const isMail = typed.includes('@');
  const { value, problem } = isMail
    ? contactOf(typed, parseEmail, 'not_an_email')
    : contactOf(typed, parsePhone, 'not_a_phone');
  if (problem !== undefined) return { value: {}, problem };
  return { value: value === null ? {} : isMail ? { email: value } : { phone: value } };
};
