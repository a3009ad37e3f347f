import type { StoredEvent, StoredReport } from './queries.ts';

type Row = StoredReport['row'];
type Value = Row[string];

/** What the row of a report must say after its events, by column. Every event that carries a value sets it; nothing else does. */
export const rowTold = (events: readonly StoredEvent[]): Row => events.reduce(afterEvent, beforeAnything);

const beforeAnything: Row = {
  class: null,
  category_id: null,
  village_code: null,
  occurred_on: null,
  closed_reason: null,
  publication: 'hidden',
  rating: null,
  questions_asked: 0,
  times_returned: 0,
};

/** The members of a payload that a column of the report repeats, whatever kind of event carries them. */
const columnOf: Readonly<Record<string, string>> = {
  number: 'number',
  kind: 'kind',
  channel: 'channel',
  policyVersion: 'policy_version',
  isAnonymous: 'is_anonymous',
  isSecret: 'is_secret',
  occurredOn: 'occurred_on',
  to: 'state',
  class: 'class',
  categoryId: 'category_id',
  villageCode: 'village_code',
  publication: 'publication',
  rating: 'rating',
};

const afterEvent = (row: Row, event: StoredEvent): Row => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(event.payload).flatMap(([member, value]) => {
      const column = columnOf[member];
      return column === undefined || !isValue(value) ? [] : [[column, value]];
    }),
  ),
  ...passageOf(row, event),
  ...countOf(event),
});

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What follows from where the event led: since when, and why it is over as long as it is. */
const passageOf = (row: Row, { payload, at, seq }: StoredEvent): Row => {
  const { from, to, closedReason } = payload;
  if (typeof to !== 'string') return {};
  const reason = typeof closedReason === 'string' ? closedReason : row['closed_reason'];
  return {
    ...(seq === 1 ? { filed_at: at.toISOString() } : {}),
    ...(from === to ? {} : { state_since: at.toISOString() }),
    closed_reason: to === 'closed' ? (reason ?? null) : null,
  };
};

const countOf = ({ kind, payload: { count } }: StoredEvent): Row => {
  if (typeof count !== 'number') return {};
  if (kind === 'reporter_asked') return { questions_asked: count };
  return kind === 'returned' ? { times_returned: count } : {};
};
