import { expiringClocks, isOpen, type RunningClock } from '../../domain/clocks.ts';
import type { Policy } from '../../domain/policy.ts';
import { elapsed } from '../../domain/time.ts';
import type { City } from '../../store/city.ts';
import { asksForInformation, clocksTold, type ClockTold } from './clocks-told.ts';
import { askedPauses, dueTold, isWithin, pausingClocks, type Span } from './due-told.ts';
import { matchClocks } from './match-clocks.ts';
import type { StoredEvent } from './queries.ts';

export type ClockProblem = {
  readonly kind: 'clock_altered' | 'clock_missing' | 'clock_added';
  readonly what: string;
};

/**
 * Holds the clocks of a report against its history: which must be there, since when, until when, and whether what ended, paused or marked them
 * happened. Which move stops which clock is the rules' business and not asked again: they may have been others when the move was made.
 */
export const checkClocks = (
  events: readonly StoredEvent[],
  clocks: readonly RunningClock[],
  city: City,
): readonly ClockProblem[] => {
  const policy = city.policies.get(Number(events[0]?.payload['policyVersion']));
  const { pairs, missing, added } = matchClocks(clocksTold(events), clocks, (one, { id }) =>
    policy === undefined ? never : dueTold({ ...one, id }, events, policy, city),
  );
  return [
    ...pairs.flatMap(([one, clock]) => problemsOf(clock, one, { events, policy, city })),
    ...missing.map(
      ({ kind, startedAt }) => ({ kind: 'clock_missing', what: `its clock ${kind} of ${startedAt} is gone` }) as const,
    ),
    ...added
      .filter((clock) => !isLateKip(clock, events))
      .map(
        ({ kind, startedAt }) =>
          ({ kind: 'clock_added', what: `nothing started its clock ${kind} of ${startedAt}` }) as const,
      ),
  ];
};

/** When a clock is due of which nobody knows what it follows. */
const never: Span = { earliest: '', latest: '' };

/** Whether a report found to ask for information later on is owed one depends on what was open then. */
const isLateKip = ({ kind, startedAt }: RunningClock, events: readonly StoredEvent[]): boolean =>
  kind === 'kip' &&
  startedAt === events[0]?.at.toISOString() &&
  events.some((event) => asksForInformation(event.payload['class']));

type Ground = { readonly events: readonly StoredEvent[]; readonly policy: Policy | undefined; readonly city: City };

const problemsOf = (clock: RunningClock, told: ClockTold, ground: Ground): readonly ClockProblem[] =>
  [
    dueProblem(clock, told, ground),
    endProblem(clock, ground.events),
    pauseProblem(clock, ground.events),
    passedProblem(clock, ground.events),
    extendedProblem(clock, ground.events),
    remindedProblem(clock, ground.events),
  ].flatMap((problem) =>
    problem === null
      ? []
      : [{ kind: 'clock_altered', what: `its clock ${clock.kind} of ${clock.startedAt} ${problem}` } as const],
  );

const dueProblem = (
  { id, dueAt, policyVersion }: RunningClock,
  told: ClockTold,
  { events, policy, city }: Ground,
): string | null => {
  if (policy === undefined || policy.version !== policyVersion)
    return `follows policy ${policyVersion}, which is not the one it was filed under`;
  const span = dueTold({ ...told, id }, events, policy, city);
  if (isWithin(dueAt, span)) return null;
  const { earliest, latest } = span;
  const expected = earliest === latest ? `at ${latest}` : `from ${earliest} to ${latest}`;
  return `is due at ${dueAt}, by policy and history it must be ${expected}`;
};

/** Over means over: only the offer to object goes on. */
const endProblem = (clock: RunningClock, events: readonly StoredEvent[]): string | null => {
  const { stoppedAt } = clock;
  const state = events.findLast(({ payload }) => payload['to'] !== undefined)?.payload['to'];
  if (stoppedAt === null)
    return (state === 'closed' || state === 'rejected') && clock.kind !== 'reply_window'
      ? `still runs, though the report is ${state}`
      : null;
  const ending = events.filter(({ at }) => at.toISOString() === stoppedAt);
  if (ending.length === 0) return `ended at ${stoppedAt}, when nothing happened`;
  return isNoRequest(clock, ending) ? null : outcomeProblem(clock, stoppedAt, events);
};

/** Found to be no request for information: nothing was owed, late or not. */
const isNoRequest = ({ kind, outcome }: RunningClock, ending: readonly StoredEvent[]): boolean =>
  kind === 'kip' &&
  outcome === 'cancelled' &&
  ending.some(({ payload }) => typeof payload['class'] === 'string' && !asksForInformation(payload['class']));

/** What was late when it ended stays so in the books, whatever it ended for; only an offer lapses, and only a promise gives way to another. */
const outcomeProblem = (clock: RunningClock, stoppedAt: string, events: readonly StoredEvent[]): string | null => {
  const { kind, outcome, dueAt } = clock;
  if (outcome === 'moved' && kind !== 'promise') return 'is called moved, as only a promise can be';
  if (outcome === 'lapsed')
    return expiringClocks.some((one) => one === kind)
      ? null
      : 'is called lapsed, as only an offer to the reporter can be';
  if (outcome === 'late')
    return stoppedAt < dueAt ? `is called late, and ended at ${stoppedAt}, before it was due` : null;
  return ranUntil(clock, stoppedAt, events) >= dueAt
    ? `is called ${outcome}, and ended at ${stoppedAt}, after it was due`
    : null;
};

/**
 * What ends while its reporter is asked has come no nearer to its due date since the question. By the moment of the question the same are late as by
 * the end with those days given back; and reports that ended under older rules, which gave no days back at the end, are judged rightly by it alone.
 */
const ranUntil = ({ kind, startedAt }: RunningClock, stoppedAt: string, events: readonly StoredEvent[]): string => {
  if (!pausingClocks.includes(kind)) return stoppedAt;
  const asked = askedPauses(events).find(
    ({ from, until }) => startedAt <= from && from < stoppedAt && stoppedAt <= until,
  );
  return asked?.from ?? stoppedAt;
};

const pauseProblem = (clock: RunningClock, events: readonly StoredEvent[]): string | null => {
  const { pausedAt, pausedMs, startedAt } = clock;
  const pauses = askedPauses(events).filter(({ from }) => from >= startedAt);
  const longest = pauses.reduce((sum, { from, until }) => sum + elapsed(from, until), 0);
  if (pausedMs > longest) return `was paused for ${pausedMs} ms, its reporter was asked for ${longest} ms`;
  if (pausedAt === null) return null;
  const asked = events.findLast(({ kind }) => kind === 'reporter_asked')?.at.toISOString();
  return isOpen(clock) && asked === pausedAt ? null : `is paused since ${pausedAt}, when nobody was asked`;
};

const passedProblem = ({ id, passedAt, dueAt }: RunningClock, events: readonly StoredEvent[]): string | null => {
  if (passedAt === null) return null;
  const isTold = events.some(
    ({ kind, payload }) => kind === 'clock_passed' && payload['clockId'] === id && payload['dueAt'] === passedAt,
  );
  return isTold && passedAt === dueAt ? null : `is marked as passed at ${passedAt}, of which its history does not know`;
};

const extendedProblem = ({ id, extendedAt }: RunningClock, events: readonly StoredEvent[]): string | null => {
  const told = events.find(({ kind, payload }) => kind === 'extended' && payload['clockId'] === id);
  const since = told?.at.toISOString() ?? null;
  if (since === extendedAt) return null;
  return `is extended ${extendedAt === null ? 'never' : `at ${extendedAt}`}, its history says ${since ?? 'never'}`;
};

const remindedProblem = ({ id, reminder }: RunningClock, events: readonly StoredEvent[]): string | null => {
  const told = events.findLast(({ kind, payload }) => kind === 'reminded' && payload['clockId'] === id);
  const isTold = told?.at.toISOString() === reminder?.at && told?.payload['dueAt'] === reminder?.of;
  if (isTold) return null;
  return reminder === null
    ? 'has reminded nobody, though its history says so'
    : `has reminded of ${reminder.of} at ${reminder.at}, of which its history does not know`;
};
