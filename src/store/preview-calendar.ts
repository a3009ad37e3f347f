import { calendarFrom, nationalDays, nationalDaysOfAYear } from '../domain/calendar.ts';
import { changedDays, type ChangedDays, type WantedDays } from '../domain/changed-days.ts';
import type { ClockKind } from '../domain/clocks.ts';
import { recountsOf } from '../domain/recounted-clocks.ts';
import { reachOf } from './calendar-change.ts';
import { readHolidays } from './change-calendar.ts';
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

/** A year that has not enough national holidays to be known, and how many it has. */
export type ShortYear = { readonly year: number; readonly days: number };

/** Of what moves. */
type Effect = {
  /** The first 50, in the order of the reports. */
  readonly moves: readonly PreviewedMove[];
  /** How many dates would move, in how many reports. */
  readonly count: number;
  readonly reports: number;
  /** How many dates would stay and lose their mark as provisional, or gain it. */
  readonly marked: number;
};

export type CalendarPreview = Effect & {
  /** What would change: nothing else is saved. */
  readonly changed: ChangedDays;
  /** The years whose national holidays it changes and that would not be known afterwards. */
  readonly shortYears: readonly ShortYear[];
};

const shown = 50;
const batchSize = 500;

/**
 * What a change of the calendar would do to the clocks that are open now; nothing is written. By the same rules as the change and the recount
 * themselves. Its days must be days.
 */
export const previewCalendar = async (
  tx: Tx,
  tenantId: string,
  city: City,
  wanted: WantedDays,
): Promise<CalendarPreview> => {
  const changed = changedDays(await readHolidays(tx, tenantId), wanted);
  return { ...(await effectOf(tx, tenantId, city, changed)), changed, shortYears: shortYearsOf(changed) };
};

const effectOf = async (
  tx: Tx,
  tenantId: string,
  city: City,
  { added, removed, after }: ChangedDays,
): Promise<Effect> => {
  const { zone } = city.calendar;
  const reach = reachOf([...added, ...removed], zone);
  const calendar = calendarFrom(zone, after);
  let effect: Effect = { moves: [], count: 0, reports: 0, marked: 0 };
  let afterId: string | undefined = reach === null ? undefined : beforeTheFirst;
  while (reach !== null && afterId !== undefined) {
    const reports = await readOpenClocks(tx, tenantId, { reach, afterId, limit: batchSize });
    for (const report of reports) {
      const policy = await policyFor(tx, tenantId, city, report);
      effect = withReport(effect, report.number, recountsOf(report, { policy, calendar }));
    }
    afterId = reports.length === batchSize ? reports.at(-1)?.id : undefined;
  }
  return effect;
};

const shortYearsOf = ({ added, removed, after }: ChangedDays): readonly ShortYear[] => {
  const days = nationalDays(after);
  return [...nationalDays([...added, ...removed]).keys()]
    .toSorted((a, b) => a - b)
    .map((year) => ({ year, days: days.get(year) ?? 0 }))
    .filter((year) => year.days < nationalDaysOfAYear);
};

const withReport = (effect: Effect, number: string, recounts: ReturnType<typeof recountsOf>): Effect => {
  const moves = recounts
    .filter(({ clock, due }) => clock.dueAt !== due.dueAt)
    .map(({ clock, due }) => ({ number, clock: clock.kind, before: clock.dueAt, after: due.dueAt }));
  return {
    moves: [...effect.moves, ...moves].slice(0, shown),
    count: effect.count + moves.length,
    reports: effect.reports + Math.sign(moves.length),
    marked: effect.marked + recounts.length - moves.length,
  };
};
