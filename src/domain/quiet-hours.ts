import { daysLater, isWorkingDay, workingDaysLater, type DayCount } from './calendar.ts';
import { localDay, timeOfDay } from './time.ts';

/** From an evening to a morning, or within one day, in times of the zone (`HH:MM`); the two alike: never. */
export type QuietHours = { readonly from: string; readonly until: string };

export type AtWork = DayCount & { readonly policy: { readonly notices: { readonly quiet: QuietHours } } };

/** When somebody may be told: now, or when the quiet hours are over. */
export const quietUntil = (now: string, { calendar: { zone }, policy }: AtWork): string => {
  const { from, until } = policy.notices.quiet;
  const today = localDay(now, zone);
  const [begins, ends] = [timeOfDay(today, from, zone), timeOfDay(today, until, zone)];
  if (from <= until) return begins <= now && now < ends ? ends : now;
  if (now < ends) return ends;
  return now < begins ? now : timeOfDay(daysLater(today, 1), until, zone);
};

/** When people are at work again: now, in the morning, or when the offices open after the days off. */
export const backAtWork = (now: string, atWork: AtWork): string => {
  const { calendar, policy } = atWork;
  const told = quietUntil(now, atWork);
  const day = localDay(told, calendar.zone);
  if (isWorkingDay(day, atWork)) return told;
  return timeOfDay(workingDaysLater(day, 1, atWork), policy.office.from, calendar.zone);
};
