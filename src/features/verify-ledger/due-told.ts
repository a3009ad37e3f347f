import type { ClockKind } from '../../domain/clocks.ts';
import { dueOf, type Length, type Pause } from '../../domain/due.ts';
import { endOfDay } from '../../domain/last-day.ts';
import type { Policy } from '../../domain/policy.ts';
import { reportClasses } from '../../domain/report.ts';
import type { City } from '../../store/city.ts';
import type { ClockTold } from './clocks-told.ts';
import type { StoredEvent } from './queries.ts';

export type Span = { readonly earliest: string; readonly latest: string };

export const isWithin = (instant: string, { earliest, latest }: Span): boolean =>
  instant >= earliest && instant <= latest;

/**
 * Between which instants a clock may be due by its start, the policy and what happened since. One instant for what is counted in hours or calendar
 * days, or was promised. Working days give a span: at the least without any holiday, at the most with all that the calendar of the city has, since a
 * year's holidays are entered when they are decreed; and with every pause that there was, where the clock knows pauses.
 */
export const dueTold = (
  told: ClockTold & { readonly id: string },
  events: readonly StoredEvent[],
  policy: Policy,
  city: City,
): Span => {
  const { zone } = city.calendar;
  const until = told.by.payload['until'];
  if (told.kind === 'promise' && typeof until === 'string') return only(endOfDay(until, zone));
  const bare = { ...city.calendar, holidays: new Map() };
  const pauses = pausesOf(told, events);
  const isExtended = events.some(({ kind, payload }) => kind === 'extended' && payload['clockId'] === told.id);
  const extension = isExtended ? policy.kipExtension : null;
  const spans = lengthsOf(told, events, policy).map((length) => {
    const { startedAt } = told;
    return {
      earliest: dueOf({ startedAt, length, extension, pauses: [] }, { calendar: bare, policy }).dueAt,
      latest: dueOf({ startedAt, length, extension, pauses }, { calendar: city.calendar, policy }).dueAt,
    };
  });
  const earliest = spans.map((span) => span.earliest).toSorted();
  const latest = spans.map((span) => span.latest).toSorted();
  return { earliest: earliest[0] ?? told.startedAt, latest: latest.at(-1) ?? told.startedAt };
};

const only = (instant: string): Span => ({ earliest: instant, latest: instant });

/** More than one only for an answer to a report that was given another class. */
const lengthsOf = ({ kind, by }: ClockTold, events: readonly StoredEvent[], policy: Policy): readonly Length[] => {
  if (kind === 'answer') return classesOf(by, events).map((reportClass) => policy.answer[reportClass]);
  if (kind === 'promise') return [];
  return [kind === 'validation' && by.kind === 'disputed' ? policy.dispute : policy.clocks[kind]];
};

/** Those it has had since its answer was owed; where nobody had given it one by then, what the citizen said it is. */
const classesOf = (by: StoredEvent, events: readonly StoredEvent[]) => {
  const given = events.flatMap(({ payload }) => payload['class'] ?? []);
  const had = by.kind === 'verified' ? given : [events[0]?.payload['kind'], ...given];
  return reportClasses.filter((reportClass) => had.includes(reportClass));
};

/** Those that stand still while the reporter is asked. */
export const pausingClocks: readonly ClockKind[] = ['verify', 'follow_up', 'answer', 'decision'];
const continuing: readonly ClockKind[] = ['answer', 'decision', 'kip'];

const pausesOf = ({ kind, startedAt }: ClockTold, events: readonly StoredEvent[]): readonly Pause[] =>
  [
    ...(pausingClocks.includes(kind) ? askedPauses(events) : []),
    ...(continuing.includes(kind) ? settledPauses(events) : []),
  ]
    .filter((pause) => pause.until >= startedAt)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** While the reporter was asked: until the report went on, by an answer or without one. */
export const askedPauses = (events: readonly StoredEvent[]): readonly Pause[] =>
  events.flatMap((event, index) => {
    if (event.kind !== 'reporter_asked') return [];
    const end = events.slice(index).find(({ payload: { to } }) => to !== undefined && to !== 'needs_info');
    return end === undefined ? [] : [{ from: event.at.toISOString(), until: end.at.toISOString() }];
  });

const settling: readonly string[] = ['approved', 'answer_shared', 'rejected', 'handed_over'];

/** While the matter seemed settled: from the first answer until the objection that reopened it. */
const settledPauses = (events: readonly StoredEvent[]): readonly Pause[] => {
  const reopenings = events.flatMap((event, index) => (event.kind === 'reopened' ? [index] : []));
  return reopenings.flatMap((until, index) => {
    const life = events.slice(index === 0 ? 0 : reopenings[index - 1], until);
    const settled = life.find(({ kind }) => settling.includes(kind));
    const objection = life.findLast(({ kind }) => kind === 'disputed');
    if (settled === undefined || objection === undefined) return [];
    return [{ from: settled.at.toISOString(), until: objection.at.toISOString() }];
  });
};
