import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';

export type AuthOptions = {
  readonly db: Kysely<unknown>;
  readonly secret: string;
  /** Whether visitors come by https: cookies are then marked `Secure` and carry the `__Secure-` prefix. */
  readonly isSecure: boolean;
};

/** One working shift. Not prolonged by use: who stays longer signs in once more. */
const sessionSeconds = 12 * 60 * 60;

/**
 * better-auth with password and second factor, reached through `auth.api` alone: none of its routes is mounted, so its
 * own rate limits and origin checks never run and stand elsewhere (platform/limit, platform/http).
 */
export const createAuth = ({ db, secret, isSecure }: AuthOptions) =>
  betterAuth({
    ...storedShape,
    secret,
    database: { db, type: 'postgres', transaction: true },
    baseURL: 'http://localhost', // links are never made from it, and cookies are told apart below
    advanced: { ...storedShape.advanced, cookiePrefix: 'staff', useSecureCookies: isSecure },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true }, // refusals are values here, and what breaks is thrown
    plugins: [twoFactor({ issuer: 'staff' })],
  });

export type Auth = ReturnType<typeof createAuth>;

/** What the tables are made from. The second factor adds a table of its own. */
export const storedShape = {
  emailAndPassword: { enabled: true, minPasswordLength: 12 },
  advanced: { ipAddress: { disableIpTracking: true }, database: { generateId: 'uuid' } },
  logger: { disabled: true },
  telemetry: { enabled: false },
  plugins: [twoFactor()],
} satisfies BetterAuthOptions;
