import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 180_000;
const betweenMs = 250;

/**
 * Asks the database, again and again while it cannot be reached: it is restarting, or its service is. What it says itself of a statement is thrown
 * at once. Whatever is asked must be safe to ask twice.
 */
export const whenBack = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let waited = 0; ; waited += betweenMs) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error) || waited >= patienceMs) throw error;
    }
    await pause(betweenMs);
  }
};

/** Classes of SQLSTATE that speak of the connection or of the server, not of the statement: 08, 53 and 57. */
const awayClasses = ['08', '53', '57'];
const awayErrors = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'];

const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (awayErrors.includes(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code)) return awayClasses.includes(code.slice(0, 2));
  return /terminated|timeout|not queryable|connection error/i.test(error.message) || isAway(error.cause);
};
