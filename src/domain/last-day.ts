import { daysLater } from './calendar.ts';
import { later, localDay, startOfDay } from './time.ts';

/** The first instant after a day. A span is half open: it is over when its last day is. */
export const endOfDay = (day: string, zone: string): string => startOfDay(daysLater(day, 1), zone);

/** The moment before a span is over, which is still within its last day. */
export const lastMoment = (end: Date | string): string => later(typeof end === 'string' ? end : end.toISOString(), -1);

export const lastDayOf = (end: Date | string, zone: string): string => localDay(lastMoment(end), zone);
