import { createHmac } from 'node:crypto';
import type { Transform } from 'node:stream';

import { openBytes, sealBytes } from './sealing.ts';
import { openingStream, sealingStream } from './sealing-stream.ts';

/** The data keys of one tenant, unwrapped: those in use, and the retired ones by id, which still open what they sealed. */
export type TenantKeys = {
  readonly tenantId: string;
  readonly sealKeyId: string;
  readonly lookupKeyId: string;
  readonly byId: ReadonlyMap<string, Buffer>;
};

export type Sealed = { readonly keyId: string; readonly sealed: Buffer };

/** Seals a text under the key in use. `aad` names the place it is for (table, row, field): copied elsewhere it does not open. */
export function seal(keys: TenantKeys, plaintext: string, aad: string): Sealed {
  const keyId = keys.sealKeyId;
  return { keyId, sealed: sealBytes(keyOf(keys, keyId), Buffer.from(plaintext), placeOf(keys, keyId, aad)) };
}

/** Throws when the value was changed, moved to another place or tenant, or its key is not among these. */
export function open(keys: TenantKeys, keyId: string, sealed: Buffer, aad: string): string {
  return openBytes(keyOf(keys, keyId), sealed, placeOf(keys, keyId, aad)).toString();
}

/** The same for what is too long to be held in one piece. */
export function sealStream(keys: TenantKeys, aad: string): { readonly keyId: string; readonly stream: Transform } {
  const keyId = keys.sealKeyId;
  return { keyId, stream: sealingStream(keyOf(keys, keyId), placeOf(keys, keyId, aad)) };
}

/** Errors at its end, where `open` throws: what it gave until then must not be used. */
export function openStream(keys: TenantKeys, keyId: string, aad: string): Transform {
  return openingStream(keyOf(keys, keyId), placeOf(keys, keyId, aad));
}

/**
 * What a value is found by without being shown: HMAC-SHA-256 under the tenant's look-up key. `field` keeps a telephone number apart from the same
 * digits in another field; `normalisedValue` is what two spellings of one value have in common.
 */
export function lookup(keys: TenantKeys, field: string, normalisedValue: string): Buffer {
  return createHmac('sha256', keyOf(keys, keys.lookupKeyId)).update(`${field}\0${normalisedValue}`).digest();
}

function keyOf(keys: TenantKeys, keyId: string): Buffer {
  const key = keys.byId.get(keyId);
  if (key === undefined) throw new Error(`data key ${keyId} is not among the keys of this tenant`);
  return key;
}

const placeOf = (keys: TenantKeys, keyId: string, aad: string): string => `${keys.tenantId}\0${keyId}\0${aad}`;
