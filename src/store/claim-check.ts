import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';

import type { Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { peek, take, type Limit } from '../platform/limit/limit.ts';
import { claimCodesOf, hashClaimCode, isClaimCode, type ClaimKeys } from './claim.ts';
import { addedAddressOf } from './contact-change-added.ts';
import { expireWaiting } from './contact-change-row.ts';
import type { Tx } from './tx.ts';

/** A number and a code as a person showed them, already read as digits. */
export type ShownClaim = {
  readonly tenantId: string;
  readonly number: string;
  readonly code: string;
  /** By the machine's time, which limits follow. */
  readonly at: Date;
  /** By the city's clock, which changes of contact are dated by; absent: the same. */
  readonly cityTime?: Date;
};

export type Claim = { readonly reportId: string; readonly number: string; readonly generation: number };

/**
 * Whether a code is that of a report. A wrong one counts, so the caller commits whatever the answer is. Ten wrong tries an hour and thirty for ever
 * per code; beyond that not even the right one is taken, and a new code sent to the contact starts anew. A new code voids the old one when it is
 * used: asking for one shuts nobody out; one sent to an address that was added a short while ago voids nothing. A number that is nobody's is counted
 * and answered like a wrong code. Tries at one number follow each other: many at once are as many as one after another.
 */
export const checkClaim = async (tx: Tx, keys: ClaimKeys, shown: ShownClaim): Promise<Result<Claim, Refusal>> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`claim ${shown.tenantId} ${shown.number}`}, 0))`.execute(
    tx,
  );
  const row = await tx
    .selectFrom('report')
    .select(['id', 'claim_hash', 'claim_generation', 'claim_offered'])
    .where('tenant_id', '=', shown.tenantId)
    .where('number', '=', shown.number)
    .executeTakeFirst();
  const limits = limitsOf(shown, row?.claim_offered ?? row?.claim_generation ?? 1);
  for (const limit of limits) {
    const { allowed, retryAfterSeconds } = await peek(tx, limit);
    if (!allowed) return refuse({ kind: 'too_many_tries', retryAfterSeconds });
  }
  // A number that is nobody's is compared as well: with a hash that no code has.
  const isRight = isClaimCode(keys, row?.id ?? nobody, row?.claim_hash ?? noHash, shown.code);
  if (row !== undefined && isRight)
    return ok({ reportId: row.id, number: shown.number, generation: row.claim_generation });
  const generation = row === undefined ? null : offeredGeneration(keys, shown, row);
  if (row !== undefined && generation !== null) {
    // It opens beside the older one: who has that may still say that the address is not theirs.
    const later = { tenantId: shown.tenantId, reportId: row.id, at: shown.cityTime ?? shown.at };
    if ((await addedAddressOf(tx, later)) !== null)
      return ok({ reportId: row.id, number: shown.number, generation: row.claim_generation });
    await useCode(tx, keys, shown, { reportId: row.id, generation });
    return ok({ reportId: row.id, number: shown.number, generation });
  }
  for (const limit of limits) await take(tx, limit);
  return refuse({ kind: 'wrong_code' });
};

type Offering = { readonly id: string; readonly claim_generation: number; readonly claim_offered: number | null };

/** Which of the codes that went out since is shown; null: none. Letters may come late and out of order: each of the last ones opens. */
const offeredGeneration = (
  keys: ClaimKeys,
  { tenantId, code }: ShownClaim,
  { id, claim_generation, claim_offered }: Offering,
): number | null => {
  const offered = claim_offered ?? claim_generation;
  const sentOut = Array.from({ length: lettersOpen }, (_, at) => offered - at).filter((one) => one > claim_generation);
  const right = sentOut.filter((generation) =>
    claimCodesOf(keys, { tenantId, reportId: id, generation })
      .map((sent) => isSame(sent, code))
      .includes(true),
  );
  return right[0] ?? null;
};

/** So many of the codes that went out last open. */
export const lettersOpen = 3;

/** From now on it is the code of the report; the one before, the browsers it let in, and an address they asked for, are shut out. */
const useCode = async (
  tx: Tx,
  keys: ClaimKeys,
  { tenantId, code }: ShownClaim,
  { reportId, generation }: { readonly reportId: string; readonly generation: number },
): Promise<void> => {
  await tx
    .updateTable('report')
    .set({ claim_generation: generation, claim_hash: hashClaimCode(keys, reportId, code) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', reportId)
    .execute();
  await expireWaiting(tx, tenantId, reportId);
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const nobody = '00000000-0000-0000-0000-000000000000';
const noHash: Buffer = Buffer.alloc(32);

const hourSeconds = 3_600;

const limitsOf = (
  { tenantId, number, at }: ShownClaim,
  generation: number,
): readonly (Limit & { readonly at: Date })[] => {
  const key = `claim-code ${number} ${generation}`;
  return [
    { tenantId, key, max: 30, windowSeconds: Infinity, at },
    { tenantId, key, max: 10, windowSeconds: hourSeconds, at },
  ];
};
