import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { sql, type Kysely } from 'kysely';
import { Secret, TOTP } from 'otpauth';

import type { Auth } from './auth.ts';

/** Shown as `123 456` by many apps. */
export const digitsOf = (code: string): string => code.replaceAll(/\s/g, '');

/** Which half minute a code is of, as better-auth takes it: this one, the one before or the one after; null: of none. */
export const stepOf = (secret: Secret, code: string): number | null => {
  const totp = new TOTP({ secret });
  const delta = totp.validate({ token: digitsOf(code), window: 1 });
  return delta === null ? null : totp.counter() + delta;
};

export const totpSecretOf = async (auth: Auth, userId: string): Promise<Secret | null> => {
  const { adapter, secretConfig } = await auth.$context;
  const row = await adapter.findOne<{ secret: string }>({
    model: 'twoFactor',
    where: [{ field: 'userId', value: userId }],
  });
  return row === null ? null : secretFrom(await symmetricDecrypt({ key: secretConfig, data: row.secret }));
};

/** Marks the half minute of a code as used, and all before it. False: it was, and the code is one that somebody has seen. One statement, so that of two at once one wins. */
export const useStep = async (db: Kysely<unknown>, userId: string, step: number): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update "twoFactor" set "lastStep" = ${step} where "userId" = ${userId} and coalesce("lastStep", 0) < ${step}`.execute(
    db,
  );
  return numAffectedRows === 1n;
};

/** As better-auth keeps one that it has not drawn itself. */
export const sealTotp = async (auth: Auth, secret: Secret): Promise<string> =>
  symmetricEncrypt({ key: (await auth.$context).secretConfig, data: `${asBase32}${secret.base32}` });

export const openTotp = async (auth: Auth, sealed: string): Promise<Secret> =>
  secretFrom(await symmetricDecrypt({ key: (await auth.$context).secretConfig, data: sealed }));

const asBase32 = 'base32:';

const secretFrom = (kept: string): Secret =>
  kept.startsWith(asBase32) ? Secret.fromBase32(kept.slice(asBase32.length)) : Secret.fromUTF8(kept);
