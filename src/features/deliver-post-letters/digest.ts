import { daysLater } from '../../domain/calendar.ts';
import { localDay, timeOfDay } from '../../domain/time.ts';

/** The last moment at which summaries go, `time` of each day in a zone: after a downtime there is one, and it is dated by it. */
export const lastDigest = (now: string, time: string, zone: string): string => {
  const today = localDay(now, zone);
  const todays = timeOfDay(today, time, zone);
  return todays <= now ? todays : timeOfDay(daysLater(today, -1), time, zone);
};
