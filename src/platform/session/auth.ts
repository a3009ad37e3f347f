import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';

import type { SessionSecrets } from './secrets.ts';
import { deviceOf } from './device.ts';
import { staffPlugin } from './staff-plugin.ts';

export type AuthOptions = {
  readonly db: Kysely<unknown>;
  readonly secrets: SessionSecrets;
  /** Whether visitors come by https: cookies are then marked `Secure` and carry the `__Secure-` prefix. */
  readonly isSecure: boolean;
};

/** One working shift. Not prolonged by use: who stays longer signs in once more. */
const sessionSeconds = 12 * 60 * 60;

/**
 * better-auth with password and second factor, reached through `auth.api` alone: none of its routes is mounted, so its
 * own rate limits and origin checks never run and stand elsewhere (platform/limit, platform/http).
 */
export const createAuth = ({ db, secrets, isSecure }: AuthOptions) =>
  betterAuth({
    ...storedShape,
    ...secretsOf(secrets),
    database: { db, type: 'postgres', transaction: true },
    baseURL: 'http://localhost', // links are never made from it, and cookies are told apart below
    advanced: { ...storedShape.advanced, cookiePrefix: 'staff', useSecureCookies: isSecure },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true }, // refusals are values here, and what breaks is thrown
    databaseHooks: { session: { create: { before: knownByItsOwner } } },
    // Its own lock belongs to the account: whoever knows the password could keep the owner out. Wrong codes are counted with the slice.
    plugins: [twoFactor({ issuer: 'staff', accountLockout: { enabled: false } }), staffPlugin()],
  });

/**
 * What was enciphered under the first secret bears no number; all that came later do. As long as there was but one it is given alone, as it was when
 * there could be no other.
 */
const secretsOf = (secrets: SessionSecrets): Pick<BetterAuthOptions, 'secret' | 'secrets'> => {
  const first = secrets.find(({ version }) => version === 1);
  const secret = first === undefined ? {} : { secret: first.value };
  if (secrets.length === 1 && first !== undefined) return secret;
  return { ...secret, secrets: secrets.map(({ version, value }) => ({ version, value })) };
};

type OpensSession = NonNullable<
  NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>['create']
>['before'];

/** A session keeps where it was opened, and few words of the browser. */
const knownByItsOwner: NonNullable<OpensSession> = async (session, context) => ({
  data: {
    ...session,
    userAgent: deviceOf(context?.headers?.get('user-agent')),
    origin: context?.headers?.get('origin') ?? null,
  },
});

export type Auth = ReturnType<typeof createAuth>;

/** better-auth for a caller, the secrets it was made with, and the tables it keeps: what it has no call for is said to them. */
export type Door = { readonly auth: Auth; readonly secrets: SessionSecrets; readonly db: Kysely<unknown> };

/** What the tables are made from. The second factor adds a table of its own, and so do the keys of devices. */
export const storedShape = {
  emailAndPassword: { enabled: true, minPasswordLength: 12 },
  advanced: { ipAddress: { disableIpTracking: true }, database: { generateId: 'uuid' } },
  logger: { disabled: true },
  telemetry: { enabled: false },
  plugins: [twoFactor(), staffPlugin()],
} satisfies BetterAuthOptions;
