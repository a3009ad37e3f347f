import type { ClockKind } from '../../domain/clocks.ts';
import type { StoredEvent } from './queries.ts';

/** A clock that must be there: its kind, and the event that started it. */
export type ClockTold = { readonly kind: ClockKind; readonly startedAt: string; readonly by: StoredEvent };

/** Every clock that these events have started. */
export const clocksTold = (events: readonly StoredEvent[]): readonly ClockTold[] =>
  events.reduce<readonly ClockTold[]>((told, event) => [...told, ...startedBy(event, told, events[0])], []);

const atFiling = ['first_answer', 'verify', 'completeness'] as const;
const ofHandling = ['follow_up', 'answer', 'decision'] as const;

const startedBy = (
  event: StoredEvent,
  before: readonly ClockTold[],
  filed: StoredEvent | undefined,
): readonly ClockTold[] => {
  const startedAt = event.at.toISOString();
  const kinds = [
    ...atFilingOf(event),
    ...(everyTime[event.kind] ?? []),
    ...(isArrival(event) ? (arrivals[event.kind] ?? []) : []),
  ];
  const once = startsHandling.includes(event.kind)
    ? ofHandling.filter((kind) => before.every((clock) => clock.kind !== kind))
    : [];
  // A request for information is owed its answer from the day it was filed, whenever it is found to be one.
  const isFoundToAsk = event.kind === 'verified' && asksForInformation(event.payload['class']);
  const kip = isFoundToAsk && filed !== undefined && before.every((clock) => clock.kind !== 'kip') ? [filed] : [];
  return [
    ...[...kinds, ...once].map((kind) => ({ kind, startedAt, by: event })),
    ...kip.map(({ at }) => ({ kind: 'kip', startedAt: at.toISOString(), by: event }) as const),
  ];
};

const atFilingOf = ({ kind, payload }: StoredEvent): readonly ClockKind[] => {
  if (kind !== 'filed') return [];
  return asksForInformation(payload['kind']) ? [...atFiling, 'kip'] : atFiling;
};

/** Whether a class (or what the citizen said it is) is one with a clock of its own by law. */
export const asksForInformation = (reportClass: unknown): boolean => reportClass === 'information_request';

const startsHandling: readonly string[] = ['verified', 'reopened', 'returned_from_transfer'];

const everyTime: Readonly<Record<string, readonly ClockKind[]>> = {
  reporter_asked: ['completion'],
  rejected: ['reply_window'],
  approved: ['reply_window'],
  upheld: ['reply_window'],
  handed_over: ['reply_window'],
  disputed: ['validation'],
  transferred: ['outside'],
  postponed: ['promise'],
};

/** Only when the report came to where the event leads: an agency's part of an answer starts nothing while others work on. */
const arrivals: Readonly<Record<string, readonly ClockKind[]>> = {
  answered: ['validation'],
  answer_shared: ['reply_window'],
};

const isArrival = ({ payload: { to } }: StoredEvent): boolean => to === 'answered' || to === 'resolved';
