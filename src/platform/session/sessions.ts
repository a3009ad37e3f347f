import { Kysely, PostgresDialect, sql, type QueryResult } from 'kysely';
import pg from 'pg';

import { createAccounts, type Accounts } from './accounts.ts';
import { createAuth, type Door } from './auth.ts';
import type { Caller } from './cookies.ts';
import { findPeople, peopleByLogin, type PeopleAsked, type StaffPerson } from './find-people.ts';
import { enrolStaff, type EnrolledStaff, type NewStaff } from './enrol-staff.ts';
import { loginOf, mailAddressOf } from './login-name.ts';
import { ownMeans, type OwnMeans } from './own-means.ts';
import { readPeople, type Person } from './people.ts';
import { renewSecondFactors } from './renew-second-factors.ts';
import type { SessionSecrets } from './secrets.ts';
import { checkPassword, endSession, readChallenged, readSession, verifyBackupCode, verifyTotp } from './sign-in.ts';
import type { Credentials, SecondFactorStep, SignedIn, SignInStep } from './sign-in.ts';

export type SessionsOptions = {
  /** As `laksa_auth`, whose search path is the schema `auth`. */
  readonly url: string;
  /** As they are now: they may change while the process runs. */
  readonly secrets: () => SessionSecrets;
  readonly maxConnections: number;
  readonly onError: (error: Error) => void;
};

export type Sessions = {
  /** The first step. One answer for a wrong password, an unknown login and an account without second factor. */
  readonly signIn: (credentials: Credentials, caller: Caller) => Promise<SignInStep<'needs_totp' | 'refused'>>;
  /** Whose password was right in the sign-in this browser has begun. */
  readonly readChallenged: (caller: Caller) => Promise<{ readonly userId: string; readonly login: string } | null>;
  readonly verifyTotp: (proof: { readonly code: string }, caller: Caller) => Promise<SecondFactorStep>;
  readonly verifyBackupCode: (proof: { readonly code: string }, caller: Caller) => Promise<SecondFactorStep>;
  /** Who is signed in with both factors. */
  readonly read: (caller: Caller) => Promise<SignedIn | null>;
  /** Ends the session and gives the cookies that make the browser forget it. */
  readonly signOut: (caller: Caller) => Promise<readonly string[]>;
  /** Ends all sessions of a person, at once and everywhere. */
  readonly endAll: (userId: string) => Promise<void>;
  readonly createStaff: (staff: NewStaff) => Promise<EnrolledStaff>;
  /** Enciphers all second factors under the secret in use. Gives how many. */
  readonly renewSecondFactors: () => Promise<number>;
  /** Ends everybody's sessions. Gives how many. */
  readonly endEverybodys: () => Promise<number>;
  /** Second factors whose key is lost open nothing: who has one is asked for neither, and is let in by nothing but a new one. */
  readonly dropSecondFactors: () => Promise<number>;
  /** Who signs in by this login; null: nobody. */
  readonly userOf: (login: string) => Promise<string | null>;
  /** By what login a person signs in; null: there is no such account any more. */
  readonly loginOf: (userId: string) => Promise<string | null>;
  /** What somebody who is signed in does with their own account; and how keys of devices sign in. */
  readonly own: OwnMeans;
  /** Who these accounts are, by id. */
  readonly people: (userIds: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  readonly findPeople: (asked: PeopleAsked) => Promise<readonly StaffPerson[]>;
  readonly peopleByLogin: (logins: readonly string[]) => Promise<readonly StaffPerson[]>;
  /** What is done to the means of others, or of who is not signed in. */
  readonly accounts: Accounts;
  readonly destroy: () => Promise<void>;
};

export const createSessions = ({ url, secrets, maxConnections, onError }: SessionsOptions): Sessions => {
  const pool = openPool({ url, maxConnections, onError });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const doors = openDoors(db, secrets);
  const plain = () => doors(false).auth;
  const at = ({ origin }: Pick<Caller, 'origin'>): Door => doors(origin.startsWith('https:'));
  return {
    signIn: (credentials, caller) => checkPassword(at(caller), credentials, caller),
    readChallenged: (caller) => readChallenged(at(caller), caller),
    verifyTotp: ({ code }, caller) => verifyTotp(at(caller), code, caller),
    verifyBackupCode: ({ code }, caller) => verifyBackupCode(at(caller), code, caller),
    read: (caller) => readSession(at(caller), caller),
    signOut: (caller) => endSession(at(caller), caller),
    endAll: async (userId) => (await plain().$context).internalAdapter.deleteUserSessions(userId),
    createStaff: (staff) => enrolStaff(plain(), staff),
    renewSecondFactors: () => renewSecondFactors(db, secrets()),
    endEverybodys: async () => changed(await sql`delete from auth.session`.execute(db)),
    dropSecondFactors: async () => {
      await sql`delete from auth."twoFactor"`.execute(db);
      return changed(await sql`update auth."user" set "twoFactorEnabled" = false`.execute(db));
    },
    userOf: async (login) => {
      const found = await (await plain().$context).internalAdapter.findUserByEmail(mailAddressOf(login));
      return found?.user.id ?? null;
    },
    loginOf: async (userId) => {
      const found = await (await plain().$context).internalAdapter.findUserById(userId);
      return found === null ? null : loginOf(found.email);
    },
    own: ownMeans(at),
    people: (userIds) => readPeople(db, userIds),
    findPeople: (asked) => findPeople(db, asked),
    peopleByLogin: (logins) => peopleByLogin(db, logins),
    accounts: createAccounts(() => doors(false)),
    destroy: () => pool.end(),
  };
};

const openPool = ({ url, maxConnections, onError }: Omit<SessionsOptions, 'secrets'>): pg.Pool => {
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
  return pool;
};

/** better-auth holds the secrets it was made with: it is made anew when they have changed. */
const openDoors = (db: Kysely<unknown>, secretsNow: () => SessionSecrets): ((isSecure: boolean) => Door) => {
  const made = new Map<boolean, Door>();
  return (isSecure) => {
    const secrets = secretsNow();
    const known = made.get(isSecure);
    if (known !== undefined && areSame(known.secrets, secrets)) return { ...known, secrets };
    const door = { auth: createAuth({ db, secrets, isSecure }), secrets, db };
    made.set(isSecure, door);
    return door;
  };
};

const areSame = (some: SessionSecrets, others: SessionSecrets): boolean =>
  some.length === others.length && some.every(({ value }, at) => value === others[at]?.value);

const changed = ({ numAffectedRows = 0n }: QueryResult<unknown>): number => Number(numAffectedRows);
