import { createHmac, timingSafeEqual } from 'node:crypto';

import { isUuid } from '../platform/db/uuid7.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import { keyInUse } from '../platform/keyring/handed-out-key.ts';

/** What a link in a letter opens: each kind has a key of its own, so that none can be shown in place of another. */
export type LetterPassKind =
  | 'follow'
  | 'unfollow'
  | 'contact'
  | 'contact_back'
  | 'notices'
  | 'sign_in'
  | 'sign_in_anew'
  | 'invitation';

export type LetterPassHolder = {
  readonly keyring: Pick<Keyring, 'handedOut'>;
  readonly tenantId: string;
  readonly kind: LetterPassKind;
};

/**
 * The id of a row with a mark that only this installation can make for this tenant and kind: who has the link got the letter. It is always the same, so
 * that a letter sent again is the same letter; how long it is good for, the row says. Short, because mail programs break long lines. A letter may be read
 * after years: what an older key made is taken for as long as that key is kept.
 */
export const sealLetterPass = (holder: LetterPassHolder, id: string): string =>
  Buffer.concat([bytesOf(id), markOf(keyInUse(keysOf(holder)), holder, id)]).toString('base64url');

/** The id in a link; null when it is none of this kind and tenant. */
export const openLetterPass = (holder: LetterPassHolder, pass: string): string | null => {
  const bytes = passShape.test(pass) ? Buffer.from(pass, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== idBytes + markBytes) return null;
  const id = idFrom(bytes.subarray(0, idBytes));
  const isOurs = keysOf(holder).map(({ key }) => timingSafeEqual(markOf(key, holder, id), bytes.subarray(idBytes)));
  return isUuid(id) && isOurs.includes(true) ? id : null;
};

/**
 * The look-up of an address with a mark of its own: who has the link got a letter at that address, of whatever kind. It outlives every row, for a letter
 * may be read after years.
 */
export const sealAddressPass = (holder: Omit<LetterPassHolder, 'kind'>, lookup: Buffer): string =>
  Buffer.concat([lookup, addressMark(keyInUse(addressKeysOf(holder)), holder, lookup)]).toString('base64url');

/** The look-up in a link; null when it is none of this tenant. */
export const openAddressPass = (holder: Omit<LetterPassHolder, 'kind'>, pass: string): Buffer | null => {
  const bytes = addressPassShape.test(pass) ? Buffer.from(pass, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== lookupBytes + markBytes) return null;
  const lookup = bytes.subarray(0, lookupBytes);
  const isOurs = addressKeysOf(holder).map(({ key }) =>
    timingSafeEqual(addressMark(key, holder, lookup), bytes.subarray(lookupBytes)),
  );
  return isOurs.includes(true) ? lookup : null;
};

const lookupBytes = 32;
const addressPassShape = /^[A-Za-z0-9_-]{64}$/;

type City = Omit<LetterPassHolder, 'kind'>;

const addressKeysOf = ({ keyring }: City) => keyring.handedOut('letter address');

const addressMark = (key: Buffer, { tenantId }: City, lookup: Buffer): Buffer =>
  createHmac('sha256', key).update(`${tenantId} `).update(lookup).digest().subarray(0, markBytes);

const idBytes = 16;
/** 128 bits: nobody guesses one. */
const markBytes = 16;
const passShape = /^[A-Za-z0-9_-]{43}$/;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

const idFrom = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const keysOf = ({ keyring, kind }: LetterPassHolder) => keyring.handedOut(`letter ${kind}`);

const markOf = (key: Buffer, { tenantId }: LetterPassHolder, id: string): Buffer =>
  createHmac('sha256', key).update(`${tenantId} ${id}`).digest().subarray(0, markBytes);
