import { usualAllowances, type Allowances } from '../urgency.ts';

/** Nobody is turned away: test files run beside each other, and many of them ask at once. */
export const boundless: Allowances = Object.fromEntries(
  Object.entries(usualAllowances).map(([urgency, allowed]) => [
    urgency,
    { ...allowed, atWork: Infinity, delayMs: Infinity },
  ]),
) as Allowances;
