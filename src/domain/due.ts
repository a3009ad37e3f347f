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
import { endOfDay } from './last-day.ts';
import { officeTimeBetween, officeTimeLater } from './office-time.ts';
import { elapsed, later, localDay } from './time.ts';

export const lengthUnits = ['hours', 'office_hours', 'working_days', 'calendar_days'] as const;
export type LengthUnit = (typeof lengthUnits)[number];
export type Length = { readonly n: number; readonly unit: LengthUnit };

/** `dueAt` is the first instant that is too late. */
export type Due = { readonly dueAt: string; readonly provisional: boolean };

export type Pause = { readonly from: string; readonly until: string };

/** All that a due date follows from. A pause that goes on has moved nothing yet. */
export type History = {
  readonly startedAt: string;
  readonly length: Length;
  /** How much longer it was made; null or nothing: it was not. */
  readonly extension?: Length | null;
  readonly pauses: readonly { readonly from: string; readonly until: string | null }[];
};

/**
 * When something is due by its whole history: its start, an extension, then each pause in turn. Whoever counts it again, now or in a year, under the
 * same calendar gets the same date.
 */
export const dueOf = ({ startedAt, length, extension = null, pauses }: History, count: DayCount): Due =>
  pauses
    .flatMap(({ from, until }) => (until === null ? [] : [{ from, until }]))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce(
      (due, pause) => dueAfterPause(due, length.unit, pause, count),
      extended(dueAfter(startedAt, length, count.calendar, count.policy), extension, count),
    );

/**
 * When something started at an instant is due. Hours run on, office hours while the offices are open; days are counted from the day after and end at
 * 24:00 of the zone. Provisional when working days or office hours were counted into or across a year without a calendar.
 */
export const dueAfter = (start: string, length: Length, calendar: Calendar, policy: WorkingWeek): Due => {
  if (length.unit === 'hours') return { dueAt: later(start, length.n * HOUR_MS), provisional: false };
  if (length.unit === 'office_hours') return dueInOffice(start, length.n * HOUR_MS, { calendar, policy });
  return dueInDays(localDay(start, calendar.zone), length, { calendar, policy });
};

/** So much longer: days from its last day on, hours from its last instant. */
const extended = (due: Due, extension: Length | null, { calendar, policy }: DayCount): Due => {
  if (extension === null) return due;
  const isInHours = extension.unit === 'hours' || extension.unit === 'office_hours';
  const { dueAt, provisional } = dueAfter(isInHours ? due.dueAt : later(due.dueAt, -1), extension, calendar, policy);
  return { dueAt, provisional: due.provisional || provisional };
};

/**
 * The due date after a pause: what was left when it began is left when it ends. A pause within one day changes nothing, and what was
 * already too late stays so. Never earlier than before, and as provisional as before: what was left was counted on the same years.
 */
export const dueAfterPause = (due: Due, unit: LengthUnit, pause: Pause, count: DayCount): Due => {
  if (due.dueAt <= pause.from) return due;
  if (unit === 'hours') return { ...due, dueAt: later(due.dueAt, elapsed(pause.from, pause.until)) };
  const after = unit === 'office_hours' ? officeLeft(due, pause, count) : daysLeft(due, unit, pause, count);
  return after.dueAt > due.dueAt ? { ...after, provisional: due.provisional || after.provisional } : due;
};

const HOUR_MS = 3_600_000;

const daysLeft = (due: Due, unit: LengthUnit, pause: Pause, count: DayCount): Due => {
  const { zone } = count.calendar;
  const left = { n: daysIn(localDay(pause.from, zone), lastDay(due.dueAt, zone), unit, count), unit };
  return dueInDays(localDay(pause.until, zone), left, count);
};

const officeLeft = (due: Due, pause: Pause, count: DayCount): Due =>
  dueInOffice(pause.until, officeTimeBetween(pause.from, due.dueAt, count), count);

const dueInOffice = (start: string, ms: number, count: DayCount): Due => {
  const dueAt = officeTimeLater(start, ms, count);
  const { zone } = count.calendar;
  return { dueAt, provisional: isCountedBlindly(localDay(start, zone), localDay(dueAt, zone), count.calendar) };
};

const lastDay = (dueAt: string, zone: string): string => daysLater(localDay(dueAt, zone), -1);

const dueInDays = (after: string, { n, unit }: Length, count: DayCount): Due => {
  const { calendar } = count;
  if (unit !== 'working_days') return { dueAt: endOfDay(daysLater(after, n), calendar.zone), provisional: false };
  const day = workingDaysLater(after, n, count);
  // The day of the start is not counted itself, unless nothing was left and it is the last one too.
  const first = day === after ? day : daysLater(after, 1);
  return { dueAt: endOfDay(day, calendar.zone), provisional: isCountedBlindly(first, day, calendar) };
};

const daysIn = (after: string, through: string, unit: LengthUnit, count: DayCount): number =>
  unit === 'working_days' ? workingDaysBetween(after, through, count) : daysBetween(after, through);

/** Whether the days from the first through the last lie in, or reach across, a year whose holidays are not entered. */
const isCountedBlindly = (first: string, last: string, { yearsKnown }: Calendar): boolean => {
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!yearsKnown.has(year)) return true;
  return false;
};
