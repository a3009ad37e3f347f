import type { HolidayRow } from './calendar.ts';

/** A day off as it is entered: what it is called, and where it is decreed. */
export type NamedHoliday = HolidayRow & { readonly name: string; readonly source: string };

export type WantedDays = { readonly add: readonly NamedHoliday[]; readonly remove: readonly HolidayRow[] };

/** What a change of the days off comes to. */
export type ChangedDays = {
  readonly added: readonly NamedHoliday[];
  readonly removed: readonly NamedHoliday[];
  /** To be added, and there already: left as they are. */
  readonly already: readonly NamedHoliday[];
  /** To be added, and named more than once: the first one is taken. */
  readonly doubled: readonly NamedHoliday[];
  /** To be taken away, and not there. */
  readonly unknown: readonly HolidayRow[];
  /** The calendar afterwards. */
  readonly after: readonly NamedHoliday[];
};

/**
 * What is taken away goes first, then what is added comes: so a day is corrected in one change. The preview of a change and the change itself both
 * go by this.
 */
export const changedDays = (before: readonly NamedHoliday[], { add, remove }: WantedDays): ChangedDays => {
  const wanted = add.filter((row, index) => !has(add.slice(0, index), row));
  const stays = (row: NamedHoliday): boolean => !has(remove, row) || wanted.some((other) => isAlike(other, row));
  const kept = before.filter(stays);
  const added = wanted.filter((row) => !has(kept, row));
  return {
    added,
    removed: before.filter((row) => !stays(row)),
    already: wanted.filter((row) => has(kept, row)),
    doubled: add.filter((row, index) => has(add.slice(0, index), row)),
    unknown: remove.filter((row) => !has(before, row)),
    after: [...kept, ...added],
  };
};

const isSameDay = (one: HolidayRow, other: HolidayRow): boolean => one.day === other.day && one.kind === other.kind;

const has = (rows: readonly HolidayRow[], row: HolidayRow): boolean => rows.some((other) => isSameDay(other, row));

const isAlike = (one: NamedHoliday, other: NamedHoliday): boolean =>
  isSameDay(one, other) && one.name === other.name && one.source === other.source;

/** How many years before and after this one days may be entered for: what lies farther is a slip of the hand. */
export const yearsToEnter = 5;

export const isYearToEnter = (year: number, thisYear: number): boolean => Math.abs(year - thisYear) <= yearsToEnter;
