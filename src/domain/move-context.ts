import type { Actor } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { CommandOf, MoveName } from './move.ts';
import type { Policy } from './policy.ts';
import type { Report } from './report.ts';
import type { Post } from './role.ts';

/** The posts that take work when nothing says more. A report is never without a holder, so each is named. */
export type Desk = {
  readonly verifierPostId: string;
  readonly coordinatorPostId: string;
  readonly validatorPostId: string;
  readonly inspectoratePostId: string;
  /** Hears a dispute about what the coordinator itself decided. */
  readonly leadershipPostId: string;
};

/** Who gets a category in an area, and whether without the coordinator. */
export type Routing = { readonly postId: string; readonly agencyId: string; readonly assignsAtOnce: boolean };

/** What a move is decided by, besides the report itself. */
export type MoveContext = {
  readonly at: string;
  /** The version the report was filed under. */
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly desk: Desk;
  /** The rule for the category and the village the report has after the move. */
  readonly rule: Routing | null;
  /** The category the report has after the move. */
  readonly category: { readonly needsProof: boolean } | null;
  /** The post of `answeredByPostId`. */
  readonly answeredBy: Post | null;
  /** The words of the answer, of every agency that has a part in it: `approve` makes them public where the report may be. */
  readonly answerWords: string | null;
  /** The report that a `merge` names; null when there is none in this city. */
  readonly primary:
    | (Pick<Report, 'id' | 'state' | 'mergedInto' | 'isSecret' | 'class'> & { readonly voices: number })
    | null;
  /** Whether others are merged into the report that a `merge` moves. */
  readonly hasVoices: boolean;
  /** The words and the pictures that everyone sees of it before a `mask`. */
  readonly publicNow: { readonly description: string | null; readonly photos: readonly string[] };
};

export type Made<Move extends MoveName> = {
  readonly report: Report;
  readonly actor: Actor;
  readonly command: CommandOf<Move>;
  readonly context: MoveContext;
};
