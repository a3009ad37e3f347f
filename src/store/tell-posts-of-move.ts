import { afterOutcome } from '../domain/after-outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Policy } from '../domain/policy.ts';
import { noticesOfMove } from '../domain/post-notices.ts';
import type { Report } from '../domain/report.ts';
import type { Change } from './change.ts';
import type { City } from './city.ts';
import type { WrittenEvent } from './report-event.ts';
import { staffOf, tellPosts, toldEvents } from './tell-posts.ts';
import type { Tx } from './tx.ts';

/** A move that was made, or a filing. */
type MoveTold = Change & {
  readonly city: City;
  /** The version the report was filed under. */
  readonly policy: Policy;
  readonly before: Report;
  readonly outcome: Outcome;
};

/** Tells every post that has something to do by a move, in the transaction of the move. */
export const tellPostsOfMove = async (tx: Tx, told: MoveTold, events: readonly WrittenEvent[]): Promise<void> => {
  const { tenantId, city, policy, actor, before, outcome, at } = told;
  const report = afterOutcome(before, outcome);
  const notices = noticesOfMove({ before, after: report, actor, events: toldEvents(events) }, staffOf(city));
  const madeBy = actor.kind === 'post' ? actor.post.id : null;
  await tellPosts(tx, { tenantId, city, report, clocks: report.clocks, policy, madeBy, now: at }, notices);
};
