import { createHmac } from 'node:crypto';
import type { Transform } from 'node:stream';

import { openBytes, sealBytes } from './sealing.ts';
import { openingStream, sealingStream } from './sealing-stream.ts';

/** The data keys of one tenant, unwrapped: those in use, and the retired ones by id, which still open what they sealed. */
export type TenantKeys = {
  readonly tenantId: string;
  readonly sealKeyId: string;
  readonly lookupKeyId: string;
  /** Those before it, by which something may still be found, and one that comes into use in a moment. */
  readonly otherLookupKeyIds: readonly string[];
  readonly byId: ReadonlyMap<string, Buffer>;
  /** The key of the installation that wrapped them is lost: what they sealed cannot be opened any more. */
  readonly lostIds: ReadonlySet<string>;
};

export type Sealed = { readonly keyId: string; readonly sealed: Buffer };

/** Seals a text under the key in use. `aad` names the place it is for (table, row, field): copied elsewhere it does not open. */
export function seal(keys: TenantKeys, plaintext: string, aad: string): Sealed {
  const keyId = keys.sealKeyId;
  return { keyId, sealed: sealBytes(keyOf(keys, keyId), Buffer.from(plaintext), placeOf(keys, keyId, aad)) };
}

/** Null: its key is lost. Throws when the value was changed, or moved to another place or tenant. */
export function open(keys: TenantKeys, keyId: string, sealed: Buffer, aad: string): string | null {
  const key = keys.byId.get(keyId);
  return key === undefined ? null : openBytes(key, sealed, placeOf(keys, keyId, aad)).toString();
}

/** The same for what is too long to be held in one piece. */
export function sealStream(keys: TenantKeys, aad: string): { readonly keyId: string; readonly stream: Transform } {
  const keyId = keys.sealKeyId;
  return { keyId, stream: sealingStream(keyOf(keys, keyId), placeOf(keys, keyId, aad)) };
}

/** Null where `open` gives null. Errors at its end, where `open` throws: what it gave until then must not be used. */
export function openStream(keys: TenantKeys, keyId: string, aad: string): Transform | null {
  const key = keys.byId.get(keyId);
  return key === undefined ? null : openingStream(key, placeOf(keys, keyId, aad));
}

/**
 * What a value is found by without being shown: HMAC-SHA-256 under the tenant's look-up key. `field` keeps a telephone number apart from the same
 * digits in another field; `normalisedValue` is what two spellings of one value have in common.
 */
export function lookup(keys: TenantKeys, field: string, normalisedValue: string): Buffer {
  return hashUnder(keyOf(keys, keys.lookupKeyId), field, normalisedValue);
}

/** The same under every other key by which it may have been kept. */
export function otherLookups(keys: TenantKeys, field: string, normalisedValue: string): readonly Buffer[] {
  return keys.otherLookupKeyIds.map((id) => hashUnder(keyOf(keys, id), field, normalisedValue));
}

/** The look-up in use, and all others. */
export const lookups = (keys: TenantKeys, field: string, normalisedValue: string): readonly Buffer[] => [
  lookup(keys, field, normalisedValue),
  ...otherLookups(keys, field, normalisedValue),
];

const hashUnder = (key: Buffer, field: string, normalisedValue: string): Buffer =>
  createHmac('sha256', key).update(`${field}\0${normalisedValue}`).digest();

function keyOf(keys: TenantKeys, keyId: string): Buffer {
  const key = keys.byId.get(keyId);
  if (key === undefined) throw new Error(`data key ${keyId} is not among the keys of this tenant`);
  return key;
}

const placeOf = (keys: TenantKeys, keyId: string, aad: string): string => `${keys.tenantId}\0${keyId}\0${aad}`;
