import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

import { systemClock } from '../clock/clock.ts';
import type { Door } from './auth.ts';
import type { Caller } from './cookies.ts';
import {
  changePassword,
  countRecoveryCodes,
  isOwnPassword,
  renewRecoveryCodes,
  type PasswordChange,
} from './own-account.ts';
import { endOneSession, endOtherSessions, openSessions, type OpenSession } from './own-sessions.ts';
import {
  addPasskey,
  askPasskey,
  offerPasskey,
  signInByPasskey,
  type KeyOwner,
  type PasskeyStep,
} from './passkey-proof.ts';
import { deletePasskey, passkeysOf, type Passkey } from './passkeys.ts';
import { codeFits } from './code-fits.ts';
import { beginRenewal, proveRenewal, waitingSecret, type Renewal } from './totp-renewal.ts';

export type OwnMeans = {
  readonly nameOf: (userId: string) => Promise<string>;
  readonly isPassword: (password: string, caller: Caller) => Promise<boolean>;
  /** The cookies of the session that goes on; null: the password of before is another. */
  readonly changePassword: (
    userId: string,
    change: PasswordChange,
    caller: Caller,
  ) => Promise<readonly string[] | null>;
  readonly recoveryCodesLeft: (userId: string) => Promise<number>;
  readonly renewRecoveryCodes: (password: string, caller: Caller) => Promise<readonly string[] | null>;
  readonly beginRenewal: (renewal: Renewal) => Promise<void>;
  /** In base32, as it is typed; null: nothing waits. */
  readonly waitingSecret: (renewal: Renewal) => Promise<string | null>;
  readonly proveRenewal: (renewal: Renewal, code: string) => Promise<boolean>;
  readonly sessions: (userId: string) => Promise<readonly OpenSession[]>;
  readonly endSession: (userId: string, sessionId: string) => Promise<boolean>;
  readonly endOthers: (userId: string, sessionId: string) => Promise<void>;
  readonly passkeys: (userId: string) => Promise<readonly Passkey[]>;
  readonly offerPasskey: (owner: KeyOwner, caller: Caller) => Promise<PublicKeyCredentialCreationOptionsJSON>;
  readonly addPasskey: (
    key: { readonly userId: string; readonly keyName: string },
    response: RegistrationResponseJSON,
    caller: Caller,
  ) => Promise<boolean>;
  readonly removePasskey: (userId: string, id: string) => Promise<string | null>;
  readonly askPasskey: (caller: Caller) => Promise<PublicKeyCredentialRequestOptionsJSON>;
  readonly signInByPasskey: (response: AuthenticationResponseJSON, caller: Caller) => Promise<PasskeyStep>;
  /** Whether a code, of the app or kept for the day it is lost, is one of this login's; uses nothing up. */
  readonly codeFits: (login: string, code: string) => Promise<boolean>;
};

export const ownMeans = (at: (caller: Pick<Caller, 'origin'>) => Door): OwnMeans => {
  const any = () => at({ origin: 'http://localhost' }); // where no cookie is read or set, either will do
  return {
    nameOf: async (userId) => (await (await any().auth.$context).internalAdapter.findUserById(userId))?.name ?? '',
    isPassword: (password, caller) => isOwnPassword(at(caller), password, caller),
    changePassword: (userId, change, caller) => changePassword(at(caller), userId, change, caller),
    recoveryCodesLeft: (userId) => countRecoveryCodes(any().auth, userId),
    renewRecoveryCodes: (password, caller) => renewRecoveryCodes(at(caller), password, caller),
    beginRenewal: (renewal) => beginRenewal(any().auth, renewal),
    waitingSecret: async (renewal) => (await waitingSecret(any().auth, renewal))?.base32 ?? null,
    proveRenewal: (renewal, code) => proveRenewal(any(), renewal, code),
    sessions: (userId) => openSessions(any().db, userId, systemClock.now()),
    endSession: (userId, sessionId) => endOneSession(any().db, userId, sessionId),
    endOthers: (userId, sessionId) => endOtherSessions(any().db, userId, sessionId),
    passkeys: (userId) => passkeysOf(any().db, userId),
    offerPasskey: (owner, caller) => offerPasskey(at(caller), owner, caller),
    addPasskey: (key, response, caller) => addPasskey(at(caller), key, response, caller),
    removePasskey: (userId, id) => deletePasskey(any().db, userId, id),
    askPasskey: (caller) => askPasskey(at(caller).auth, caller),
    signInByPasskey: (response, caller) => signInByPasskey(at(caller), response, caller),
    codeFits: (login, code) => codeFits(any().auth, login, code),
  };
};
