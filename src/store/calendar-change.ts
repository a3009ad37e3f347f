import { isDay, yearOf, type HolidayRow } from '../domain/calendar.ts';
import { endOfDay } from '../domain/last-day.ts';
import { startOfDay } from '../domain/time.ts';
import type { Tx } from './tx.ts';

/** The instants between which the clocks run that a change of the calendar may move; null when it changes nothing. */
export type Reach = { readonly from: Date; readonly until: Date };

/** A national holiday, added or taken away, may make a whole year known or unknown, and with it the dates in it certain or provisional. */
export const reachOf = (rows: readonly HolidayRow[], zone: string): Reach | null => {
  const first = rows.map(({ day, kind }) => (kind === 'national' ? `${yearOf(day)}-01-01` : day)).toSorted()[0];
  const last = rows
    .map(({ day, kind }) => (kind === 'national' ? `${yearOf(day)}-12-31` : day))
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  return { from: new Date(startOfDay(first, zone)), until: new Date(endOfDay(last, zone)) };
};

/** The days that a change has added and taken away; null when there is no such change in this city. */
export const readChangedDays = async (
  tx: Tx,
  tenantId: string,
  changeId: string,
): Promise<readonly HolidayRow[] | null> => {
  const change = await tx
    .selectFrom('calendar_change')
    .select(['added', 'removed'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', changeId)
    .executeTakeFirst();
  return change === undefined ? null : [change.added, change.removed].flatMap(daysIn);
};

/** How often the calendar has been changed: whoever was shown a change by another number has not seen what it would do now. */
export const readCalendarVersion = async (tx: Tx, tenantId: string): Promise<number> => {
  const { changes } = await tx
    .selectFrom('calendar_change')
    .select(({ fn }) => fn.countAll<string>().as('changes'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Number(changes);
};

/** Every day that was off once and was taken away since: clocks that have stopped were counted by it. */
export const readRemovedDays = async (tx: Tx, tenantId: string): Promise<readonly HolidayRow[]> => {
  const changes = await tx.selectFrom('calendar_change').select('removed').where('tenant_id', '=', tenantId).execute();
  return changes.flatMap(({ removed }) => daysIn(removed));
};

const daysIn = (rows: unknown): readonly HolidayRow[] => (Array.isArray(rows) ? rows.filter(isHolidayRow) : []);

const isHolidayRow = (row: unknown): row is HolidayRow =>
  typeof row === 'object' &&
  row !== null &&
  'kind' in row &&
  'day' in row &&
  typeof row.day === 'string' &&
  isDay(row.day);
