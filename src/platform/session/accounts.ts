import type { Auth, Door } from './auth.ts';
import { LoginTaken } from './enrol-staff.ts';
import { drawFactor, storeFactor, type Factor } from './factor.ts';
import { mailAddressOf } from './login-name.ts';
import { dropChallenges } from './own-account.ts';
import { dropPasskeys } from './passkeys.ts';

export type NewAccount = {
  readonly login: string;
  readonly name: string;
  /** As `hashPassword` gives it. */
  readonly passwordHash: string;
  readonly factor: Factor;
};

/** What is done to the means by which somebody signs in, by whoever may: nothing here asks. */
export type Accounts = {
  readonly hashPassword: (password: string) => Promise<string>;
  readonly isPassword: (userId: string, password: string) => Promise<boolean>;
  /** Whole or not at all as others see it: until its last step it opens nothing. Gives its id; throws `LoginTaken`. */
  readonly open: (account: NewAccount) => Promise<string>;
  /** All sessions end. */
  readonly setPassword: (userId: string, passwordHash: string) => Promise<void>;
  /** All sessions end. */
  readonly setFactor: (userId: string, factor: Factor) => Promise<void>;
  /**
   * In place of the second factor one that nobody knows, and of the keys of devices none: what was lost opens nothing any more, and the account stays one
   * that asks for two. All sessions end.
   */
  readonly voidFactor: (userId: string) => Promise<void>;
};

export const createAccounts = (doorNow: () => Door): Accounts => {
  const context = () => doorNow().auth.$context;
  const endSessions = async (userId: string): Promise<void> => {
    await dropChallenges(doorNow(), userId);
    await (await context()).internalAdapter.deleteUserSessions(userId);
  };
  const setFactor = async (userId: string, factor: Factor): Promise<void> => {
    await storeFactor(doorNow().auth, userId, factor);
    await endSessions(userId);
  };
  return {
    hashPassword: async (password) => (await context()).password.hash(password),
    isPassword: async (userId, password) => {
      const { internalAdapter, password: passwords } = await context();
      const hash = (await internalAdapter.findCredentialAccount(userId))?.password ?? null;
      return hash !== null && passwords.verify({ hash, password });
    },
    open: (account) => openAccount(doorNow().auth, account),
    setPassword: async (userId, passwordHash) => {
      await (await context()).internalAdapter.updatePassword(userId, passwordHash);
      await endSessions(userId);
    },
    setFactor,
    voidFactor: async (userId) => {
      await dropPasskeys(doorNow().db, userId);
      await setFactor(userId, drawFactor());
    },
  };
};

/** The password comes last: before it nobody can sign in by the account, and one that was left so is begun anew. */
const openAccount = async (auth: Auth, { login, name, passwordHash, factor }: NewAccount): Promise<string> => {
  const { internalAdapter } = await auth.$context;
  const email = mailAddressOf(login);
  const before = await internalAdapter.findUserByEmail(email);
  if (before !== null && (await internalAdapter.findCredentialAccount(before.user.id)) !== null)
    throw new LoginTaken(`the login ${login} is taken`);
  if (before !== null) await internalAdapter.deleteUser(before.user.id);
  const created = internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' });
  const { id: userId } = await created.catch((error: unknown) => {
    throw isTaken(error) ? new LoginTaken(`the login ${login} is taken`, { cause: error }) : error;
  });
  await storeFactor(auth, userId, factor);
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: passwordHash });
  return userId;
};

/** Of two at once the second meets the unique key. */
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';
