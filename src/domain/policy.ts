import type { ClockKind } from './clocks.ts';
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
  readonly saturdayWorks: boolean;
  readonly jointLeaveWorks: boolean;
  /** A rejection needs a second pair of eyes. */
  readonly rejectNeedsSecond: boolean;
  /** Agencies with a part in one report, at work or done. */
  readonly maxAssignments: number;
  /** Reports merged into one. */
  readonly maxVoices: number;
  /** After so many questions to the reporter only the coordinator may ask again. */
  readonly maxQuestionsByHolder: number;
  /** At this return the coordinator's decision binds: it is not taken back any more. */
  readonly maxReturns: number;
};

/** Reads one version out of its rules. A key the version lacks has its default; a value that makes no sense is a fault in the data and thrown. */
export const policyFrom = (version: number, rules: readonly PolicyRule[]): Policy => {
  const values = new Map([...defaultPolicyRules, ...rules].map((rule) => [rule.key, rule.value]));
  return {
    version,
    clocks: tableOf(measuredClocks, (kind) => lengthAt(values, `clock.${kind}`)),
    answer: tableOf(reportClasses, (reportClass) => lengthAt(values, `clock.answer.${reportClass}`)),
    dispute: lengthAt(values, 'clock.validation.dispute'),
    saturdayWorks: flagAt(values, 'week.saturday_works'),
    jointLeaveWorks: flagAt(values, 'week.joint_leave_works'),
    rejectNeedsSecond: flagAt(values, 'reject.needs_second'),
    maxAssignments: countAt(values, 'assign.max_open'),
    maxVoices: countAt(values, 'merge.max_voices'),
    maxQuestionsByHolder: countAt(values, 'ask_reporter.max_by_holder'),
    maxReturns: countAt(values, 'return_to_coordinator.max'),
  };
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
  if (unit === undefined || !isCount(value.n) || value.n < 1) return noSense(key, value);
  return { n: value.n, unit };
};

const flagAt = (values: Values, key: string): boolean => {
  const value = values.get(key);
  return typeof value === 'boolean' ? value : noSense(key, value);
};

const countAt = (values: Values, key: string): number => {
  const value = values.get(key);
  return isCount(value) ? value : noSense(key, value);
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const noSense = (key: string, value: unknown): never => {
  throw new Error(`policy rule ${key} cannot be ${JSON.stringify(value)}`);
};
