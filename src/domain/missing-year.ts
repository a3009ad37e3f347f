import { daysLater, yearOf, type Calendar } from './calendar.ts';
import { localDay } from './time.ts';

/** The longest clock, 60 working days, takes some 90 days, and 120 where it is paused or crosses a long holiday: so far a due date may reach. */
const reachInDays = 120;

/** The first year that a clock started now may reach and whose national holidays are not, or not all, entered; null: all are known. */
export const missingYear = ({ zone, yearsKnown }: Calendar, now: string): number | null => {
  const today = localDay(now, zone);
  const reached = [yearOf(today), yearOf(daysLater(today, reachInDays))];
  return reached.find((year) => !yearsKnown.has(year)) ?? null;
};
