import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../db/tx.ts';
import { forget, sweepLimits, take, wholeInstallation, type Limit } from './limit.ts';

/** What is counted of whom. Accounts belong to the installation, so tries at all its cities are one count. */
export type Tries = { readonly key: string; readonly limits: readonly Pick<Limit, 'max' | 'windowSeconds'>[] };

type Means = {
  readonly database: { readonly inTenant: <T>(tenantId: string, work: (tx: Tx) => Promise<T>) => Promise<T> };
  readonly clock: Clock;
};

/** `seconds` to wait, 0: go on. `isLast`: no more of them for now. */
export type Counted = { readonly seconds: number; readonly isLast: boolean };

/**
 * Counts a try before it is looked at, so that a hundred at once are a hundred. By the machine's time: a city's own may stand still or run. No sweep of a
 * city comes here: what is over goes on the way.
 */
export const countTry = ({ database, clock }: Means, tries: Tries): Promise<Counted> =>
  database.inTenant(wholeInstallation, async (tx) => {
    const at = clock.now();
    let seconds = 0;
    let isLast = false;
    for (const limit of limitsOf(tries)) {
      const taken = await take(tx, { ...limit, at });
      seconds = Math.max(seconds, taken.retryAfterSeconds);
      isLast ||= taken.remaining === 0;
    }
    await sweepLimits(tx, wholeInstallation, at);
    return { seconds, isLast };
  });

/** After a right one only wrong ones remain to be counted. */
export const forgetTries = ({ database }: Means, tries: Tries): Promise<void> =>
  database.inTenant(wholeInstallation, async (tx) => {
    for (const limit of limitsOf(tries)) await forget(tx, limit);
  });

const limitsOf = ({ key, limits }: Tries): readonly Limit[] =>
  limits.map((limit) => ({ ...limit, tenantId: wholeInstallation, key }));
