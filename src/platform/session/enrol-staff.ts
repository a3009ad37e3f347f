import { TOTP, URI } from 'otpauth';

import type { Auth } from './auth.ts';
import { cookiesSet } from './cookies.ts';
import { mailAddressOf } from './login-name.ts';

export type NewStaff = { readonly login: string; readonly name: string; readonly password: string };
export type EnrolledStaff = {
  readonly userId: string;
  readonly totpSecret: string;
  readonly backupCodes: readonly string[];
};

/** Somebody signs in by this login already. */
export class LoginTaken extends Error {}

/**
 * Makes a person who can sign in: password, then a second factor that was proved once, all through better-auth's own steps.
 * What an enrolment left half done under the same login is replaced; a finished one is not: it throws `LoginTaken`.
 */
export const enrolStaff = async (auth: Auth, { login, name, password }: NewStaff): Promise<EnrolledStaff> => {
  const email = mailAddressOf(login);
  const { internalAdapter } = await auth.$context;
  await removeHalfEnrolled(auth, email, login);
  const signedUp = await auth.api.signUpEmail({ body: { email, name, password }, returnHeaders: true });
  const headers = cookiesSet(signedUp.headers);
  const { id: userId } = signedUp.response.user;
  const factor = await enableFactor(auth, password, headers);
  await internalAdapter.deleteUserSessions(userId);
  return { userId, ...factor };
};

/** Proved once, or it does not count. */
const enableFactor = async (auth: Auth, password: string, headers: Headers): Promise<Omit<EnrolledStaff, 'userId'>> => {
  const enabled = await auth.api.enableTwoFactor({ body: { password }, headers });
  if (enabled.method !== 'totp') throw new Error('a second factor other than TOTP was enabled');
  const totp = URI.parse(enabled.totpURI);
  if (!(totp instanceof TOTP)) throw new Error('no TOTP address came back');
  await auth.api.verifyTOTP({ body: { code: totp.generate() }, headers });
  return { totpSecret: totp.secret.base32, backupCodes: enabled.backupCodes };
};

const removeHalfEnrolled = async (auth: Auth, email: string, login: string): Promise<void> => {
  const { internalAdapter } = await auth.$context;
  const before = await internalAdapter.findUserByEmail(email);
  if (before === null) return;
  if ('twoFactorEnabled' in before.user && before.user.twoFactorEnabled === true)
    throw new LoginTaken(`the login ${login} is taken`);
  await internalAdapter.deleteUser(before.user.id);
};
