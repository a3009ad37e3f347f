import type { Assignment } from './assignment.ts';
import type { ClockChange } from './clocks.ts';
import type { EventKind } from './event.ts';
import type { Report } from './report.ts';

/** Everything one move writes, in one transaction. The store applies it and adds nothing of its own. */
export type Outcome = {
  /** Columns of the report that change. */
  readonly report: Partial<
    Pick<
      Report,
      | 'class'
      | 'state'
      | 'stateBefore'
      | 'closedReason'
      | 'publication'
      | 'categoryId'
      | 'villageCode'
      | 'holderPostId'
      | 'answeredByPostId'
      | 'rejectProposedByPostId'
      | 'questionsAsked'
      | 'timesReturned'
    >
  > & {
    readonly publicTitle?: string | null;
    readonly publicDescription?: string | null;
    readonly publicAnswer?: string | null;
    readonly publicationReason?: string | null;
    readonly rating?: number | null;
  };
  /** Which of its pictures everyone sees from here on; absent: as before. */
  readonly photos?: PhotoPublication;
  readonly events: readonly NewEvent[];
  readonly clocks: readonly ClockChange[];
  readonly assignments: readonly AssignmentChange[];
  readonly merges: readonly MergeChange[];
};

/** `only`: these and no others; `also`: besides those that are shown already. */
export type PhotoPublication = { readonly only: readonly string[] } | { readonly also: readonly string[] };

export type NewEvent = {
  readonly kind: EventKind;
  /** Codes, ids, numbers and instants only; its shape is closed per kind (domain/event.ts). */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Words: kept apart from the event, erasable, committed to by hash. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether the reporter is told (one notice an event). */
  readonly tellsReporter: boolean;
  /** Made by the rule, not by who made the move: an assignment that follows at once from `verify`. */
  readonly byRule?: true;
  /** When it is not the moment of the move: an expiry is dated by its deadline. */
  readonly at?: string;
};

export type AssignmentChange =
  | { readonly do: 'offer'; readonly postId: string; readonly agencyId: string }
  | { readonly do: 'set'; readonly id: string; readonly state: Assignment['state'] }
  /** To another post, as far as it has come. */
  | { readonly do: 'move'; readonly id: string; readonly postId: string; readonly agencyId: string };

export type MergeChange = { readonly do: 'merge'; readonly primaryId: string } | { readonly do: 'unmerge' };
