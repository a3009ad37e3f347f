import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';
import { z } from 'zod';

/**
 * What the accounts of staff need beyond password and code: a session belongs to the one address it was opened at, a code is taken once, and keys of
 * devices (passkeys) may stand for both. Its endpoints are for the server alone; nothing of it is mounted.
 */
export const staffPlugin = () =>
  ({
    id: 'staff',
    schema: {
      session: { fields: { origin: { type: 'string', required: false, input: false } } },
      twoFactor: { fields: { lastStep: { type: 'number', required: false, input: false } } },
      passkey: {
        fields: {
          userId: { type: 'string', required: true, index: true, references: { model: 'user', field: 'id' } },
          credentialId: { type: 'string', required: true, unique: true },
          publicKey: { type: 'string', required: true },
          counter: { type: 'number', bigint: true, required: true },
          rpId: { type: 'string', required: true },
          name: { type: 'string', required: true },
          createdAt: { type: 'date', required: true },
          lastUsedAt: { type: 'date', required: false },
        },
      },
    },
    endpoints: { challengedUser, openSession },
  }) satisfies BetterAuthPlugin;

/** Whose password was right in the sign-in that this browser has begun; null: none, or it took too long. */
const challengedUser = createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
  const { secret, createAuthCookie, internalAdapter } = ctx.context;
  const challenge = await ctx.getSignedCookie(createAuthCookie('two_factor').name, secret);
  if (typeof challenge !== 'string') return { userId: null };
  return { userId: (await internalAdapter.findVerificationValue(challenge))?.value ?? null };
});

/** Opens a session for somebody who was proved by other means than password and code. */
const openSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ userId: z.string() }) },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.userId);
    if (user === null) throw new Error('a session for nobody');
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return { token: session.token };
  },
);
