import { defaultPolicyRules, type PolicyRule } from './policy-default.ts';

/**
 * When people are told, and of what nobody has opened: read from the newest version at the moment of telling, also for reports filed long before. All
 * other rules hold for reports filed after them.
 */
export const rulesAtOnce: readonly string[] = [
  'notices.quiet_from',
  'notices.quiet_until',
  'notices.digest_at',
  'notices.settle_minutes',
  'notices.unopened_days',
];

/** The rules of a version as they hold: what it does not say is as every city starts; in the order of the defaults, the city's own last. */
export const rulesInForce = (rules: readonly PolicyRule[]): readonly PolicyRule[] => [
  ...new Map([...defaultPolicyRules, ...rules].map((rule) => [rule.key, rule])).values(),
];
