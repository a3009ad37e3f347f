import { setTimeout as pause } from 'node:timers/promises';

import type { Answer } from './http-client.ts';

/** A service that restarts is back within this time, or somebody must look. */
const patienceRounds = 40;
const longestPauseMs = 5_000;

/** The service did not come back. */
export class ServiceGone extends Error {
  override readonly name = 'ServiceGone';
}

/**
 * Asks until there is an answer that is one: what is refused for the moment (429, 502, 503, 504) or lost on the way is asked again, later and later.
 * `onRetry` hears of each. Whatever is asked must be safe to ask twice.
 */
export const untilAnswered = async (
  ask: () => Promise<Answer>,
  onRetry: () => void = () => undefined,
): Promise<Answer> => {
  let last: unknown;
  for (let round = 0; round < patienceRounds; round += 1) {
    const tried = await ask().catch((error: unknown) => {
      last = error;
      return null;
    });
    if (tried !== null && !isForTheMoment(tried.status, round)) return tried;
    if (tried !== null) last = new Error(`answered ${tried.status}`);
    onRetry();
    await pause(pauseMs(round, tried));
  }
  throw new ServiceGone('the service does not answer any more', { cause: last });
};

/** An error of the service may be the moment in which its database died; one that stays is an answer. */
const isForTheMoment = (status: number, round: number): boolean =>
  status === 500 ? round < 5 : [429, 502, 503, 504].includes(status);

const pauseMs = (round: number, answer: Answer | null): number => {
  const told = Number(answer?.headers['retry-after'] ?? 0) * 1000;
  return Math.min(Math.max(told, 100 * 2 ** round), longestPauseMs);
};
