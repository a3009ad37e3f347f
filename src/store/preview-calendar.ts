import { calendarFrom, type Calendar, type HolidayRow } from '../domain/calendar.ts';
import type { ClockKind } from '../domain/clocks.ts';
import { recountsOf } from '../domain/recounted-clocks.ts';
import { reachOf } from './calendar-change.ts';
import { readHolidays, type CalendarChange } from './change-calendar.ts';
import type { City } from './city.ts';
import { beforeTheFirst, readOpenClocks } from './open-clocks.ts';
import { policyFor } from './policy-for.ts';
import type { Tx } from './tx.ts';

export type PreviewedMove = {
  readonly number: string;
  readonly clock: ClockKind;
  readonly before: string;
  readonly after: string;
};

export type CalendarPreview = {
  /** The first 50, in the order of the reports. */
  readonly moves: readonly PreviewedMove[];
  /** How many dates would move, in how many reports. */
  readonly count: number;
  readonly reports: number;
  /** How many dates would stay and lose their mark as provisional, or gain it. */
  readonly marked: number;
};

const shown = 50;
const batchSize = 500;

/**
 * What a change of the calendar would do to the clocks that run now; nothing is written. By the same rule as the recount itself. Its days
 * must be days: `calendarProblems` says so first.
 */
export const previewCalendar = async (
  tx: Tx,
  tenantId: string,
  city: City,
  change: Pick<CalendarChange, 'add' | 'remove'>,
): Promise<CalendarPreview> => {
  const { zone } = city.calendar;
  const reach = reachOf([...change.add, ...change.remove], zone);
  const calendar = calendarAfter(zone, await readHolidays(tx, tenantId), change);
  let preview: CalendarPreview = { moves: [], count: 0, reports: 0, marked: 0 };
  let afterId: string | undefined = reach === null ? undefined : beforeTheFirst;
  while (reach !== null && afterId !== undefined) {
    const reports = await readOpenClocks(tx, tenantId, { reach, afterId, limit: batchSize });
    for (const report of reports) {
      const policy = await policyFor(tx, tenantId, city, report);
      preview = withReport(preview, report.number, recountsOf(report, { policy, calendar }));
    }
    afterId = reports.length === batchSize ? reports.at(-1)?.id : undefined;
  }
  return preview;
};

/** The calendar as it would be. */
const calendarAfter = (
  zone: string,
  before: readonly HolidayRow[],
  { add, remove }: Pick<CalendarChange, 'add' | 'remove'>,
): Calendar => {
  const isRemoved = (row: HolidayRow) => remove.some(({ day, kind }) => day === row.day && kind === row.kind);
  return calendarFrom(zone, [...before.filter((row) => !isRemoved(row)), ...add]);
};

const withReport = (
  preview: CalendarPreview,
  number: string,
  recounts: ReturnType<typeof recountsOf>,
): CalendarPreview => {
  const moves = recounts
    .filter(({ clock, due }) => clock.dueAt !== due.dueAt)
    .map(({ clock, due }) => ({ number, clock: clock.kind, before: clock.dueAt, after: due.dueAt }));
  return {
    moves: [...preview.moves, ...moves].slice(0, shown),
    count: preview.count + moves.length,
    reports: preview.reports + Math.sign(moves.length),
    marked: preview.marked + recounts.length - moves.length,
  };
};
