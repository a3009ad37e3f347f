import type { ClockChange } from './clocks.ts';
import { dueAfter } from './due.ts';
import { holderOf } from './holder.ts';
import type { MoveContext } from './move-context.ts';
import { given, wordsOf } from './moves/particulars.ts';
import type { NewEvent, Outcome } from './outcome.ts';
import type { MeasuredClock } from './policy.ts';
import type { Report, ReportKind } from './report.ts';

/** What a citizen says, or somebody for them, checked and with ids instead of slugs. */
export type FilingFacts = {
  readonly id: string;
  readonly number: string;
  readonly kind: ReportKind;
  readonly channel: string;
  readonly categoryId: string | null;
  readonly villageCode: string | null;
  /** `YYYY-MM-DD` */
  readonly occurredOn: string | null;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** What is known of each picture that came along: its hash, its place, its time. */
  readonly photos?: readonly string[] | undefined;
  /** Pieces of the words that look like personal data and that the reporter wants to be seen. */
  readonly shown?: readonly string[];
};

export type FilingContext = Pick<MoveContext, 'at' | 'policy' | 'calendar' | 'desk'>;

/** How every report begins: the report before its first event, and the outcome that is the event. */
export const fileReport = (
  facts: FilingFacts,
  context: FilingContext,
): { readonly report: Report; readonly outcome: Outcome } => {
  const report = unwritten(facts, context);
  const holderPostId = holderOf(report, context.desk);
  return {
    report,
    outcome: {
      report: { state: 'received', holderPostId },
      events: [filed(facts, context)],
      clocks: clocksOf(facts.kind).map((kind) => started(kind, context)),
      assignments: [],
      merges: [],
    },
  };
};

const unwritten = (facts: FilingFacts, { at, policy }: FilingContext): Report => ({
  id: facts.id,
  number: facts.number,
  version: 0,
  kind: facts.kind,
  class: null,
  state: 'received',
  stateBefore: null,
  closedReason: null,
  publication: 'hidden',
  isAnonymous: facts.isAnonymous,
  isSecret: facts.isSecret,
  categoryId: facts.categoryId,
  villageCode: facts.villageCode,
  holderPostId: null,
  answeredByPostId: null,
  rejectProposedByPostId: null,
  questionsAsked: 0,
  timesReturned: 0,
  policyVersion: policy.version,
  filedAt: at,
  assignments: [],
  clocks: [],
  happened: [],
  mergedInto: null,
});

/** Where it is stands with the words: coordinates lead to a front door. */
const filed = (facts: FilingFacts, { policy }: FilingContext): NewEvent => ({
  kind: 'filed',
  payload: {
    to: 'received',
    kind: facts.kind,
    number: facts.number,
    channel: facts.channel,
    policyVersion: policy.version,
    isAnonymous: facts.isAnonymous,
    isSecret: facts.isSecret,
    ...given({ categoryId: facts.categoryId, villageCode: facts.villageCode, occurredOn: facts.occurredOn }),
  },
  secrets: wordsOf({
    title: facts.title,
    description: facts.description,
    place: facts.place,
    latitude: facts.latitude?.toString(),
    longitude: facts.longitude?.toString(),
    shown: facts.shown?.join('\n'),
    ...photosOf(facts),
  }),
  tellsReporter: true,
});

/** `photo_1` and so on: each can be erased by itself. */
const photosOf = ({ photos = [] }: FilingFacts): Readonly<Record<string, string>> => photosFrom(1, photos);

const photosFrom = (first: number, photos: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(photos.map((known, at) => [`photo_${at + first}`, known]));

/** Pictures that came when the same form was sent once more; `before`: how many the report had. */
export const photosAdded = (photos: readonly string[], before: number): NewEvent => ({
  kind: 'photos_added',
  payload: {},
  secrets: photosFrom(before + 1, photos),
  tellsReporter: false,
});

const clocksOf = (kind: ReportKind): readonly MeasuredClock[] => [
  'first_answer',
  'verify',
  'completeness',
  ...(kind === 'information_request' ? (['kip'] as const) : []),
];

const started = (kind: MeasuredClock, { at, policy, calendar }: FilingContext): ClockChange => ({
  do: 'start',
  kind,
  startedAt: at,
  ...dueAfter(at, policy.clocks[kind], calendar, policy),
});
