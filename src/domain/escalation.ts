import { expiringClocks, type RunningClock } from './clocks.ts';
import { elapsed, later, localDay, timeOfDay } from './time.ts';

/** Whom the history of a report names when they were told of one of its clocks. */
export const levelsAbove = ['agency_head', 'leadership', 'oversight'] as const;

/** Who is told how far the time of a clock has run, from below to above. */
export const escalationLevels = ['holder', ...levelsAbove] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

/** In percent of the time from start to due, so that it follows every move of the due date. */
export type EscalationStep = { readonly to: EscalationLevel; readonly percent: number };

/** A moment of a clock at which somebody is to be told of it. */
export type Moment =
  | { readonly kind: 'due_soon' | 'due_today' | 'overdue'; readonly at: string }
  | { readonly kind: 'escalated'; readonly at: string; readonly step: EscalationStep };

/** What the moments of a clock follow from, besides the clock: the policy the report was filed under, and the zone of its city. */
export type WatchRules = {
  readonly zone: string;
  readonly policy: {
    readonly escalation: readonly EscalationStep[];
    readonly notices: { readonly dueSoonHours: number };
    readonly office: { readonly from: string };
  };
};

type Timed = Pick<RunningClock, 'kind' | 'startedAt' | 'dueAt' | 'pauses'>;

/** All moments of a clock in order. None lies before its start, or while it stood still; what offers the reporter a time has none. */
export const momentsOf = (clock: Timed, rules: WatchRules): readonly Moment[] => {
  if (expiringClocks.some((kind) => kind === clock.kind)) return [];
  return [...warnings(clock, rules), { kind: 'overdue', at: clock.dueAt } as const, ...steps(clock, rules)]
    .filter(({ at }) => at > clock.startedAt && !stoodStill(clock, at))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
};

/** When somebody has to be told next, after an instant; null: nothing is left to tell. */
export const watchAfter = (clock: Timed, at: string, rules: WatchRules): string | null =>
  momentsOf(clock, rules).find((moment) => moment.at > at)?.at ?? null;

/** The same for a clock that has just got a due date: one that has come too late already is told of at once. */
export const watchFrom = (clock: Timed, at: string, rules: WatchRules): string | null =>
  clock.dueAt <= at && momentsOf(clock, rules).length > 0 ? clock.dueAt : watchAfter(clock, at, rules);

/**
 * What is still worth telling of the moments that have come, from the first one nobody was told of until now. After a time in which nobody looked, the
 * holder hears that it is overdue and not also that it would be soon; everybody above hears what they would have heard.
 */
export const momentsToTell = (
  clock: Timed,
  { from, until }: { readonly from: string; readonly until: string },
  rules: WatchRules,
): readonly Moment[] => {
  const come = momentsOf(clock, rules).filter(({ at }) => from <= at && at <= until);
  const last = come.findLast(isForHolder);
  return come.filter((moment) => !isForHolder(moment) || moment === last || moment.kind === 'overdue');
};

const HOUR_MS = 3_600_000;

const isForHolder = (moment: Moment): boolean => moment.kind !== 'escalated' || moment.step.to === 'holder';

/** On the day it is due when the offices open, unless that is too late: a clock that ends at 24:00 is due on the day before. */
const warnings = ({ dueAt }: Timed, { zone, policy }: WatchRules): readonly Moment[] => {
  const opens = timeOfDay(localDay(later(dueAt, -1), zone), policy.office.from, zone);
  const today = opens < dueAt ? [{ kind: 'due_today', at: opens } as const] : [];
  const { dueSoonHours } = policy.notices;
  return dueSoonHours === 0 ? today : [{ kind: 'due_soon', at: later(dueAt, -dueSoonHours * HOUR_MS) }, ...today];
};

const steps = ({ startedAt, dueAt }: Timed, { policy }: WatchRules): readonly Moment[] =>
  policy.escalation.map((step) => ({
    kind: 'escalated',
    at: later(startedAt, Math.round((elapsed(startedAt, dueAt) * step.percent) / 100)),
    step,
  }));

const stoodStill = ({ pauses }: Timed, at: string): boolean =>
  pauses.some(({ from, until }) => from <= at && (until === null || at < until));
