import type { FastifyRequest } from 'fastify';

import { codeTries } from '../../domain/sign-in-limits.ts';
import { countTry, forgetTries } from '../../platform/limit/tries.ts';
import { callerOf, type Caller } from '../../platform/session/cookies.ts';
import { deviceOf } from '../../platform/session/device.ts';
import type { SecondFactorStep } from '../../platform/session/sign-in.ts';
import { recordSignIn } from '../../store/sign-in-event.ts';
import { knownDevice } from './known-device.ts';
import type { SignInMeans } from './means.ts';

export type TriedCode =
  | {
      readonly kind: 'signed_in';
      readonly cookies: readonly string[];
      readonly who: Challenged;
      readonly by: 'app' | 'kept';
    }
  | { readonly kind: 'refused' | 'start_over' }
  | { readonly kind: 'wait'; readonly seconds: number };

type Challenged = { readonly userId: string; readonly login: string };

/**
 * One try with a code. Only who knows the password comes this far. Wrong codes of the app are counted apart for browsers the login is known in and for all
 * others, so that a stranger with the password never keeps the owner from their desk; in a new browser the owner is let in meanwhile by a key of
 * their device or a kept code, which is too long to be guessed and is not counted here.
 */
export const tryCode = async (
  means: SignInMeans,
  request: FastifyRequest,
  code: string,
  caller: Caller = callerOf(request),
): Promise<TriedCode> => {
  const who = await means.sessions.readChallenged(caller);
  if (who === null) return { kind: 'start_over' };
  if (!isOfApp(code)) return triedOf(await means.sessions.verifyBackupCode({ code }, caller), who, 'kept');
  const device = knownDevice(means.keyring.handedOut('sign-in device'), who.login, request.cookies);
  const tries = codeTries(who.userId, device);
  const { seconds, isLast } = await countTry(means, tries);
  if (seconds > 0) return { kind: 'wait', seconds };
  const step = await means.sessions.verifyTotp({ code }, caller);
  if (step.kind === 'signed_in') await forgetTries(means, tries);
  else if (isLast && device === null) await tellGuessed(means, request, who);
  return triedOf(step, who, 'app');
};

/** Six digits are the app's; everything else can only be one of the codes kept for the day it is lost. */
const isOfApp = (code: string): boolean => /^\d{6}$/.test(code.replaceAll(/\s/g, ''));

const triedOf = (step: SecondFactorStep, who: Challenged, by: 'app' | 'kept'): TriedCode =>
  step.kind === 'signed_in' ? { kind: 'signed_in', cookies: step.cookies, who, by } : { kind: step.kind };

/** Somebody has the password and guesses the rest: its owner should hear of it. */
const tellGuessed = (
  { database, clock }: SignInMeans,
  { tenant, headers }: FastifyRequest,
  { userId }: Challenged,
): Promise<void> =>
  database.inTenant(tenant.id, (tx) =>
    recordSignIn(tx, tenant.id, {
      userId,
      at: clock.now(),
      kind: 'codes_guessed',
      device: deviceOf(headers['user-agent']),
      detail: null,
    }),
  );
