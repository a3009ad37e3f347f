import type { IncomingHttpHeaders } from 'node:http';

import { isAPIError, type APIError } from 'better-auth/api';

import type { Auth } from './auth.ts';
import { onlyCookies } from './cookies.ts';
import { signedAnew, type SessionSecrets } from './secrets.ts';
import { loginOf, mailAddressOf } from './login-name.ts';

/** Who knocks: the headers of the request, and the origin of the site, which says whether cookies may travel by http. */
export type Caller = { readonly headers: IncomingHttpHeaders; readonly origin: string };

/** better-auth for this caller, and the secrets it was made with. */
export type Door = { readonly auth: Auth; readonly secrets: SessionSecrets };

/** `cookies` are whole `Set-Cookie` values, to be sent whatever the kind. */
export type SignInStep<Kind extends string> = { readonly kind: Kind; readonly cookies: readonly string[] };
/** `refused`: try again. `start_over`: the password is asked for anew. `locked`: too many wrong codes; 15 minutes. */
export type SecondFactorStep = SignInStep<'signed_in' | 'refused' | 'start_over' | 'locked'>;

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

export const verifyTotp = (door: Door, code: string, caller: Caller): Promise<SecondFactorStep> => {
  const digits = code.replaceAll(/\s/g, ''); // shown as 123 456 by many apps
  return checkSecondFactor(door, caller, (headers) =>
    door.auth.api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true }),
  );
};

export const verifyBackupCode = (door: Door, code: string, caller: Caller): Promise<SecondFactorStep> =>
  checkSecondFactor(door, caller, (headers) =>
    door.auth.api.verifyBackupCode({ body: { code: code.trim() }, headers, returnHeaders: true }),
  );

type Verify = (headers: Headers) => Promise<{ readonly headers: Headers }>;

/** Sees the challenge's cookie alone: with a session beside it, better-auth would ask the code of that session's person. */
const checkSecondFactor = async (
  { auth, secrets }: Door,
  caller: Caller,
  verify: Verify,
): Promise<SecondFactorStep> => {
  const challenge = (await auth.$context).createAuthCookie('two_factor').name;
  try {
    const { headers } = await verify(await signedAnew(onlyCookies(caller.headers.cookie, [challenge]), secrets));
    return { kind: 'signed_in', cookies: headers.getSetCookie() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: refusedKind(error), cookies: [] };
  }
};

const refusedKind = (error: APIError): 'refused' | 'start_over' | 'locked' => {
  switch (error.body?.code) {
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return 'start_over';
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return 'locked';
    default:
      return 'refused';
  }
};

export const readSession = async (door: Door, caller: Caller): Promise<SignedIn | null> => {
  const headers = await sessionCookie(door, caller);
  if (!headers.has('cookie')) return null;
  const found = await door.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (found?.user.twoFactorEnabled !== true) return null;
  return { userId: found.user.id, sessionId: found.session.id, login: loginOf(found.user.email) };
};

export const endSession = async (door: Door, caller: Caller): Promise<readonly string[]> => {
  const { headers } = await door.auth.api.signOut({ headers: await sessionCookie(door, caller), returnHeaders: true });
  return headers.getSetCookie();
};

const sessionCookie = async ({ auth, secrets }: Door, caller: Caller): Promise<Headers> =>
  signedAnew(onlyCookies(caller.headers.cookie, [(await auth.$context).authCookies.sessionToken.name]), secrets);

/** A "no" of better-auth's, as against a breakdown. */
const isRefusal = (error: unknown): error is APIError => isAPIError(error) && error.statusCode < 500;
