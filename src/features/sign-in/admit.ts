import type { FastifyReply, FastifyRequest } from 'fastify';

import { isHttps } from '../../platform/http/tenant.ts';
import { keyInUse } from '../../platform/keyring/handed-out-key.ts';
import { deviceOf } from '../../platform/session/device.ts';
import { hasSignedIn, recordSignIn, type SignInKind } from '../../store/sign-in-event.ts';
import { deviceDays, knownDevice, newDevice } from './known-device.ts';
import { signInPath, type SignInMeans } from './means.ts';
import { takeWrongPasswords } from './wrong-passwords.ts';

export type Admitted = {
  readonly userId: string;
  readonly login: string;
  readonly cookies: readonly string[];
  /** `kept`: by a code of those for the day the app is lost. */
  readonly by: 'app' | 'kept' | 'passkey';
};

/** Somebody is in: their browser is known from now on, and it is written down, with what their owner should know. */
export const admit = async (
  means: SignInMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { userId, login, cookies, by }: Admitted,
): Promise<void> => {
  const { tenant, headers } = request;
  const keys = means.keyring.handedOut('sign-in device');
  const isNew = knownDevice(keys, login, request.cookies) === null;
  const wrong = await takeWrongPasswords(means, login);
  await means.database.inTenant(tenant.id, async (tx) => {
    const write = (kind: SignInKind, detail: string | null = null) =>
      recordSignIn(tx, tenant.id, {
        userId,
        at: means.clock.now(),
        kind,
        device: deviceOf(headers['user-agent']),
        detail,
      });
    if (wrong > 0) await write('wrong_passwords', String(wrong));
    if (by === 'kept') await write('recovery_used');
    await write(isNew && (await hasSignedIn(tx, tenant.id, userId)) ? 'signed_in_new' : 'signed_in');
  });
  reply.header('set-cookie', [...cookies]);
  if (isNew) rememberDevice(request, reply, newDevice(keyInUse(keys), login));
};

const rememberDevice = (
  request: FastifyRequest,
  reply: FastifyReply,
  { cookie, value }: ReturnType<typeof newDevice>,
): void => {
  const options = { path: signInPath, httpOnly: true, sameSite: 'lax', secure: isHttps(request.tenant) } as const;
  reply.setCookie(cookie, value, { ...options, maxAge: deviceDays * 24 * 60 * 60 });
};
