import type { MoveName } from '../../domain/move.ts';
import type { approvalChecks, ReasonedMove, reasons } from '../../domain/reasons.ts';
import type { ReportClass, ReportKind } from '../../domain/report.ts';

/** A report of the demonstration as it is filed, and the life it has had since. Nothing in it is true of anybody. */
export type DemoReport = {
  /** Its name in this list, by which another report is merged into it. */
  readonly key: string;
  /** Filed so many days before the day the demonstration is made, at this hour of the city. */
  readonly daysAgo: number;
  readonly hour: number;
  readonly kind: ReportKind;
  readonly title?: string;
  readonly description: string;
  /** The slug of a category; whoever is not sure leaves it out. */
  readonly category?: string;
  /** The Kemendagri code of a kelurahan. */
  readonly village?: string;
  readonly place?: string;
  readonly anonymous?: boolean;
  readonly secret?: boolean;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** The post that filed it for somebody; absent: the person did, by the form. */
  readonly filedBy?: string;
  /** Names of drawn pictures that came with it. */
  readonly pictures?: readonly string[];
  readonly steps: readonly DemoStep[];
  /** Where it is when its steps are done and the clocks have come to today: for who makes it to check. */
  readonly ends: string;
};

/** One move, so many hours after the report was filed, with the body that the interface takes for it. */
export type DemoStep = { readonly [Move in keyof Carried]: Step<Move> }[keyof Carried];

type Step<Move extends keyof Carried> = {
  readonly afterHours: number;
  /** The slug of a post, or the reporter. */
  readonly by: string;
  readonly move: Move;
} & Readonly<Carried[Move]>;

type Reason<Move extends ReasonedMove> = (typeof reasons)[Move][number];
type Reasoned<Move extends ReasonedMove> = { reason: Reason<Move>; message: string };

type Bodies = {
  verify: {
    class: ReportClass;
    category: string;
    village?: string;
    /** What everyone may read, masked; absent: it stays hidden. Photos are names of drawn pictures. */
    publish?: { readonly title: string; readonly description: string; readonly photos?: readonly string[] };
  };
  ask_reporter: Reasoned<'ask_reporter'>;
  provide_info: { message: string };
  reject: Reasoned<'reject'>;
  /** To be left out where the rule of the city has given it to this post already. */
  assign: { post: string };
  accept: { message: string };
  return_to_coordinator: Reasoned<'return_to_coordinator'> & { proposed_agency?: string };
  /** A day is so many days after the day of the step. */
  postpone: { reason: Reason<'postpone'>; untilDays: number; message: string };
  extend: { message: string };
  /** Proof is names of drawn pictures. */
  answer: { message: string; proof: readonly string[] };
  send_back: Reasoned<'send_back'>;
  approve: { checks: readonly (typeof approvalChecks)[number][] };
  confirm: { rating?: number; message?: string };
  dispute: Reasoned<'dispute'> & { rating?: number };
  reopen: Reasoned<'reopen'>;
  uphold: Reasoned<'uphold'>;
  withdraw: { message: string };
  transfer: Reasoned<'transfer'> & { authority: string; letter: string; contact: string };
  close: { reference: string; message: string };
  /** The key of the report it is merged into. */
  merge: { primary: string };
  reclassify: { category: string };
  note: { message: string };
  message: { message: string };
};

/** Only moves that there are. */
type Carried = Pick<Bodies, keyof Bodies & MoveName>;
