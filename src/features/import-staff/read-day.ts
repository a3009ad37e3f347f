import { daysLater, isDay } from '../../domain/calendar.ts';

/** A day however a spreadsheet or a person writes it: 2026-11-24, 24/11/2026, 24-11-2026, 24.11.2026, 46350; null: it is none. */
export const readDay = (written: string): string | null => {
  if (isDay(written)) return withinReach(written);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written) ?? [];
  if (year !== '') {
    const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(typed) ? withinReach(typed) : null;
  }
  return /^\d{5}(?:\.0+)?$/.test(written) ? withinReach(daysLater(firstOfExcel, Math.trunc(Number(written)))) : null;
};

/** Day 1 is the first of January 1900, and 1900 counts as a leap year there: from March of that year on this is day 0. */
const firstOfExcel = '1899-12-30';

const withinReach = (day: string): string | null => (day >= '2000-01-01' && day <= '2099-12-31' ? day : null);
