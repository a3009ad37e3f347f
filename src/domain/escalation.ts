import type { DayCount } from './calendar.ts';
import { expiringClocks, type RunningClock } from './clocks.ts';
import type { EscalationStep } from './escalation-level.ts';
import type { Policy } from './policy.ts';
import { closingBefore } from './quiet-hours.ts';
import { hasRunAt, ranUntil, whenItRuns } from './running-time.ts';
import { later, localDay, timeOfDay } from './time.ts';

/** A moment of a clock at which somebody is to be told of it. */
export type Moment =
  | { readonly kind: 'due_soon' | 'due_today' | 'overdue'; readonly at: string }
  | { readonly kind: 'escalated'; readonly at: string; readonly step: EscalationStep };

/** What the moments of a clock follow from, besides the clock: the policy the report was filed under, and the days of its city. */
export type WatchRules = {
  readonly calendar: DayCount['calendar'];
  readonly policy: DayCount['policy'] & {
    readonly escalation: readonly EscalationStep[];
    readonly notices: { readonly dueSoonHours: number };
  } & Pick<Policy, 'clocks' | 'answer' | 'dispute'>;
};

type Timed = Pick<RunningClock, 'kind' | 'startedAt' | 'dueAt' | 'pauses'>;

/**
 * All moments of a clock in order. None lies before its start; one that falls into a time in which it stands still comes when that is over, and not
 * before. What offers the reporter a time has none.
 */
export const momentsOf = (clock: Timed, rules: WatchRules): readonly Moment[] => {
  if (expiringClocks.some((kind) => kind === clock.kind)) return [];
  return [...warnings(clock, rules), { kind: 'overdue', at: clock.dueAt } as const]
    .flatMap((moment) => dated(moment, whenItRuns(clock, moment.at)))
    .concat(steps(clock, rules))
    .filter(({ at }) => at > clock.startedAt)
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
};

/** When somebody has to be told next, after an instant; null: nothing is left to tell. */
export const watchAfter = (clock: Timed, at: string, rules: WatchRules): string | null =>
  momentsOf(clock, rules).find((moment) => moment.at > at)?.at ?? null;

/** The same for a clock that has just started; one that started long ago, by what was found out only now, is told of at once. */
export const watchFrom = (clock: Timed, rules: WatchRules): string | null => momentsOf(clock, rules)[0]?.at ?? null;

/** A clock whose moments are others since `at`; `watchAt`: when somebody had to be told next until then. */
export type Moved = {
  readonly before: Timed;
  readonly after: Timed;
  readonly at: string;
  readonly watchAt: string | null;
};

/** The same for that one: all that comes, and of what would have come already what nobody was told of. A date that jumps near loses no step. */
export const watchAgain = ({ before, after, at, watchAt }: Moved, rules: WatchRules): string | null => {
  const come = momentsOf(before, rules).filter((moment) => watchAt === null || moment.at < watchAt);
  const told = new Set(come.map(nameOf));
  return momentsOf(after, rules).find((moment) => moment.at > at || !told.has(nameOf(moment)))?.at ?? null;
};

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

const nameOf = (moment: Moment): string =>
  moment.kind === 'escalated' ? `${moment.kind} ${moment.step.to} ${moment.step.percent}` : moment.kind;

const dated = <Any extends Moment>(moment: Any, at: string | null): readonly Moment[] =>
  at === null ? [] : [{ ...moment, at }];

const warnings = (clock: Timed, rules: WatchRules): readonly Moment[] => {
  const { dueSoonHours } = rules.policy.notices;
  const soon = dueSoonHours === 0 ? [] : [later(clock.dueAt, -dueSoonHours * HOUR_MS)];
  return [
    ...[...soon, ...lastCall(clock, rules)].map((at) => ({ kind: 'due_soon', at }) as const),
    ...onTheDay(clock, rules),
  ];
};

/** On the day it is due when the offices open, unless that is too late: a clock that ends at 24:00 is due on the day before. */
const onTheDay = ({ dueAt }: Timed, { calendar: { zone }, policy }: WatchRules): readonly Moment[] => {
  const opens = timeOfDay(localDay(later(dueAt, -1), zone), policy.office.from, zone);
  return opens < dueAt ? [{ kind: 'due_today', at: opens }] : [];
};

/** When the offices close before days off in which hours run out: whoever is on duty then has to know. */
const lastCall = (clock: Timed, rules: WatchRules): readonly string[] => {
  const closes = isInHours(clock, rules) ? closingBefore(clock.dueAt, rules) : null;
  return closes === null ? [] : [closes];
};

/** Whether a clock of the kind may be counted in hours; an answer is in some classes. */
const isInHours = ({ kind }: Timed, { policy }: WatchRules): boolean => {
  if (kind === 'promise') return false;
  const lengths = kind === 'answer' ? Object.values(policy.answer) : [policy.clocks[kind]];
  return [...lengths, ...(kind === 'validation' ? [policy.dispute] : [])].some(({ unit }) => unit.endsWith('hours'));
};

const steps = (clock: Timed, { policy }: WatchRules): readonly Moment[] => {
  const whole = ranUntil(clock, clock.dueAt);
  return policy.escalation.flatMap((step) => {
    const at = hasRunAt(clock, Math.round((whole * step.percent) / 100));
    return at === null ? [] : [{ kind: 'escalated', at, step } as const];
  });
};
