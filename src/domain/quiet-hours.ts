import { daysLater, isWorkingDay, workingDaysLater, type DayCount } from './calendar.ts';
import { localDay, timeOfDay } from './time.ts';

/** From an evening to a morning, or within one day, in times of the zone (`HH:MM`); the two alike: never. */
export type QuietHours = { readonly from: string; readonly until: string };

export type AtWork = DayCount & { readonly policy: { readonly notices: { readonly quiet: QuietHours } } };

/** When somebody may be told: now, or when the city's quiet hours are over. */
export const quietUntil = (now: string, { calendar: { zone }, policy }: AtWork): string =>
  afterQuiet(now, policy.notices.quiet, zone);

/** The same by anybody's quiet hours. */
export const afterQuiet = (now: string, { from, until }: QuietHours, zone: string): string => {
  const today = localDay(now, zone);
  const [begins, ends] = [timeOfDay(today, from, zone), timeOfDay(today, until, zone)];
  if (from <= until) return begins <= now && now < ends ? ends : now;
  if (now < ends) return ends;
  return now < begins ? now : timeOfDay(daysLater(today, 1), until, zone);
};

/** When people are at work again: now, in the morning, or when the offices open after the days off, which begin when they close. */
export const backAtWork = (now: string, atWork: AtWork): string => {
  const { calendar, policy } = atWork;
  const told = quietUntil(now, atWork);
  const day = localDay(told, calendar.zone);
  if (isWorkingDay(day, atWork) && !(isBeforeDaysOff(day, atWork) && told >= closing(day, atWork))) return told;
  return timeOfDay(workingDaysLater(day, 1, atWork), policy.office.from, calendar.zone);
};

/** When the offices closed for the days off into which an instant falls, until they open again; null: it falls into none. */
export const closingBefore = (instant: string, count: DayCount): string | null => {
  const { zone } = count.calendar;
  let last = localDay(instant, zone);
  while (!isWorkingDay(last, count) || closing(last, count) >= instant) last = daysLater(last, -1);
  const opens = timeOfDay(workingDaysLater(last, 1, count), count.policy.office.from, zone);
  return isBeforeDaysOff(last, count) && instant <= opens ? closing(last, count) : null;
};

const isBeforeDaysOff = (day: string, count: DayCount): boolean => !isWorkingDay(daysLater(day, 1), count);

const closing = (day: string, { calendar, policy }: DayCount): string =>
  timeOfDay(day, policy.office.until, calendar.zone);
