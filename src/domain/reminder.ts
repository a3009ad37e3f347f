import { daysLater, isWorkingDay, workingDaysLater, type DayCount } from './calendar.ts';
import { expiringClocks, type ClockKind, type RunningClock } from './clocks.ts';
import { endOfDay } from './last-day.ts';
import { expiringClockOf } from './moves/expiry.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './policy.ts';
import type { Report } from './report.ts';
import { later, localDay, timeOfDay } from './time.ts';

export type RemindedClock = (typeof expiringClocks)[number];
export type Reminding = { readonly policy: Policy; readonly calendar: DayCount['calendar'] };

/**
 * Tells the reporter that the time they were offered is about to run out, dated by the moment at which that was to be said, however late the sweep
 * comes. Null when there is nothing to say: they have replied, it is not time yet, it has run out, or they were told of this date before.
 */
export const reminded = (report: Report, clockId: string, at: string, reminding: Reminding): Outcome | null => {
  const clock = expiringClockOf(report, clockId);
  if (clock === null || !isReminded(clock.kind) || at >= clock.dueAt) return null;
  const moment = reminderMoment(clock.kind, clock.dueAt, reminding);
  // A date that has moved is said again only if the moment to say it lies behind the one at which it was said.
  const isNew = moment > (clock.reminder?.at ?? clock.startedAt);
  return isNew && moment <= at ? reminder(clock, moment) : null;
};

/** An offer so short that the moment to remind of its end was over when it began: the letter that made it has said all. */
export const isNeverReminded = ({ kind, dueAt, startedAt, reminder }: RunningClock, reminding: Reminding): boolean =>
  isReminded(kind) && reminder === null && reminderMoment(kind, dueAt, reminding) <= startedAt;

/** When the offices open on the day so many days before the last one: working days before the end of a reply, calendar days before that of a completion. */
export const reminderMoment = (kind: RemindedClock, dueAt: string, { policy, calendar }: Reminding): string => {
  const { zone } = calendar;
  const lastDay = localDay(later(dueAt, -1), zone);
  return timeOfDay(dayBefore(kind, lastDay, { policy, calendar }), policy.office.from, zone);
};

/** The instant up to which clocks are due whose reminder is due now: the later a clock is due, the later comes its reminder. */
export const remindedUntil = (kind: RemindedClock, at: string, { policy, calendar }: Reminding): string => {
  const { zone } = calendar;
  const today = localDay(at, zone);
  const opened = timeOfDay(today, policy.office.from, zone) <= at ? today : daysLater(today, -1);
  const days = policy.remindDaysBefore[kind];
  const isWorking = kind === 'reply_window' && days > 0;
  return endOfDay(isWorking ? workingDaysLater(opened, days, { calendar, policy }) : daysLater(opened, days), zone);
};

const isReminded = (kind: ClockKind): kind is RemindedClock => expiringClocks.some((one) => one === kind);

const reminder = ({ id, kind, dueAt }: RunningClock, at: string): Outcome => ({
  report: {},
  events: [{ kind: 'reminded', payload: { clock: kind, clockId: id, dueAt }, secrets: {}, tellsReporter: true, at }],
  clocks: [{ do: 'remind', id, at, dueAt }],
  assignments: [],
  merges: [],
});

const dayBefore = (kind: RemindedClock, lastDay: string, { policy, calendar }: Reminding): string => {
  let [day, left] = [lastDay, policy.remindDaysBefore[kind]];
  while (left > 0) {
    day = daysLater(day, -1);
    if (kind === 'completion' || isWorkingDay(day, { calendar, policy })) left -= 1;
  }
  return day;
};
