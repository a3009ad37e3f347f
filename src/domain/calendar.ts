/** Which day counts as a working day. Days are `YYYY-MM-DD` of the tenant's zone; nothing here knows instants (see `due.ts`). */
export const holidayKinds = ['national', 'joint_leave', 'regional'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export type Calendar = {
  /** IANA name: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT), or any other. */
  readonly zone: string;
  readonly holidays: ReadonlyMap<string, HolidayKind>;
  /** The years whose holidays are entered (`nationalDaysOfAYear`). What is counted beyond them is provisional. */
  readonly yearsKnown: ReadonlySet<number>;
};

/** What the policy says of the days between. Sundays never work. */
export type WorkingWeek = {
  readonly saturdayWorks: boolean;
  readonly jointLeaveWorks: boolean;
  /** When the offices open and close on a working day: `HH:MM` of the zone. */
  readonly office: { readonly from: string; readonly until: string };
};

/** How days are counted; whatever carries both (a policy is a working week) may be passed. */
export type DayCount = { readonly calendar: Calendar; readonly policy: WorkingWeek };

export type HolidayRow = { readonly day: string; readonly kind: HolidayKind };

/** A day with two reasons to be off keeps the one that cannot be worked: joint leave is the weakest. */
export const calendarFrom = (zone: string, rows: readonly HolidayRow[]): Calendar => {
  const weakestFirst = rows.toSorted((a, b) => Number(b.kind === 'joint_leave') - Number(a.kind === 'joint_leave'));
  return {
    zone,
    holidays: new Map(weakestFirst.map((row) => [row.day, row.kind])),
    yearsKnown: new Set([...nationalDays(rows)].flatMap(([year, days]) => (days < nationalDaysOfAYear ? [] : [year]))),
  };
};

/**
 * With so many national holidays a year counts as known. The number is our own: the decrees of Indonesia name 15 to 17 a year, so a year with fewer
 * than ten was begun and not finished, and one day typed ahead of the others must not make its dates certain.
 */
export const nationalDaysOfAYear = 10;

/** How many national holidays are entered of each year that has any. */
export const nationalDays = (rows: readonly HolidayRow[]): ReadonlyMap<number, number> => {
  const days = new Set(rows.filter(({ kind }) => kind === 'national').map(({ day }) => day));
  return new Map([...Map.groupBy(days, yearOf)].map(([year, own]) => [year, own.length]));
};

export const yearOf = (day: string): number => Number(day.slice(0, 4));

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFrom(numberOf(text)) === text;

export const daysLater = (day: string, days: number): string => dayFrom(numberOf(day) + days);

/** Days from one to the other; negative when the second lies before. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

export const isWorkingDay = (day: string, count: DayCount): boolean => isWorkingNumber(numberOf(day), count);

/** The n-th working day after a day, which is not counted itself. With 0 left: that day, or the first working day after it. */
export const workingDaysLater = (day: string, days: number, count: DayCount): string => {
  let found = numberOf(day);
  let left = days;
  while (left > 0) {
    found += 1;
    if (isWorkingNumber(found, count)) left -= 1;
  }
  while (!isWorkingNumber(found, count)) found += 1;
  return dayFrom(found);
};

/** Working days after the first day, through the last. */
export const workingDaysBetween = (after: string, through: string, count: DayCount): number => {
  const last = numberOf(through);
  let working = 0;
  for (let day = numberOf(after) + 1; day <= last; day += 1) if (isWorkingNumber(day, count)) working += 1;
  return working;
};

const SUNDAY = 0;
const SATURDAY = 6;
const DAY_MS = 86_400_000;

/** Days are counted from 1 January 1970, which was a Thursday. */
const THURSDAY = 4;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayFrom = (number: number): string =>
  Number.isNaN(number) ? '' : new Date(number * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (number: number): number => (((number + THURSDAY) % 7) + 7) % 7;

/** The weekday first: it tells most days apart, and needs no name of the day. */
const isWorkingNumber = (number: number, { calendar, policy }: DayCount): boolean => {
  const weekday = weekdayOf(number);
  if (weekday === SUNDAY || (weekday === SATURDAY && !policy.saturdayWorks)) return false;
  if (calendar.holidays.size === 0) return true;
  const holiday = calendar.holidays.get(dayFrom(number));
  return holiday === undefined || (holiday === 'joint_leave' && policy.jointLeaveWorks);
};
