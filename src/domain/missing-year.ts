import { yearOf, type Calendar } from './calendar.ts';
import { localDay } from './time.ts';

/** This year or the next, if not all its national holidays are entered: dates that reach into it are provisional. Null: both are known. */
export const missingYear = ({ zone, yearsKnown }: Calendar, now: string): number | null => {
  const thisYear = yearOf(localDay(now, zone));
  return [thisYear, thisYear + 1].find((year) => !yearsKnown.has(year)) ?? null;
};
