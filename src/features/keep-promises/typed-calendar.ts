import { isDay, yearOf, type HolidayKind, type HolidayRow } from '../../domain/calendar.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { TypedCalendar } from './calendar-form.view.tsx';
import type { NamedDay } from './queries.ts';

export type CalendarProblem =
  | { readonly field: 'reason' | 'source'; readonly problem: 'required' }
  | { readonly field: 'lines'; readonly problem: 'unchanged' }
  /** The number of the line that cannot be read. */
  | { readonly field: 'lines'; readonly problem: 'unreadable'; readonly line: number };

export type ReadCalendar = {
  readonly add: readonly NamedDay[];
  readonly removed: readonly NamedDay[];
  readonly problems: readonly CalendarProblem[];
};

export const typedCalendarOf = (fields: FormFields, year: number): TypedCalendar => ({
  year,
  lines: textOf(fields, 'lines'),
  source: textOf(fields, 'source').trim(),
  remove: textsOf(fields, 'remove').flatMap((days) => days.split(',')),
  reason: textOf(fields, 'reason').trim(),
});

/** How a day is called in the form. */
export const dayKey = ({ day, kind }: HolidayRow): string => `${day} ${kind}`;

/** What was typed, as days; every line that says no day is a problem. What is added and removed alike is removed. */
export const calendarTyped = (typed: TypedCalendar, days: readonly NamedDay[]): ReadCalendar => {
  const lines = typed.lines
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ line, text }) => ({ line, day: dayIn(text, typed.source) }));
  const removed = days.filter((day) => typed.remove.includes(dayKey(day)));
  const add = lines.flatMap(({ day }) => day ?? []);
  const unreadable = lines.flatMap(({ line, day }) =>
    day === null ? [{ field: 'lines', problem: 'unreadable', line } as const] : [],
  );
  return { add, removed, problems: [...unreadable, ...problemsOf(typed, lines.length, removed.length)] };
};

const problemsOf = ({ source, reason }: TypedCalendar, added: number, removed: number): readonly CalendarProblem[] => [
  ...(added + removed === 0 ? [{ field: 'lines', problem: 'unchanged' } as const] : []),
  ...(added > 0 && source === '' ? [{ field: 'source', problem: 'required' } as const] : []),
  ...(reason === '' ? [{ field: 'reason', problem: 'required' } as const] : []),
];

const dayIn = (line: string, source: string): NamedDay | null => {
  const [day = '', kindWord = '', ...rest] = line.split(/[;\t]/).map((part) => part.trim());
  const kind = kindsByWord[kindWord.toLowerCase()];
  const name = rest.join('; ');
  return isDay(day) && yearOf(day) >= firstYear && kind !== undefined && name !== ''
    ? { day, kind, name, source }
    : null;
};

const firstYear = 1945;

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
