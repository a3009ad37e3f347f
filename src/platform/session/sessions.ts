import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

import { createAuth, type Auth } from './auth.ts';
import { enrolStaff, type EnrolledStaff, type NewStaff } from './enrol-staff.ts';
import { loginOf, mailAddressOf } from './login-name.ts';
import { checkPassword, endSession, readSession, verifyBackupCode, verifyTotp } from './sign-in.ts';
import type { Caller, Credentials, SecondFactorStep, SignedIn, SignInStep } from './sign-in.ts';

export type SessionsOptions = {
  /** As `laksa_auth`, whose search path is the schema `auth`. */
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
  readonly onError: (error: Error) => void;
};

export type Sessions = {
  /** The first step. One answer for a wrong password, an unknown login and an account without second factor. */
  readonly signIn: (credentials: Credentials, caller: Caller) => Promise<SignInStep<'needs_totp' | 'refused'>>;
  readonly verifyTotp: (proof: { readonly code: string }, caller: Caller) => Promise<SecondFactorStep>;
  readonly verifyBackupCode: (proof: { readonly code: string }, caller: Caller) => Promise<SecondFactorStep>;
  /** Who is signed in with both factors. */
  readonly read: (caller: Caller) => Promise<SignedIn | null>;
  /** Ends the session and gives the cookies that make the browser forget it. */
  readonly signOut: (caller: Caller) => Promise<readonly string[]>;
  /** Ends all sessions of a person, at once and everywhere. */
  readonly endAll: (userId: string) => Promise<void>;
  readonly createStaff: (staff: NewStaff) => Promise<EnrolledStaff>;
  /** Who signs in by this login; null: nobody. */
  readonly userOf: (login: string) => Promise<string | null>;
  /** By what login a person signs in; null: there is no such account any more. */
  readonly loginOf: (userId: string) => Promise<string | null>;
  readonly destroy: () => Promise<void>;
};

export const createSessions = ({ url, secret, maxConnections, onError }: SessionsOptions): Sessions => {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'sign-in',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  // One that breaks while it is used rejects its query; without a listener it would end the process besides.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const plain = createAuth({ db, secret, isSecure: false });
  const secure = createAuth({ db, secret, isSecure: true });
  const at = ({ origin }: Caller): Auth => (origin.startsWith('https:') ? secure : plain);
  return {
    signIn: (credentials, caller) => checkPassword(at(caller), credentials, caller),
    verifyTotp: ({ code }, caller) => verifyTotp(at(caller), code, caller),
    verifyBackupCode: ({ code }, caller) => verifyBackupCode(at(caller), code, caller),
    read: (caller) => readSession(at(caller), caller),
    signOut: (caller) => endSession(at(caller), caller),
    endAll: async (userId) => (await plain.$context).internalAdapter.deleteUserSessions(userId),
    createStaff: (staff) => enrolStaff(plain, staff),
    userOf: async (login) => {
      const found = await (await plain.$context).internalAdapter.findUserByEmail(mailAddressOf(login));
      return found?.user.id ?? null;
    },
    loginOf: async (userId) => {
      const found = await (await plain.$context).internalAdapter.findUserById(userId);
      return found === null ? null : loginOf(found.email);
    },
    destroy: () => pool.end(),
  };
};
