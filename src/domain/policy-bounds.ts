import { defaultPolicyRules } from './policy-default.ts';

/** The least and the most that a number can be set to, both included. */
export type Bounds = { readonly least: number; readonly most: number };

/** Nobody promises anything for so long; whoever counts days one by one is spared a slip of the finger. */
const longest = 1_000;

const percent = { least: 0, most: longest } as const satisfies Bounds;
const days = { least: 0, most: longest } as const satisfies Bounds;

/**
 * Source: own. Where none would stop all work, one is the least: no agency to assign to, no return. The most is what a page, or one approval that
 * answers all voices at once, can still carry; for questions, what anybody would answer.
 */
const countBounds = {
  'assign.max_open': { least: 1, most: 100 },
  'merge.max_voices': { least: 1, most: 1_000 },
  'ask_reporter.max_by_holder': { least: 0, most: 10 },
  'return_to_coordinator.max': { least: 1, most: 10 },
  'notices.due_soon_hours': { least: 0, most: longest },
  'notices.settle_minutes': { least: 0, most: 60 },
  'notices.unopened_days': days,
  'reminder.completion_days': { least: 0, most: 60 },
  'reminder.reply_window_days': { least: 0, most: 60 },
  'escalation.holder': percent,
  'escalation.agency_head': percent,
  'escalation.leadership': percent,
  'escalation.oversight': percent,
} as const satisfies Readonly<Record<string, Bounds>>;
export type CountKey = keyof typeof countBounds;

export const boundsOfCount = (key: CountKey): Bounds => countBounds[key];

/** In any unit. */
export const boundsOfLength: Bounds = { least: 1, most: longest };

/** Between which numbers a rule can be set, a length or a count; null for what is no number. */
export const boundsOf = (key: string): Bounds | null => {
  if (isCountKey(key)) return countBounds[key];
  const value = defaultPolicyRules.find((rule) => rule.key === key)?.value;
  return typeof value === 'object' && value !== null ? boundsOfLength : null;
};

const isCountKey = (key: string): key is CountKey => Object.hasOwn(countBounds, key);

export const isWithin = (value: unknown, { least, most }: Bounds): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
