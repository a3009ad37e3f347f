import type { ClockKind } from './clocks.ts';
import { escalationLevels, type EscalationStep } from './escalation-level.ts';
import { boundsOfCount, boundsOfLength, isWithin, type CountKey } from './policy-bounds.ts';
import { defaultPolicyRules, type PolicyRule } from './policy-default.ts';
import { lengthUnits, type Length } from './due.ts';
import { reportClasses, type ReportClass } from './report.ts';

export type { PolicyRule };

/** Clocks with one length; `answer` depends on the class, `promise` ends on the date promised. */
export const measuredClocks = [
  'first_answer',
  'verify',
  'completeness',
  'follow_up',
  'decision',
  'kip',
  'validation',
  'completion',
  'reply_window',
  'outside',
] as const satisfies readonly ClockKind[];
export type MeasuredClock = (typeof measuredClocks)[number];

/** What the city promises and how it works. A report keeps the version it was filed under. */
export type Policy = {
  readonly version: number;
  readonly clocks: Readonly<Record<MeasuredClock, Length>>;
  readonly answer: Readonly<Record<ReportClass, Length>>;
  /** How long somebody above may take over a disputed answer: the length of the `validation` clock that a dispute starts. */
  readonly dispute: Length;
  /** How much longer an answer to a request for information may take, once. */
  readonly kipExtension: Length;
  readonly saturdayWorks: boolean;
  readonly jointLeaveWorks: boolean;
  /** When the offices are open on a working day: what a length in office hours is counted in. */
  readonly office: { readonly from: string; readonly until: string };
  /** Who is told how far the time of a clock has run, the earliest first. */
  readonly escalation: readonly EscalationStep[];
  readonly notices: NoticePolicy;
  /** A rejection needs a second pair of eyes. */
  readonly rejectNeedsSecond: boolean;
  /** Agencies with a part in one report, at work or done. */
  readonly maxAssignments: number;
  /** Reports merged into one. */
  readonly maxVoices: number;
  /** After so many questions to the reporter only the coordinator may ask again. */
  readonly maxQuestionsByHolder: number;
  /** So long before their time runs out the reporter is reminded: calendar days to complete a report, working days to reply. */
  readonly remindDaysBefore: { readonly completion: number; readonly reply_window: number };
  /** At this return the coordinator's decision binds: it is not taken back any more. */
  readonly maxReturns: number;
};

/** When posts and reporters are told. */
export type NoticePolicy = {
  /** So long before it is due the holder is told that a clock runs out. */
  readonly dueSoonHours: number;
  /** From the evening until the morning, in times of the zone: what can wait, waits. The two alike: there are no quiet hours. */
  readonly quiet: { readonly from: string; readonly until: string };
  /** When whoever wants one letter a day gets it. */
  readonly digestAt: string;
  /** So many working days work may wait for an agency that nobody opens before the coordinator is told; 0: never told. */
  readonly unopenedDays: number;
  /** So long a step waits for the next, so that what happens at once is told in one letter; 0: each is told at once. */
  readonly settleMinutes: number;
};

/** Reads one version out of its rules. A key the version lacks has its default; a value that makes no sense is a fault in the data and thrown. */
export const policyFrom = (version: number, rules: readonly PolicyRule[]): Policy => {
  const values = new Map([...defaultPolicyRules, ...rules].map((rule) => [rule.key, rule.value]));
  return {
    version,
    clocks: tableOf(measuredClocks, (kind) => lengthAt(values, `clock.${kind}`)),
    answer: tableOf(reportClasses, (reportClass) => lengthAt(values, `clock.answer.${reportClass}`)),
    dispute: lengthAt(values, 'clock.validation.dispute'),
    kipExtension: lengthAt(values, 'clock.kip_extension'),
    saturdayWorks: flagAt(values, 'week.saturday_works'),
    jointLeaveWorks: flagAt(values, 'week.joint_leave_works'),
    office: officeAt(values),
    escalation: escalationAt(values),
    notices: {
      dueSoonHours: countAt(values, 'notices.due_soon_hours'),
      quiet: { from: timeAt(values, 'notices.quiet_from'), until: timeAt(values, 'notices.quiet_until') },
      digestAt: timeAt(values, 'notices.digest_at'),
      unopenedDays: countAt(values, 'notices.unopened_days'),
      settleMinutes: countAt(values, 'notices.settle_minutes'),
    },
    rejectNeedsSecond: flagAt(values, 'reject.needs_second'),
    maxAssignments: countAt(values, 'assign.max_open'),
    maxVoices: countAt(values, 'merge.max_voices'),
    maxQuestionsByHolder: countAt(values, 'ask_reporter.max_by_holder'),
    remindDaysBefore: {
      completion: countAt(values, 'reminder.completion_days'),
      reply_window: countAt(values, 'reminder.reply_window_days'),
    },
    maxReturns: countAt(values, 'return_to_coordinator.max'),
  };
};

/** The key of the first rule that makes no sense, by itself or beside the others; null when all do. */
export const faultyKey = (rules: readonly PolicyRule[]): string | null => {
  try {
    const { clocks, kipExtension } = policyFrom(0, rules);
    // More of the same: days added to hours would be a length that nobody can say. What was written by hand before is still read.
    return kipExtension.unit === clocks.kip.unit ? null : 'clock.kip_extension';
  } catch (error) {
    if (error instanceof Error && typeof error.cause === 'string') return error.cause;
    throw error;
  }
};

/** The length of a clock for a report of a class; a promise has none of its own. */
export const lengthOf = (policy: Policy, kind: MeasuredClock | 'answer', reportClass: ReportClass): Length =>
  kind === 'answer' ? policy.answer[reportClass] : policy.clocks[kind];

type Values = ReadonlyMap<string, unknown>;

const tableOf = <Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;

const lengthAt = (values: Values, key: string): Length => {
  const value = values.get(key);
  if (typeof value !== 'object' || value === null || !('n' in value) || !('unit' in value)) return noSense(key, value);
  const unit = lengthUnits.find((known) => known === value.unit);
  if (unit === undefined || !isWithin(value.n, boundsOfLength)) return noSense(key, value);
  return { n: value.n, unit };
};

const flagAt = (values: Values, key: string): boolean => {
  const value = values.get(key);
  return typeof value === 'boolean' ? value : noSense(key, value);
};

/** In percent of the time from start to due; 0: this level is never told. */
const escalationAt = (values: Values): Policy['escalation'] =>
  escalationLevels
    .map((to) => ({ to, percent: countAt(values, `escalation.${to}`) }))
    .filter(({ percent }) => percent > 0)
    .toSorted((a, b) => a.percent - b.percent);

const officeAt = (values: Values): Policy['office'] => {
  const [from, until] = [timeAt(values, 'office_hours.from'), timeAt(values, 'office_hours.until')];
  return from < until ? { from, until } : noSense('office_hours.until', until);
};

const timeAt = (values: Values, key: string): string => {
  const value = values.get(key);
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : noSense(key, value);
};

const countAt = (values: Values, key: CountKey): number => {
  const value = values.get(key);
  return isWithin(value, boundsOfCount(key)) ? value : noSense(key, value);
};

const noSense = (key: string, value: unknown): never => {
  throw new Error(`policy rule ${key} cannot be ${JSON.stringify(value)}`, { cause: key });
};
