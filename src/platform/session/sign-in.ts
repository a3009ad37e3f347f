import { isAPIError, type APIError } from 'better-auth/api';

import { systemClock } from '../clock/clock.ts';
import type { Door } from './auth.ts';
import { shownOf, type Caller } from './cookies.ts';
import { loginOf, mailAddressOf } from './login-name.ts';
import { digitsOf, stepOf, totpSecretOf, useStep } from './totp.ts';

/** `cookies` are whole `Set-Cookie` values, to be sent whatever the kind. */
export type SignInStep<Kind extends string> = { readonly kind: Kind; readonly cookies: readonly string[] };
/** `refused`: try again. `start_over`: the password is asked for anew. */
export type SecondFactorStep =
  | (SignInStep<'signed_in'> & { readonly userId: string })
  | SignInStep<'refused' | 'start_over'>;

export type SignedIn = { readonly userId: string; readonly sessionId: string; readonly login: string };

export type Credentials = { readonly login: string; readonly password: string };

/** One answer, and much the same time, for a wrong password, an unknown login and an account without second factor. */
export const checkPassword = async (
  door: Door,
  { login, password }: Credentials,
  caller: Caller,
): Promise<SignInStep<'needs_totp' | 'refused'>> => {
  const { auth } = door;
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: mailAddressOf(login), password },
      headers: new Headers(),
      returnHeaders: true,
    });
    if ('twoFactorRedirect' in response) {
      await endSession(door, caller);
      return { kind: 'needs_totp', cookies: headers.getSetCookie() };
    }
    // Without a second factor better-auth is content with the password; we are not. Nobody has seen this session yet.
    await (await auth.$context).internalAdapter.deleteSession(response.token);
    return { kind: 'refused', cookies: [] };
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', cookies: [] };
    throw error;
  }
};

/** Who is asked for the second factor in this browser: their password was right. */
export const readChallenged = async (
  door: Door,
  caller: Caller,
): Promise<{ readonly userId: string; readonly login: string } | null> => {
  const { auth } = door;
  const { userId } = await auth.api.challengedUser({ headers: await challengeCookie(door, caller) });
  if (userId === null) return null;
  const user = await (await auth.$context).internalAdapter.findUserById(userId);
  return user === null ? null : { userId, login: loginOf(user.email) };
};

/** better-auth takes a code as often as it comes within its minute and a half; here whoever comes first with it, alone. */
export const verifyTotp = async (door: Door, code: string, caller: Caller): Promise<SecondFactorStep> => {
  const { auth, db } = door;
  const challenged = await readChallenged(door, caller);
  const secret = challenged === null ? null : await totpSecretOf(auth, challenged.userId);
  const step = secret === null ? null : stepOf(secret, code);
  if (challenged !== null && step !== null && !(await useStep(db, challenged.userId, step)))
    return { kind: 'refused', cookies: [] };
  return checkSecondFactor(door, caller, (headers) =>
    auth.api.verifyTOTP({ body: { code: digitsOf(code) }, headers, returnHeaders: true }),
  );
};

export const verifyBackupCode = (door: Door, code: string, caller: Caller): Promise<SecondFactorStep> =>
  checkSecondFactor(door, caller, (headers) =>
    door.auth.api.verifyBackupCode({ body: { code: code.trim() }, headers, returnHeaders: true }),
  );

type Verify = (
  headers: Headers,
) => Promise<{ readonly headers: Headers; readonly response: { readonly user: { readonly id: string } } }>;

/** Sees the challenge's cookie alone: with a session beside it, better-auth would ask the code of that session's person. */
const checkSecondFactor = async (door: Door, caller: Caller, verify: Verify): Promise<SecondFactorStep> => {
  try {
    const { headers, response } = await verify(await challengeCookie(door, caller));
    return { kind: 'signed_in', cookies: headers.getSetCookie(), userId: response.user.id };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: refusedKind(error), cookies: [] };
  }
};

const challengeCookie = async (door: Door, caller: Caller): Promise<Headers> =>
  shownOf(door, caller, [(await door.auth.$context).createAuthCookie('two_factor').name]);

const refusedKind = (error: APIError): 'refused' | 'start_over' => {
  switch (error.body?.code) {
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return 'start_over';
    default:
      return 'refused';
  }
};

/** How often it is written down that a session is in use. */
const seenEveryMs = 5 * 60 * 1000;

/** A session that begins later than this is of a time when the machine's clock was ahead, and would last until then. */
const longestAheadMs = 24 * 60 * 60 * 1000;

/** A session counts at the address where it was opened alone: taken to another city's it is none. */
export const readSession = async (door: Door, caller: Caller): Promise<SignedIn | null> => {
  const { auth } = door;
  const headers = await sessionCookie(door, caller);
  if (!headers.has('cookie')) return null;
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (found?.user.twoFactorEnabled !== true || found.session.origin !== caller.origin) return null;
  const { session, user } = found;
  const now = systemClock.now();
  if (session.createdAt.getTime() > now.getTime() + longestAheadMs) return null;
  if (Math.abs(now.getTime() - session.updatedAt.getTime()) > seenEveryMs)
    await (await auth.$context).internalAdapter.updateSession(session.token, { updatedAt: now });
  return { userId: user.id, sessionId: session.id, login: loginOf(user.email) };
};

export const endSession = async (door: Door, caller: Caller): Promise<readonly string[]> => {
  const { headers } = await door.auth.api.signOut({ headers: await sessionCookie(door, caller), returnHeaders: true });
  return headers.getSetCookie();
};

export const sessionCookie = async (door: Door, caller: Caller): Promise<Headers> =>
  shownOf(door, caller, [(await door.auth.$context).authCookies.sessionToken.name]);

/** A "no" of better-auth's, as against a breakdown. */
export const isRefusal = (error: unknown): error is APIError => isAPIError(error) && error.statusCode < 500;
