import { formatNumber } from '../platform/i18n/format.ts';
import type { Language } from '../platform/i18n/language.ts';
import { promises as english } from './texts/en/promises.ts';
import { promises } from './texts/id/promises.ts';
import type { Text } from './texts/text.ts';

/** What a rule is about: `clock.first_answer` as "Tanggapan pertama yang ditulis petugas"; a rule without words is called by its key. */
export const ruleName = (t: Text, key: string): string => {
  const name = nameOf(key);
  return isKeyOf(promises.rule, name) ? t(`promises.rule.${name}`) : key;
};

/** Where the rule of a clock stands; the time for an answer is another for each class. */
export const groundsOf = (clock: string, reportClass: string): string =>
  `/bantuan/dasar-hukum#${clock === 'answer' ? `answer-${reportClass}` : clock}`;

/** The mark of a rule on that page: `clock.answer.complaint` as `answer-complaint`; undefined for one that is no clock. */
export const ruleMark = (key: string): string | undefined =>
  key.startsWith('clock.') ? key.slice('clock.'.length).replaceAll('.', '-') : undefined;

/** When a clock starts, stops and stands still; null for a rule that is no clock. The answer clocks of all classes run alike. */
export const ruleRuns = (t: Text, key: string): string | null => {
  if (!key.startsWith('clock.')) return null;
  const name = nameOf(key.startsWith('clock.answer.') ? 'answer' : key.slice('clock.'.length));
  return isKeyOf(promises.runs, name) ? t(`promises.runs.${name}`) : null;
};

/** "14 hari kerja", "Ya", "08.00", "10". */
export const ruleValue = (t: Text, language: Language, value: unknown): string => {
  if (typeof value === 'boolean') return t(value ? 'promises.value.yes' : 'promises.value.no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'string') return language === 'id' ? value.replace(/^(\d\d):(\d\d)$/, '$1.$2') : value;
  return isLength(value) ? t(`promises.value.${value.unit}`, { count: value.n }) : JSON.stringify(value);
};

/** A source that every city starts with, in the language of the page; what a city wrote itself stands as written. */
export const ruleSource = (t: Text, source: string): string => {
  const name = Object.keys(english.source).find(
    (key) => isKeyOf(english.source, key) && english.source[key] === source,
  );
  return name !== undefined && isKeyOf(promises.source, name) ? t(`promises.source.${name}`) : source;
};

const units = ['hours', 'office_hours', 'working_days', 'calendar_days'] as const;

const isLength = (value: unknown): value is { readonly n: number; readonly unit: (typeof units)[number] } =>
  typeof value === 'object' &&
  value !== null &&
  'n' in value &&
  'unit' in value &&
  typeof value.n === 'number' &&
  units.some((unit) => unit === value.unit);

const nameOf = (key: string): string => key.replaceAll('.', '_');

const isKeyOf = <Words extends object>(words: Words, name: string): name is keyof Words & string =>
  Object.hasOwn(words, name);
