import { defaultPolicyRules, type PolicyRule } from './policy-default.ts';

/** The rules of a version as they hold: what it does not say is as every city starts; in the order of the defaults, the city's own last. */
export const rulesInForce = (rules: readonly PolicyRule[]): readonly PolicyRule[] => [
  ...new Map([...defaultPolicyRules, ...rules].map((rule) => [rule.key, rule])).values(),
];
