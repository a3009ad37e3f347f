import type { ClockChange } from '../clocks.ts';
import type { EventKind } from '../event.ts';
import type { AssignmentChange, MergeChange, NewEvent, Outcome } from '../outcome.ts';
import type { ReportState } from '../report.ts';

/** What one move adds to what its row in the table says. */
export type Particulars = {
  /** The state, where the row leaves a choice. */
  readonly to?: ReportState;
  readonly report?: Outcome['report'];
  readonly photos?: Outcome['photos'];
  /** Another kind of event than the row's: a step that does not complete the move. */
  readonly event?: EventKind;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Events that follow at once. */
  readonly following?: readonly NewEvent[];
  readonly clocks?: readonly ClockChange[];
  readonly assignments?: readonly AssignmentChange[];
  readonly merges?: readonly MergeChange[];
  readonly tellsReporter?: boolean;
};

/** The words that were given; what is empty is not kept. */
export const wordsOf = (given: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const present: Record<string, string> = {};
  for (const [field, words] of Object.entries(given)) {
    if (words !== undefined && words.trim() !== '') present[field] = words;
  }
  return present;
};

/** Members that are there: what is absent in a command is absent in its event. */
export const given = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));

/** A merge that ends without a move of its own. */
export const unmergedByRule = (primaryId: string, reason: 'needs_own_answer' | 'primary_ended'): NewEvent => ({
  kind: 'unmerged',
  payload: { primaryId, reason },
  secrets: {},
  tellsReporter: true,
  byRule: true,
});
