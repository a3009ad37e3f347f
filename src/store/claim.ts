import { createHmac, timingSafeEqual } from 'node:crypto';

import { makeClaimCode } from '../domain/claim-code.ts';

/** The two keys of claim codes, derived from the installation's key: one makes codes, the other hides them. */
export type ClaimKeys = { readonly making: Buffer; readonly hiding: Buffer };

type ClaimOf = { readonly tenantId: string; readonly reportId: string; readonly generation: number };

/**
 * The eight digits that prove a person filed this report. Derived, not drawn: when the answer to a form was lost on the way, the same form sent again
 * shows the same code, though only its hash is stored. A new generation voids the old code.
 */
export const claimCodeOf = (keys: ClaimKeys, claim: ClaimOf): string => {
  const digest = createHmac('sha256', keys.making)
    .update(`${claim.tenantId} ${claim.reportId} ${claim.generation}`)
    .digest();
  return makeClaimCode(digest);
};

/** What is stored. */
export const hashClaimCode = (keys: ClaimKeys, reportId: string, code: string): Buffer =>
  createHmac('sha256', keys.hiding).update(`${reportId} ${code}`).digest();

/** Compares in constant time. */
export const isClaimCode = (keys: ClaimKeys, reportId: string, stored: Buffer, code: string): boolean =>
  timingSafeEqual(hashClaimCode(keys, reportId, code), stored);
