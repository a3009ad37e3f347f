import { describe, expect, test } from 'vitest';

import { calendarFrom, yearOf, type HolidayRow, type WorkingWeek } from './calendar.ts';
import { holidaysOfIndonesia } from './calendar-id.ts';
import { dueAfter, dueAfterPause, dueOf, type Length } from './due.ts';
import { endOfDay, lastDayOf as lastDayIn } from './last-day.ts';

const office = { from: '08:00', until: '16:00' } as const;
const week: WorkingWeek = { saturdayWorks: false, jointLeaveWorks: false, office };
const jakarta = calendarFrom('Asia/Jakarta', holidaysOfIndonesia);
const count = { calendar: jakarta, policy: week };
const workingDays = (n: number): Length => ({ n, unit: 'working_days' });

/** The last day on which it is in time. */
const lastDayOf = (dueAt: string, zone = 'Asia/Jakarta'): string => lastDayIn(dueAt, zone);

/** 10:00 WIB of a day. */
const morning = (day: string): string => `${day}T03:00:00.000Z`;

describe('working days around the feasts of 2026', () => {
  const vectors = [
    ['2026-03-17', 3, '2026-03-27', '2026-03-23'],
    ['2026-03-17', 5, '2026-03-31', '2026-03-25'],
    ['2026-03-17', 14, '2026-04-14', '2026-04-08'],
    ['2026-03-17', 60, '2026-06-26', '2026-06-18'],
    ['2026-02-13', 3, '2026-02-20', '2026-02-19'],
    ['2026-02-13', 5, '2026-02-24', '2026-02-23'],
    ['2026-02-13', 14, '2026-03-09', '2026-03-06'],
    ['2026-02-13', 60, '2026-05-25', '2026-05-15'],
  ] as const;

  test.each(vectors)(
    '%s and %i working days end on %s, or on %s where joint leave is worked',
    (from, n, off, worked) => {
      const free = dueAfter(morning(from), workingDays(n), jakarta, week);
      const working = dueAfter(morning(from), workingDays(n), jakarta, { ...week, jointLeaveWorks: true });
      expect([lastDayOf(free.dueAt), free.provisional]).toEqual([off, false]);
      expect([lastDayOf(working.dueAt), working.provisional]).toEqual([worked, false]);
    },
  );

  test('the year 2026 has 240 working days', () => {
    const last = dueAfter('2025-12-31T03:00:00.000Z', workingDays(240), jakarta, week);
    const next = dueAfter('2025-12-31T03:00:00.000Z', workingDays(241), jakarta, week);
    expect(lastDayOf(last.dueAt)).toBe('2026-12-31');
    expect(lastDayOf(next.dueAt).slice(0, 4)).toBe('2027');
  });

  test('60 working days from 21 November 2026 are 16 February 2027, provisional without a calendar of 2027', () => {
    const due = dueAfter(morning('2026-11-21'), workingDays(60), jakarta, week);
    expect(lastDayOf(due.dueAt)).toBe('2027-02-16');
    expect(due.provisional).toBe(true);
  });

  test('a city that works on Saturdays answers sooner', () => {
    const due = dueAfter(morning('2026-07-03'), workingDays(5), jakarta, { ...week, saturdayWorks: true });
    expect(lastDayOf(due.dueAt)).toBe('2026-07-09');
  });
});

describe('days end at 24:00 of the zone', () => {
  test('the due instant is the midnight after the last day', () => {
    expect(dueAfter(morning('2026-07-01'), workingDays(1), jakarta, week).dueAt).toBe('2026-07-02T17:00:00.000Z');
  });

  test('filed on Friday 23:59 and on Saturday 00:01 are due on the same Monday evening', () => {
    const friday = dueAfter('2026-07-03T16:59:00.000Z', workingDays(1), jakarta, week);
    const saturday = dueAfter('2026-07-03T17:01:00.000Z', workingDays(1), jakarta, week);
    expect(lastDayOf(friday.dueAt)).toBe('2026-07-06');
    expect(saturday).toEqual(friday);
  });

  test('the same instant is already the next day in the east', () => {
    const instant = '2026-07-06T16:00:00.000Z';
    const east = calendarFrom('Asia/Jayapura', holidaysOfIndonesia);
    expect(lastDayOf(dueAfter(instant, workingDays(1), jakarta, week).dueAt)).toBe('2026-07-07');
    expect(lastDayOf(dueAfter(instant, workingDays(1), east, week).dueAt, 'Asia/Jayapura')).toBe('2026-07-08');
  });

  test('hours run through night and feast', () => {
    const due = dueAfter('2026-03-20T16:30:00.000Z', { n: 24, unit: 'hours' }, jakarta, week);
    expect(due).toEqual({ dueAt: '2026-03-21T16:30:00.000Z', provisional: false });
  });

  test('calendar days ask no calendar', () => {
    const due = dueAfter(morning('2026-12-20'), { n: 30, unit: 'calendar_days' }, jakarta, week);
    expect([lastDayOf(due.dueAt), due.provisional]).toEqual(['2027-01-19', false]);
  });
});

describe('a pause', () => {
  const due = dueAfter(morning('2026-07-01'), workingDays(5), jakarta, week);

  test('gives back the working days that were left', () => {
    const after = dueAfterPause(
      due,
      'working_days',
      { from: morning('2026-07-03'), until: morning('2026-07-13') },
      count,
    );
    expect(lastDayOf(due.dueAt)).toBe('2026-07-08');
    expect(lastDayOf(after.dueAt)).toBe('2026-07-16');
  });

  test('within one day changes nothing', () => {
    const pause = { from: '2026-07-03T01:00:00.000Z', until: '2026-07-03T09:00:00.000Z' };
    expect(dueAfterPause(due, 'working_days', pause, count)).toEqual(due);
  });

  test('nor when the last day has become a day off: it never ends earlier than before', () => {
    const onSunday = { dueAt: endOfDay('2026-07-12', jakarta.zone), provisional: false };
    const pause = { from: '2026-07-09T01:00:00.000Z', until: '2026-07-09T09:00:00.000Z' };
    expect(dueAfterPause(onSunday, 'working_days', pause, count)).toEqual(onSunday);
  });

  test('from the last day to a Saturday ends on Monday', () => {
    const after = dueAfterPause(
      due,
      'working_days',
      { from: morning('2026-07-08'), until: morning('2026-07-11') },
      count,
    );
    expect(lastDayOf(after.dueAt)).toBe('2026-07-13');
  });

  test('saves nothing that was already late', () => {
    const pause = { from: due.dueAt, until: morning('2026-08-03') };
    expect(dueAfterPause(due, 'working_days', pause, count)).toEqual(due);
  });

  test('of hours gives back the hours', () => {
    const hours = dueAfter('2026-07-01T03:00:00.000Z', { n: 24, unit: 'hours' }, jakarta, week);
    const pause = { from: '2026-07-01T10:00:00.000Z', until: '2026-07-01T13:30:00.000Z' };
    expect(dueAfterPause(hours, 'hours', pause, count).dueAt).toBe('2026-07-02T06:30:00.000Z');
  });

  test('of calendar days gives back the days', () => {
    const days = dueAfter(morning('2026-07-01'), { n: 14, unit: 'calendar_days' }, jakarta, week);
    const after = dueAfterPause(
      days,
      'calendar_days',
      { from: morning('2026-07-03'), until: morning('2026-07-08') },
      count,
    );
    expect(lastDayOf(after.dueAt)).toBe('2026-07-20');
  });

  test('keeps its days when a holiday is added meanwhile', () => {
    const pause = { from: morning('2026-07-03'), until: morning('2026-07-13') };
    const added: HolidayRow = { day: '2026-07-14', kind: 'regional' };
    const changed = { calendar: calendarFrom('Asia/Jakarta', [...holidaysOfIndonesia, added]), policy: week };
    const history = { startedAt: morning('2026-07-01'), length: workingDays(5), pauses: [pause] };
    expect(lastDayOf(dueOf(history, count).dueAt)).toBe('2026-07-16');
    expect(lastDayOf(dueOf(history, changed).dueAt)).toBe('2026-07-17');
  });
});

describe('a whole history', () => {
  const startedAt = morning('2026-07-01');
  const pauses = [
    { from: morning('2026-07-02'), until: morning('2026-07-06') },
    { from: morning('2026-07-07'), until: morning('2026-07-09') },
  ] as const;

  test('without pauses is the start and the length', () => {
    expect(dueOf({ startedAt, length: workingDays(5), pauses: [] }, count)).toEqual(
      dueAfter(startedAt, workingDays(5), jakarta, week),
    );
  });

  test('gives back the days of two pauses, whatever the order they are told in', () => {
    const due = dueOf({ startedAt, length: workingDays(5), pauses }, count);
    expect(lastDayOf(due.dueAt)).toBe('2026-07-14');
    expect(dueOf({ startedAt, length: workingDays(5), pauses: pauses.toReversed() }, count)).toEqual(due);
  });

  test('keeps them with another length', () => {
    expect(lastDayOf(dueOf({ startedAt, length: workingDays(14), pauses }, count).dueAt)).toBe('2026-07-27');
  });

  test('has lost nothing yet to a pause that goes on', () => {
    const open = [...pauses, { from: morning('2026-07-10'), until: null }];
    expect(dueOf({ startedAt, length: workingDays(5), pauses: open }, count)).toEqual(
      dueOf({ startedAt, length: workingDays(5), pauses }, count),
    );
  });
});

describe('a calendar that changes', () => {
  const history = { startedAt: morning('2026-07-01'), length: workingDays(5), pauses: [] };
  const withHoliday = (day: string) => ({
    calendar: calendarFrom('Asia/Jakarta', [...holidaysOfIndonesia, { day, kind: 'national' }]),
    policy: week,
  });

  /** As if only these years had been decreed; of a year that is not yet, New Year and nine days of December. */
  const withDecreed = (years: readonly number[]) => ({
    calendar: calendarFrom('Asia/Jakarta', years.flatMap(decreeOf)),
    policy: week,
  });
  const decreeOf = (year: number): readonly HolidayRow[] => {
    const known = holidaysOfIndonesia.filter(({ day }) => yearOf(day) === year);
    const days = ['01-01', ...Array.from({ length: 9 }, (_, n) => `12-0${n + 1}`)];
    return known.length > 0 ? known : days.map((day) => ({ day: `${year}-${day}`, kind: 'national' }));
  };

  test.each([
    ['ahead', '2026-07-07', '2026-07-09'],
    ['on the last day', '2026-07-08', '2026-07-09'],
    ['declared after it was over', '2026-07-02', '2026-07-09'],
    ['on a Sunday', '2026-07-05', '2026-07-08'],
    ['after the last day', '2026-07-09', '2026-07-08'],
  ])('a holiday %s counts as if it had always been there', (_when, day, last) => {
    expect(lastDayOf(dueOf(history, withHoliday(day)).dueAt)).toBe(last);
  });

  test('the decree of a new year makes a provisional date certain', () => {
    const long = { startedAt: morning('2026-11-21'), length: workingDays(60), pauses: [] };
    expect(dueOf(long, count).provisional).toBe(true);
    const known = dueOf(long, withDecreed([2026, 2027]));
    expect([lastDayOf(known.dueAt), known.provisional]).toEqual(['2027-02-17', false]);
  });

  test('a date that was counted across a year without a calendar is provisional, whatever is known of the year it lies in', () => {
    const across = { startedAt: morning('2025-12-15'), length: workingDays(14), pauses: [] };
    expect(dueOf(across, withDecreed([2025, 2026])).provisional).toBe(false);
    expect(dueOf(across, withDecreed([2026])).provisional).toBe(true);
    const inOffice = { ...across, length: { n: 14 * 8, unit: 'office_hours' } } as const;
    expect(dueOf(inOffice, withDecreed([2026])).provisional).toBe(true);
    const fromTheLastDay = { ...across, startedAt: morning('2025-12-31') };
    expect(dueOf(fromTheLastDay, withDecreed([2026])).provisional).toBe(false);
  });

  test('a pause that carries a date out of such a year leaves it provisional: what was left was counted there', () => {
    const pauses = [{ from: morning('2025-12-22'), until: morning('2026-03-02') }];
    const paused = { startedAt: morning('2025-12-15'), length: workingDays(8), pauses };
    const certain = dueOf(paused, withDecreed([2025, 2026]));
    expect([lastDayOf(certain.dueAt).slice(0, 7), certain.provisional]).toEqual(['2026-03', false]);
    expect(dueOf(paused, withDecreed([2026])).provisional).toBe(true);
  });
});

describe('office hours', () => {
  const officeHours = (n: number): Length => ({ n, unit: 'office_hours' });
  /** Wall clock of Jakarta in July: WIB has no summer. */
  const wib = (day: string, time: string): string => new Date(`${day}T${time}:00+07:00`).toISOString();
  const dueIn = (n: number, start: string, calendar = jakarta): string =>
    dueAfter(start, officeHours(n), calendar, week).dueAt;

  test.each([
    ['within a day', 3, wib('2026-07-01', '09:00'), wib('2026-07-01', '12:00')],
    ['to the closing hour, not to the next morning', 7, wib('2026-07-01', '09:00'), wib('2026-07-01', '16:00')],
    ['over night', 8, wib('2026-07-01', '14:30'), wib('2026-07-02', '14:30')],
    ['from before the opening', 2, wib('2026-07-01', '05:00'), wib('2026-07-01', '10:00')],
    ['from after the closing', 2, wib('2026-07-01', '20:00'), wib('2026-07-02', '10:00')],
    ['over a week end', 24, wib('2026-07-03', '12:00'), wib('2026-07-08', '12:00')],
    ['over the feast', 4, wib('2026-03-17', '14:00'), wib('2026-03-25', '10:00')],
  ])('pass %s', (_how, n, start, dueAt) => {
    expect(dueIn(n, start)).toBe(dueAt);
  });

  test('are those of the zone', () => {
    const east = calendarFrom('Asia/Jayapura', holidaysOfIndonesia);
    expect(dueIn(2, wib('2026-07-01', '05:00'), east)).toBe(wib('2026-07-01', '08:00'));
  });

  test('in a year without a calendar are provisional', () => {
    expect(dueAfter(wib('2026-12-31', '15:00'), officeHours(1), jakarta, week).provisional).toBe(false);
    expect(dueAfter(wib('2026-12-31', '15:00'), officeHours(2), jakarta, week).provisional).toBe(true);
  });

  test('left at a pause are left at its end', () => {
    const due = dueAfter(wib('2026-07-01', '09:00'), officeHours(8), jakarta, week);
    const pause = { from: wib('2026-07-01', '13:00'), until: wib('2026-07-03', '15:00') };
    expect(dueAfterPause(due, 'office_hours', pause, count).dueAt).toBe(wib('2026-07-06', '11:00'));
  });

  test('a pause while they are closed takes none', () => {
    const due = dueAfter(wib('2026-07-01', '15:00'), officeHours(2), jakarta, week);
    const night = { from: wib('2026-07-01', '17:00'), until: wib('2026-07-02', '07:00') };
    expect(dueAfterPause(due, 'office_hours', night, count)).toEqual(due);
  });
});
