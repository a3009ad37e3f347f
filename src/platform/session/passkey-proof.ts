import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';

import { systemClock } from '../clock/clock.ts';
import type { Auth, Door } from './auth.ts';
import { shownOf, type Caller } from './cookies.ts';
import { countOn, credentialsAt, findPasskey, insertPasskey } from './passkeys.ts';

/** Who adds a key: `site` is what their device calls the place. */
export type KeyOwner = {
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly site: string;
};

/** What a device is asked for: a key of its own for this address, that asks its owner each time. */
export const offerPasskey = async (
  { auth, db }: Door,
  { userId, login, name, site }: KeyOwner,
  { origin }: Caller,
): Promise<PublicKeyCredentialCreationOptionsJSON> => {
  const rpId = rpIdOf(origin);
  const known = await credentialsAt(db, userId, rpId);
  const options = await generateRegistrationOptions({
    rpName: site,
    rpID: rpId,
    userName: login,
    userDisplayName: name,
    userID: new TextEncoder().encode(userId),
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(auth, `add ${userId} ${origin}`, options.challenge);
  return options;
};

/** Keeps the key that a device made. False: it proves nothing, or is known already. */
export const addPasskey = async (
  { auth, db }: Door,
  { userId, keyName }: { readonly userId: string; readonly keyName: string },
  response: RegistrationResponseJSON,
  { origin }: Caller,
): Promise<boolean> => {
  const rpId = rpIdOf(origin);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(auth, `add ${userId} ${origin}`, challenge),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (verified?.verified !== true) return false;
  const { credential } = verified.registrationInfo;
  return insertPasskey(db, {
    userId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    rpId,
    name: keyName,
    createdAt: systemClock.now(),
  });
};

/** The same for everybody: the device itself knows whose keys it has, so nobody learns here who has one. */
export const askPasskey = async (auth: Auth, { origin }: Caller): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  const options = await generateAuthenticationOptions({ rpID: rpIdOf(origin), userVerification: 'required' });
  await keepChallenge(auth, `sign in ${origin}`, options.challenge);
  return options;
};

export type PasskeyStep =
  | { readonly kind: 'signed_in'; readonly userId: string; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' };

const refused = { kind: 'refused' } as const;

/** Takes what a device signed in place of password and code. An account that has no second factor of its own yet is let in by no key either. */
export const signInByPasskey = async (
  door: Door,
  response: AuthenticationResponseJSON,
  caller: Caller,
): Promise<PasskeyStep> => {
  const { auth, db } = door;
  const { origin } = caller;
  const rpId = rpIdOf(origin);
  const key = await findPasskey(db, response.id, rpId);
  if (key === null) return refused;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(auth, `sign in ${origin}`, challenge),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
    },
  }).catch(() => null);
  if (verified?.verified !== true) return refused;
  if (!(await countOn(db, key, verified.authenticationInfo.newCounter, systemClock.now()))) return refused;
  return openedFor(door, key.userId, caller);
};

const openedFor = async (door: Door, userId: string, caller: Caller): Promise<PasskeyStep> => {
  const user = await (await door.auth.$context).internalAdapter.findUserById(userId);
  if (user === null || !('twoFactorEnabled' in user) || user.twoFactorEnabled !== true) return refused;
  const { headers } = await door.auth.api.openSession({
    body: { userId },
    headers: await shownOf(door, caller, []),
    returnHeaders: true,
  });
  return { kind: 'signed_in', userId, cookies: headers.getSetCookie() };
};

/** Keys belong to a host: each city has its own. */
const rpIdOf = (origin: string): string => new URL(origin).hostname;

const challengeMinutes = 5;

/** A challenge serves once, for one purpose at one address, whichever process asked it. */
const keepChallenge = async (auth: Auth, purpose: string, challenge: string): Promise<void> => {
  await (
    await auth.$context
  ).internalAdapter.createVerificationValue({
    identifier: `passkey ${purpose} ${challenge}`,
    value: purpose,
    expiresAt: new Date(systemClock.now().getTime() + challengeMinutes * 60_000),
  });
};

const takeChallenge = async (auth: Auth, purpose: string, challenge: string): Promise<boolean> =>
  (await (await auth.$context).internalAdapter.consumeVerificationValue(`passkey ${purpose} ${challenge}`)) !== null;
