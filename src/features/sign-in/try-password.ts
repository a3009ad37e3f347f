import type { FastifyRequest } from 'fastify';

import { forget, sweepLimits, take, wholeInstallation, type Limit } from '../../platform/limit/limit.ts';
import { keyInUse } from '../../platform/keyring/handed-out-key.ts';
import type { Credentials } from '../../platform/session/sign-in.ts';
import { countedAs, newDevice, type Device } from './known-device.ts';
import type { SignInMeans } from './means.ts';

export type Tried =
  | { readonly kind: 'needs_code'; readonly cookies: readonly string[]; readonly device: Device }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Enough for a slip of the finger; beyond it a short wait, and a longer one for who goes on. */
const limits = [
  { max: 5, windowSeconds: 60 },
  { max: 30, windowSeconds: 60 * 60 },
] as const;

/**
 * One try with a password. Counted before it is looked at, so that a hundred at once are a hundred, and forgotten when it was right: only wrong ones
 * remain. An unknown login is counted and answered like a known one. Accounts belong to the installation, so tries at all its cities are one count: who
 * guesses does not get as many again at each host.
 */
export const tryPassword = async (
  means: SignInMeans,
  request: FastifyRequest,
  credentials: Credentials,
): Promise<Tried> => {
  const { tenant, headers, cookies } = request;
  const deviceKeys = means.keyring.handedOut('sign-in device');
  const key = countedAs(deviceKeys, credentials.login, cookies);
  const counted = limits.map((limit) => ({ ...limit, tenantId: wholeInstallation, key }));
  const seconds = await countTry(means, counted);
  if (seconds > 0) return { kind: 'wait', seconds };
  const step = await means.sessions.signIn(credentials, { headers, origin: tenant.origin });
  if (step.kind === 'refused') return { kind: 'refused' };
  await means.database.inTenant(wholeInstallation, async (tx) => {
    for (const limit of counted) await forget(tx, limit);
  });
  return { kind: 'needs_code', cookies: step.cookies, device: newDevice(keyInUse(deviceKeys), credentials.login) };
};

/** Seconds to wait; 0: go on. By the machine's time: a city's own may stand still or run. No sweep of a city comes here: what is over goes on the way. */
const countTry = (means: SignInMeans, counted: readonly Limit[]): Promise<number> =>
  means.database.inTenant(wholeInstallation, async (tx) => {
    const at = means.clock.now();
    let seconds = 0;
    for (const limit of counted) seconds = Math.max(seconds, (await take(tx, { ...limit, at })).retryAfterSeconds);
    await sweepLimits(tx, wholeInstallation, at);
    return seconds;
  });
