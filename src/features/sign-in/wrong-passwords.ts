import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

import { forget, peek, take, wholeInstallation, type Limit } from '../../platform/limit/limit.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { nameOf } from './known-device.ts';
import type { SignInMeans } from './means.ts';

type Means = Pick<SignInMeans, 'database' | 'clock' | 'keyring'>;

/**
 * One password over many logins is tried a few times at each, and no count of a login sees it: so wrong ones are counted over the installation too, by
 * the password (a part of its keyed hash) and by the network, far above what the officers behind one address mistype.
 */
const samePassword = { max: 20, windowSeconds: 10 * 60 };
const sameNetwork = { max: 300, windowSeconds: 60 * 60 };

/** Told to the person at the next sign-in; never refuses. */
const ofLogin = { max: 1_000_000, windowSeconds: 7 * 24 * 60 * 60 };

type Try = { readonly login: string; readonly password: string };

/** Seconds that a network waits with keys of devices, after far too many wrong ones; 0: go on. */
export const keyWait = async (means: Means, request: FastifyRequest): Promise<number> =>
  waitOf(means, ofNetwork(request));

export const countWrongKey = async (means: Means, request: FastifyRequest): Promise<void> => {
  await means.database.inTenant(wholeInstallation, async (tx) => {
    for (const limit of ofNetwork(request)) await take(tx, { ...limit, at: means.clock.now() });
  });
};

/** Seconds that a new browser waits, for somebody is trying many logins; 0: nobody is. */
export const sprayWait = (means: Means, request: FastifyRequest, password: string): Promise<number> =>
  waitOf(means, overAll(means, request, password));

const waitOf = ({ database, clock }: Means, limits: readonly Limit[]): Promise<number> =>
  database.inTenant(
    wholeInstallation,
    async (tx) => {
      const at = clock.now();
      let seconds = 0;
      for (const limit of limits) seconds = Math.max(seconds, (await peek(tx, { ...limit, at })).retryAfterSeconds);
      return seconds;
    },
    { readOnly: true },
  );

/** The same work for a login that nobody has. The operator reads of it in the log, once in a window, without address or login. */
export const countWrongPassword = async (means: Means, request: FastifyRequest, wrong: Try): Promise<void> => {
  const reached = await means.database.inTenant(wholeInstallation, async (tx) => {
    const at = means.clock.now();
    await take(tx, { ...ofLogin, ...countOf(wrong.login), at });
    const full: string[] = [];
    for (const { by, ...limit } of overAll(means, request, wrong.password)) {
      const { allowed, remaining } = await take(tx, { ...limit, at });
      if (allowed && remaining === 0) full.push(by);
    }
    return full;
  });
  for (const by of reached) request.log.warn({ by }, 'many logins are tried: sign-in in new browsers is slowed down');
};

/** How many were wrong since the last right one, at most a week back; they are told once. */
export const takeWrongPasswords = (means: Means, login: string): Promise<number> =>
  means.database.inTenant(wholeInstallation, async (tx) => {
    const { remaining } = await peek(tx, { ...ofLogin, ...countOf(login), at: means.clock.now() });
    await forget(tx, { ...ofLogin, ...countOf(login) });
    return ofLogin.max - remaining;
  });

const countOf = (login: string) => ({ tenantId: wholeInstallation, key: `wrong-password:${nameOf(login)}` });

const overAll = ({ keyring }: Means, request: FastifyRequest, password: string) => {
  const mark = createHmac('sha256', keyring.derive('sign-in spray')).update(password).digest('hex').slice(0, 8);
  return [
    { ...samePassword, tenantId: wholeInstallation, key: `spray-password:${mark}`, by: 'password' },
    ...ofNetwork(request),
  ];
};

const ofNetwork = ({ ip }: FastifyRequest) => {
  const network = networkOf(ip);
  return network === null
    ? []
    : [{ ...sameNetwork, tenantId: wholeInstallation, key: `spray-network:${network}`, by: 'network' }];
};
