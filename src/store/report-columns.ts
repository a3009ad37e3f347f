import { nextClock, type RunningClock } from '../domain/clocks.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';

type Next = { readonly at: Date; readonly version: number; readonly clocks: readonly RunningClock[] };

/** The columns of a report that an outcome changes, with its version and next date. What it does not name keeps its value. */
export const columnsAfter = (report: Report, patch: Outcome['report'], { at, version, clocks }: Next) => {
  const clock = nextClock(clocks);
  return {
    ...renamed(patch),
    ...(patch.state !== undefined && patch.state !== report.state ? { state_since: at } : {}),
    version,
    next_due_at: clock === null ? null : new Date(clock.dueAt),
    next_clock: clock?.kind ?? null,
  };
};

const columnOf = {
  class: 'class',
  state: 'state',
  stateBefore: 'state_before',
  closedReason: 'closed_reason',
  publication: 'publication',
  categoryId: 'category_id',
  villageCode: 'village_code',
  holderPostId: 'holder_post_id',
  answeredByPostId: 'answered_by_post_id',
  rejectProposedByPostId: 'reject_proposed_by_post_id',
  questionsAsked: 'questions_asked',
  timesReturned: 'times_returned',
  publicTitle: 'public_title',
  publicDescription: 'public_description',
  publicAnswer: 'public_answer',
  publicationReason: 'publication_reason',
  rating: 'rating',
} as const satisfies Record<keyof Outcome['report'], string>;

/** Only what the outcome names is written; a column it does not name keeps its value. */
const renamed = (patch: Outcome['report']): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(
    Object.entries(patch).flatMap(([name, value]) =>
      value === undefined ? [] : [[columnOf[name as keyof typeof columnOf], value]],
    ),
  );
