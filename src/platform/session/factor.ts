import { randomInt } from 'node:crypto';

import { symmetricEncrypt } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';

import type { Auth } from './auth.ts';
import { sealTotp, stepOf } from './totp.ts';

/** A second factor: what an authenticator app is given, and the codes for the day it is lost. Nothing is kept until it was proved. */
export type Factor = { readonly totpSecret: string; readonly recoveryCodes: readonly string[] };

export const drawFactor = (): Factor => ({
  totpSecret: new Secret({ size: 20 }).base32, // RFC 4226, 4: 160 bits
  recoveryCodes: Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`),
});

/** Without letters and digits that look alike: the codes are copied by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');

/** What an authenticator app reads from a QR code. */
export const totpAddress = (totpSecret: string, shown: { readonly issuer: string; readonly login: string }): string =>
  new TOTP({ issuer: shown.issuer, label: shown.login, secret: Secret.fromBase32(totpSecret) }).toString();

/** Whether somebody's app shows this code now, half a minute ago or in half a minute. */
export const provesTotp = (totpSecret: string, code: string): boolean =>
  stepOf(Secret.fromBase32(totpSecret), code) !== null;

const model = 'twoFactor';

/** Puts a second factor in the place of the one before, with its locks and its recovery codes. */
export const storeFactor = async (auth: Auth, userId: string, factor: Factor): Promise<void> => {
  const { adapter, secretConfig: key, internalAdapter } = await auth.$context;
  const kept = {
    secret: await sealTotp(auth, Secret.fromBase32(factor.totpSecret)),
    backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(factor.recoveryCodes) }),
    verified: true,
    failedVerificationCount: 0,
    lockedUntil: null,
    lastStep: null,
  };
  const where = [{ field: 'userId', value: userId }];
  const before = await adapter.findOne({ model, where });
  if (before === null) await adapter.create({ model, data: { ...kept, userId } });
  else await adapter.update({ model, where, update: kept });
  await internalAdapter.updateUser(userId, { twoFactorEnabled: true });
};
