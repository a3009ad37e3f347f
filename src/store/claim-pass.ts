import type { FastifyRequest } from 'fastify';

import type { Claim } from './claim-check.ts';
import type { Installation } from './installation.ts';
import { openPass, sealPass, type PassHolder } from './sealed-pass.ts';

/**
 * What a browser holds once number and code were right: the report and the generation of its code, so that a renewed code shuts out whoever came in
 * by the old one. No session is kept anywhere.
 */
export const claimPassMs = 60 * 60 * 1000;

/** Where a browser holds it: each report has a cookie of its own, which goes to the pages of that report alone. */
export const claimCookie = (number: string) =>
  ({ name: 'lacak', settings: { path: `/lacak/${number}`, httpOnly: true, sameSite: 'lax' } }) as const;

type Holder = Omit<PassHolder, 'kind'>;

export const sealClaimPass = (holder: Holder, { reportId, number, generation }: Claim, at: Date): string =>
  sealPass(
    { ...holder, kind: 'claim' },
    { r: reportId, n: number, g: generation },
    new Date(at.getTime() + claimPassMs),
  );

export const openClaimPass = (holder: Holder, pass: string, at: Date): Claim | null =>
  openPass({ ...holder, kind: 'claim' }, pass, at, read);

/** The report this browser was let in to, if it is the one of this number; whether its code was renewed since, the row of the report tells. */
export const claimOf = (
  { keyring, clock }: Installation,
  { tenant, cookies }: FastifyRequest,
  number: string,
): Claim | null => {
  const claim = openClaimPass({ keyring, tenantId: tenant.id }, cookies[claimCookie(number).name] ?? '', clock.now());
  return claim?.number === number ? claim : null;
};

const read = (content: object): Claim | null =>
  'r' in content &&
  typeof content.r === 'string' &&
  'n' in content &&
  typeof content.n === 'string' &&
  'g' in content &&
  typeof content.g === 'number'
    ? { reportId: content.r, number: content.n, generation: content.g }
    : null;
