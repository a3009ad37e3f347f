import { sql } from 'kysely';

import type { Auth, Door } from './auth.ts';
import type { Caller } from './cookies.ts';
import { isRefusal, sessionCookie } from './sign-in.ts';

/** Whether the password is that of whoever is signed in here: asked again before anything that opens the account is changed. */
export const isOwnPassword = async (door: Door, password: string, caller: Caller): Promise<boolean> => {
  try {
    await door.auth.api.verifyPassword({ body: { password }, headers: await sessionCookie(door, caller) });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
};

export type PasswordChange = { readonly current: string; readonly next: string };

/** Ends every session but this browser's, which gets a new one, and every sign-in that was begun. Null: the password of before is another. */
export const changePassword = async (
  door: Door,
  userId: string,
  { current, next }: PasswordChange,
  caller: Caller,
): Promise<readonly string[] | null> => {
  try {
    const { headers } = await door.auth.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: await sessionCookie(door, caller),
      returnHeaders: true,
    });
    await dropChallenges(door, userId);
    return headers.getSetCookie();
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
};

/** Sign-ins that wait for their code end: they were begun with what no longer holds. */
export const dropChallenges = async ({ db }: Pick<Door, 'db'>, userId: string): Promise<void> => {
  await sql`delete from verification where value = ${userId} and identifier like '2fa-%'`.execute(db);
};

/** Ten new codes for the day the telephone is lost, in place of those before. Null: the password is another. */
export const renewRecoveryCodes = async (
  door: Door,
  password: string,
  caller: Caller,
): Promise<readonly string[] | null> => {
  try {
    const { backupCodes } = await door.auth.api.generateBackupCodes({
      body: { password },
      headers: await sessionCookie(door, caller),
    });
    return backupCodes;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
};

export const countRecoveryCodes = async (auth: Auth, userId: string): Promise<number> =>
  (await auth.api.viewBackupCodes({ body: { userId } })).backupCodes.length;
