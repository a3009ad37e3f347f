import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { HandedOutKey } from '../../platform/keyring/handed-out-key.ts';

/** Remembered for as long as most browsers allow. */
export const deviceDays = 400;

/**
 * A browser in which this login was signed in before, second factor and all. Wrong passwords and codes are counted apart for such a browser and for all
 * others, so that a stranger who keeps guessing delays strangers, never the officer at their own desk (OWASP: device cookies). It proves nothing and
 * opens nothing.
 */
export type Device = { readonly cookie: string; readonly value: string };

type Cookies = Readonly<Record<string, string | undefined>>;

/** The mark of a browser that this login is known in; null: a new one. */
export const knownDevice = (keys: readonly HandedOutKey[], login: string, cookies: Cookies): string | null => {
  const who = nameOf(login);
  for (const { key, isEnded } of keys) {
    const shown = cookies[cookieOf(key, who)] ?? '';
    if (!isEnded && isOurs(key, who, shown)) return shown.slice(0, idLength);
  }
  return null;
};

export const newDevice = (key: Buffer, login: string): Device => {
  const who = nameOf(login);
  const id = randomBytes(idLength / 2).toString('hex');
  return { cookie: cookieOf(key, who), value: `${id}${signatureOf(key, who, id)}` };
};

const idLength = 32;

/** One login, however it is typed. */
export const nameOf = (login: string): string => login.trim().toLowerCase();

/** A name for each login, which says nothing of it: several officers share the computer of a counter. */
const cookieOf = (key: Buffer, who: string): string =>
  `device-${createHmac('sha256', key).update(`cookie ${who}`).digest('hex').slice(0, 12)}`;

const signatureOf = (key: Buffer, who: string, id: string): string =>
  createHmac('sha256', key).update(`device ${id} ${who}`).digest('hex');

const isOurs = (key: Buffer, who: string, value: string): boolean => {
  const expected = Buffer.from(signatureOf(key, who, value.slice(0, idLength)));
  const given = Buffer.from(value.slice(idLength));
  return given.length === expected.length && timingSafeEqual(given, expected);
};
