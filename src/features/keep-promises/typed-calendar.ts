import { isDay, yearOf, type HolidayKind, type HolidayRow } from '../../domain/calendar.ts';
import { isYearToEnter, type WantedDays } from '../../domain/changed-days.ts';
import { longestInRule } from '../../domain/limits.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { TypedCalendar } from './calendar-form.view.tsx';
import type { NamedDay } from './queries.ts';

export type CalendarProblem =
  | { readonly field: 'reason' | 'source'; readonly problem: 'required' | 'too_long' }
  /** Nothing was typed, or only what the calendar says already. */
  | { readonly field: 'lines'; readonly problem: 'unchanged' | 'unchangedDays' }
  /** The number of the line that cannot be read, or is of a year too far from this one. */
  | {
      readonly field: 'lines';
      readonly problem: 'unreadable' | 'far';
      readonly line: number;
      readonly thisYear: number;
    };

export type ReadCalendar = WantedDays & { readonly problems: readonly CalendarProblem[] };

export const typedCalendarOf = (fields: FormFields, year: number): TypedCalendar => ({
  year,
  lines: textOf(fields, 'lines'),
  source: textOf(fields, 'source').trim(),
  remove: textsOf(fields, 'remove').flatMap((days) => days.split(',')),
  reason: textOf(fields, 'reason').trim(),
});

/** How a day is called in the form. */
export const dayKey = ({ day, kind }: HolidayRow): string => `${day} ${kind}`;

/** What was typed, as days; every line that says no day, or one of a far year, is a problem. */
export const calendarTyped = (typed: TypedCalendar, days: readonly NamedDay[], thisYear: number): ReadCalendar => {
  const lines = typed.lines
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ line, text }) => ({ line, day: dayIn(text, typed.source) }));
  const remove = days.filter((day) => typed.remove.includes(dayKey(day)));
  const wrong = lines.flatMap(({ line, day }) => {
    const problem = lineProblem(day, thisYear);
    return problem === null ? [] : [{ field: 'lines', problem, line, thisYear } as const];
  });
  return {
    add: lines.flatMap(({ day }) => day ?? []),
    remove,
    problems: [...wrong, ...problemsOf(typed, lines.length, remove.length)],
  };
};

const lineProblem = (day: NamedDay | null, thisYear: number): 'unreadable' | 'far' | null => {
  if (day === null) return 'unreadable';
  return isYearToEnter(yearOf(day.day), thisYear) ? null : 'far';
};

const problemsOf = ({ source, reason }: TypedCalendar, added: number, removed: number): readonly CalendarProblem[] => [
  ...(added + removed === 0 ? [{ field: 'lines', problem: 'unchanged' } as const] : []),
  ...(added > 0 || source !== '' ? wordsProblem('source', source) : []),
  ...wordsProblem('reason', reason),
];

const wordsProblem = (field: 'reason' | 'source', words: string): readonly CalendarProblem[] => {
  if (words === '') return [{ field, problem: 'required' }];
  return words.length > longestInRule[field] ? [{ field, problem: 'too_long' }] : [];
};

const dayIn = (line: string, source: string): NamedDay | null => {
  const [day = '', kindWord = '', ...rest] = line.split(/[;\t]/).map((part) => part.trim());
  const kind = kindsByWord[kindWord.toLowerCase()];
  const name = rest.join('; ');
  return isDay(day) && kind !== undefined && name !== '' ? { day, kind, name, source } : null;
};

/** As people of either language write them, and as the tables name them. */
const kindsByWord: Readonly<Record<string, HolidayKind | undefined>> = {
  national: 'national',
  nasional: 'national',
  'libur nasional': 'national',
  joint_leave: 'joint_leave',
  'joint leave': 'joint_leave',
  'cuti bersama': 'joint_leave',
  regional: 'regional',
  daerah: 'regional',
  'libur daerah': 'regional',
};
