import { daysLater, isWorkingDay, type DayCount } from './calendar.ts';
import { elapsed, later, localDay, timeOfDay } from './time.ts';

/** The instant at which so much time has passed while the offices were open: on working days, from opening to closing. */
export const officeTimeLater = (start: string, ms: number, count: DayCount): string => {
  let left = ms;
  for (let day = localDay(start, count.calendar.zone); ; day = daysLater(day, 1)) {
    const open = openOn(day, count);
    const from = start > open.from ? start : open.from;
    const there = elapsed(from, open.until);
    if (there <= 0) continue;
    if (left <= there) return later(from, left);
    left -= there;
  }
};

/** Milliseconds between two instants during which the offices were open. */
export const officeTimeBetween = (from: string, until: string, count: DayCount): number => {
  const lastDay = localDay(until, count.calendar.zone);
  let open = 0;
  for (let day = localDay(from, count.calendar.zone); day <= lastDay; day = daysLater(day, 1)) {
    const hours = openOn(day, count);
    const begins = from > hours.from ? from : hours.from;
    const ends = until < hours.until ? until : hours.until;
    open += Math.max(0, elapsed(begins, ends));
  }
  return open;
};

/** On a day off they open and close in one moment. */
const openOn = (day: string, count: DayCount): { readonly from: string; readonly until: string } => {
  const { zone } = count.calendar;
  const { from, until } = count.policy.office;
  const opens = timeOfDay(day, from, zone);
  return { from: opens, until: isWorkingDay(day, count) ? timeOfDay(day, until, zone) : opens };
};
