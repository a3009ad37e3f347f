import { sql } from 'kysely';
import { Secret } from 'otpauth';

import { systemClock } from '../clock/clock.ts';
import type { Auth, Door } from './auth.ts';
import { openTotp, sealTotp, stepOf } from './totp.ts';

/** Time to find the telephone and scan. */
const minutes = 15;

/** Whose authenticator is renewed, and in which browser: another session of theirs sees nothing of it. */
export type Renewal = { readonly userId: string; readonly sessionId: string };

/** Draws a secret that waits for its proof; the one before holds until then. */
export const beginRenewal = async (auth: Auth, renewal: Renewal): Promise<void> => {
  const { internalAdapter } = await auth.$context;
  const identifier = nameOf(renewal);
  await internalAdapter.deleteVerificationByIdentifier(identifier);
  await internalAdapter.createVerificationValue({
    identifier,
    value: await sealTotp(auth, new Secret({ size: 20 })),
    expiresAt: new Date(systemClock.now().getTime() + minutes * 60_000),
  });
};

/** The secret that waits; null: none does. */
export const waitingSecret = async (auth: Auth, renewal: Renewal): Promise<Secret | null> => {
  const { internalAdapter } = await auth.$context;
  const waiting = await internalAdapter.findVerificationValue(nameOf(renewal));
  return waiting === null || waiting.expiresAt <= systemClock.now() ? null : openTotp(auth, waiting.value);
};

/** Puts the waiting secret in the place of the one before, if the code is of it. That code is used by this. */
export const proveRenewal = async ({ auth, db }: Door, renewal: Renewal, code: string): Promise<boolean> => {
  const secret = await waitingSecret(auth, renewal);
  const step = secret === null ? null : stepOf(secret, code);
  if (secret === null || step === null) return false;
  if ((await (await auth.$context).internalAdapter.consumeVerificationValue(nameOf(renewal))) === null) return false;
  await sql`update "twoFactor" set secret = ${await sealTotp(auth, secret)}, "lastStep" = ${step}
    where "userId" = ${renewal.userId}`.execute(db);
  return true;
};

const nameOf = ({ userId, sessionId }: Renewal): string => `totp-renewal-${userId}-${sessionId}`;
