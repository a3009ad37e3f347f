import type { FastifyRequest } from 'fastify';

import { passwordTries, passwordTriesWithCode, type TriesOf } from '../../domain/sign-in-limits.ts';
import { countTry, forgetTries } from '../../platform/limit/tries.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import type { Credentials } from '../../platform/session/sign-in.ts';
import { knownDevice, nameOf } from './known-device.ts';
import type { SignInMeans } from './means.ts';
import { countWrongPassword, sprayWait } from './wrong-passwords.ts';

export type Tried =
  | { readonly kind: 'needs_code'; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** `code`: of the app, or one kept for the day it is lost, where it was asked for along with the password; else empty. */
export type Typed = Credentials & { readonly code: string };

/**
 * One try with a password. An unknown login is counted and answered like a known one. Three counts, that no stranger keeps the owner out: of a browser
 * the login is known in; of whoever shows a right code along with the password; of all others.
 */
export const tryPassword = async (means: SignInMeans, request: FastifyRequest, typed: Typed): Promise<Tried> => {
  const { tries, isStranger } = await countOf(means, request, typed);
  const slowed = isStranger ? await sprayWait(means, request, typed.password) : 0;
  if (slowed > 0) return { kind: 'wait', seconds: slowed };
  const { seconds } = await countTry(means, tries);
  if (seconds > 0) return { kind: 'wait', seconds };
  const step = await means.sessions.signIn(typed, callerOf(request));
  if (step.kind === 'refused') {
    await countWrongPassword(means, request, typed);
    return { kind: 'refused' };
  }
  await forgetTries(means, tries);
  return { kind: 'needs_code', cookies: step.cookies };
};

const countOf = async (
  { keyring, sessions }: SignInMeans,
  request: FastifyRequest,
  { login, code }: Typed,
): Promise<{ readonly tries: TriesOf; readonly isStranger: boolean }> => {
  const who = nameOf(login);
  const device = knownDevice(keyring.handedOut('sign-in device'), login, request.cookies);
  if (device !== null) return { tries: passwordTries(who, device), isStranger: false };
  if (code !== '' && (await sessions.own.codeFits(login, code)))
    return { tries: passwordTriesWithCode(who), isStranger: false };
  return { tries: passwordTries(who, null), isStranger: true };
};
