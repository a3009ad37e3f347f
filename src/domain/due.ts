import {
  daysBetween,
  daysLater,
  workingDaysBetween,
  workingDaysLater,
  yearOf,
  type Calendar,
  type DayCount,
  type WorkingWeek,
} from './calendar.ts';
import { elapsed, later, localDay, startOfDay } from './time.ts';

export const lengthUnits = ['hours', 'working_days', 'calendar_days'] as const;
export type LengthUnit = (typeof lengthUnits)[number];
export type Length = { readonly n: number; readonly unit: LengthUnit };

/** `dueAt` is the first instant that is too late. */
export type Due = { readonly dueAt: string; readonly provisional: boolean };

export type Pause = { readonly from: string; readonly until: string };

/**
 * When something started at an instant is due. Hours run on; days are counted from the day after and end at 24:00 of the zone.
 * Provisional when working days were counted into a year without a calendar.
 */
export const dueAfter = (start: string, length: Length, calendar: Calendar, policy: WorkingWeek): Due => {
  if (length.unit === 'hours') return { dueAt: later(start, length.n * HOUR_MS), provisional: false };
  return dueOn(daysAfter(localDay(start, calendar.zone), length, { calendar, policy }), length.unit, calendar);
};

/** The end of a day somebody promised. */
export const endOfDay = (day: string, zone: string): string => startOfDay(daysLater(day, 1), zone);

/**
 * The due date after a pause: what was left when it began is left when it ends. A pause within one day changes nothing, and what was
 * already too late stays so. Never earlier than before.
 */
export const dueAfterPause = (due: Due, unit: LengthUnit, pause: Pause, count: DayCount): Due => {
  if (due.dueAt <= pause.from) return due;
  if (unit === 'hours') return { ...due, dueAt: later(due.dueAt, elapsed(pause.from, pause.until)) };
  const { zone } = count.calendar;
  const left = { n: daysIn(localDay(pause.from, zone), lastDay(due.dueAt, zone), unit, count), unit };
  const after = dueOn(daysAfter(localDay(pause.until, zone), left, count), unit, count.calendar);
  return after.dueAt > due.dueAt ? after : due;
};

/**
 * The same start with another length. The days a pause (or a time in `resolved`) has added to the old due date are added to the new one.
 */
export const dueWithLength = (
  clock: Due & { readonly startedAt: string },
  was: Length,
  is: Length,
  count: DayCount,
): Due => {
  const base = dueAfter(clock.startedAt, is, count.calendar, count.policy);
  const before = dueAfter(clock.startedAt, was, count.calendar, count.policy);
  if (clock.dueAt <= before.dueAt) return base;
  const pause = { from: before.dueAt, until: clock.dueAt };
  if (is.unit === 'hours') return { ...base, dueAt: later(base.dueAt, elapsed(pause.from, pause.until)) };
  const { zone } = count.calendar;
  const added = { n: daysIn(lastDay(pause.from, zone), lastDay(pause.until, zone), is.unit, count), unit: is.unit };
  return dueOn(daysAfter(lastDay(base.dueAt, zone), added, count), is.unit, count.calendar);
};

/** Days left stay left when the calendar changes: a holiday more makes it due later, a holiday less earlier, a day gone by changes nothing. */
export const dueWithCalendar = (
  due: Due,
  unit: LengthUnit,
  since: string,
  [before, after]: readonly [DayCount, DayCount],
): Due => {
  if (unit !== 'working_days' || due.dueAt <= since) return due;
  const { zone } = after.calendar;
  const today = localDay(since, zone);
  const left = { n: daysIn(today, lastDay(due.dueAt, zone), unit, before), unit };
  return dueOn(daysAfter(today, left, after), unit, after.calendar);
};

const HOUR_MS = 3_600_000;

const lastDay = (dueAt: string, zone: string): string => daysLater(localDay(dueAt, zone), -1);

const daysAfter = (day: string, length: Length, count: DayCount): string =>
  length.unit === 'working_days' ? workingDaysLater(day, length.n, count) : daysLater(day, length.n);

const daysIn = (after: string, through: string, unit: LengthUnit, count: DayCount): number =>
  unit === 'working_days' ? workingDaysBetween(after, through, count) : daysBetween(after, through);

const dueOn = (day: string, unit: LengthUnit, calendar: Calendar): Due => ({
  dueAt: endOfDay(day, calendar.zone),
  provisional: unit === 'working_days' && !calendar.yearsKnown.has(yearOf(day)),
});
