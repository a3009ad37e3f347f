import { nationalDaysOfAYear } from '../../domain/calendar.ts';
import { yearsToEnter } from '../../domain/changed-days.ts';
import { showNumber } from '../../domain/report-number.ts';
import { formatDeadline } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { CalendarPreview, PreviewedMove, ShortYear } from '../../store/preview-calendar.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { CalendarFormProps, TypedCalendar } from './calendar-form.view.tsx';
import type { CalendarPreviewProps, ShownMove } from './calendar-preview.view.tsx';
import { dayWords } from './days.ts';
import type { NamedDay } from './queries.ts';
import { dayKey, type CalendarProblem } from './typed-calendar.ts';

export const calendarFormProps = (
  frame: PageFrame,
  typed: TypedCalendar,
  days: readonly NamedDay[],
  problems: readonly CalendarProblem[] = [],
): CalendarFormProps => ({
  frame,
  typed,
  days: days.map((day) => ({ value: dayKey(day), label: dayWords(frame, day) })),
  problems: [...Map.groupBy(problems, ({ field }) => field)].map(([field, own]) => {
    const text = own.map((problem) => problemWords(frame, problem)).join(' ');
    return { field, text, named: namedProblem(frame.t(labels[field]), text) };
  }),
});

const labels = {
  lines: 'promises.edit.add',
  source: 'promises.edit.source',
  reason: 'promises.edit.reason',
} as const;

const problemWords = ({ t }: PageFrame, problem: CalendarProblem): string => {
  switch (problem.problem) {
    case 'unreadable':
      return `${t('promises.edit.line', { line: problem.line })} ${t('promises.edit.lineProblem')}`;
    case 'far': {
      const years = { from: String(problem.thisYear - yearsToEnter), until: String(problem.thisYear + yearsToEnter) };
      return `${t('promises.edit.line', { line: problem.line })} ${t('promises.edit.lineFar', years)}`;
    }
    case 'unchanged':
    case 'unchangedDays':
      return t(`promises.edit.${problem.problem}`);
    case 'required':
    case 'too_long':
      return t(`refusal.problem.${problem.problem}`);
    default:
      return problem satisfies never;
  }
};

type Previewed = {
  readonly typed: TypedCalendar;
  readonly preview: CalendarPreview;
  /** The version of the calendar that the preview was made of. */
  readonly version: number;
  readonly isChanged: boolean;
};

export const calendarPreviewProps = (
  frame: PageFrame,
  tenant: Tenant,
  { typed, preview, version, isChanged }: Previewed,
): CalendarPreviewProps => {
  const { t } = frame;
  const { moves, count, marked, changed } = preview;
  const words = (days: readonly NamedDay[]): readonly string[] => days.map((day) => dayWords(frame, day));
  return {
    frame,
    isChanged,
    added: words(changed.added),
    removed: words(changed.removed),
    already: words(changed.already),
    doubled: words(changed.doubled),
    source: typed.source,
    reason: typed.reason,
    shortYears: preview.shortYears.map((year) => shortYearWords(frame, year)),
    effect: effectWords(frame, preview),
    shown: count > moves.length ? t('promises.edit.movesShown', { count: moves.length }) : null,
    marked: marked === 0 ? null : t('promises.edit.marked', { count: marked }),
    moves: moves.map((move) => shownMove(frame, tenant, move)),
    hidden: {
      tahun: String(typed.year),
      lines: typed.lines,
      source: typed.source,
      remove: typed.remove.join(','),
      reason: typed.reason,
      version: String(version),
    },
  };
};

const effectWords = ({ t }: PageFrame, { count, reports }: CalendarPreview): string =>
  count === 0
    ? t('promises.edit.movesNone')
    : `${t('promises.edit.moves', { count })} ${t('promises.edit.movesIn', { count: reports })}.`;

const shortYearWords = ({ t }: PageFrame, { year, days }: ShortYear): string =>
  t('promises.edit.shortYear', { year: String(year), days, least: nationalDaysOfAYear });

const shownMove = ({ t, language }: PageFrame, tenant: Tenant, move: PreviewedMove): ShownMove => {
  const now = tenant.clock.now().toISOString();
  return {
    key: `${move.number} ${move.clock} ${move.before}`,
    number: showNumber(move.number),
    clock: t(`state.clock.${move.clock}`),
    before: formatDeadline(move.before, tenant.zone, language, now),
    after: formatDeadline(move.after, tenant.zone, language, now),
  };
};
