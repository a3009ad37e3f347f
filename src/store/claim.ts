import { createHmac, timingSafeEqual } from 'node:crypto';

import { makeClaimCode } from '../domain/claim-code.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';

/** Of the keys of claim codes some make codes and others hide them. Of each the newest is used; what an older one made is still good. */
export type ClaimKeys = Pick<Keyring, 'claimKeys'>;

type ClaimOf = { readonly tenantId: string; readonly reportId: string; readonly generation: number };

/**
 * The eight digits that prove a person filed this report. Derived, not drawn: when the answer to a form was lost on the way, the same form sent again
 * shows the same code, though only its hash is stored. A new generation voids the old code.
 */
export const claimCodeOf = (keys: ClaimKeys, claim: ClaimOf): string => {
  const [code] = claimCodesOf(keys, claim);
  if (code === undefined) throw new Error('an installation has a key of claim codes');
  return code;
};

/** The same under every key that is about: one of them was told to the reporter. */
export const claimCodesOf = (keys: ClaimKeys, { tenantId, reportId, generation }: ClaimOf): readonly string[] =>
  keys
    .claimKeys('claim-code')
    .map(({ key }) =>
      makeClaimCode(createHmac('sha256', key).update(`${tenantId} ${reportId} ${generation}`).digest()),
    );

/** The code whose hash is stored; null: it was made by a key that is lost. */
export const storedClaimCode = (keys: ClaimKeys, claim: ClaimOf, stored: Buffer): string | null =>
  claimCodesOf(keys, claim).find((code) => isClaimCode(keys, claim.reportId, stored, code)) ?? null;

/** What is stored. */
export const hashClaimCode = (keys: ClaimKeys, reportId: string, code: string): Buffer => {
  const [hash] = hashesOf(keys, reportId, code);
  if (hash === undefined) throw new Error('an installation has a key that hides claim codes');
  return hash;
};

/** Compares in constant time, with each key. */
export const isClaimCode = (keys: ClaimKeys, reportId: string, stored: Buffer, code: string): boolean =>
  hashesOf(keys, reportId, code)
    .map((hash) => timingSafeEqual(hash, stored))
    .includes(true);

const hashesOf = (keys: ClaimKeys, reportId: string, code: string): readonly Buffer[] =>
  keys.claimKeys('claim-hash').map(({ key }) => createHmac('sha256', key).update(`${reportId} ${code}`).digest());
