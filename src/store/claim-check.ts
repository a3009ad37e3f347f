import { sql } from 'kysely';

import type { Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { peek, take, type Limit } from '../platform/limit/limit.ts';
import { isClaimCode, type ClaimKeys } from './claim.ts';
import type { Tx } from './tx.ts';

/** A number and a code as a person showed them, already read as digits. */
export type ShownClaim = {
  readonly tenantId: string;
  readonly number: string;
  readonly code: string;
  readonly at: Date;
};

export type Claim = { readonly reportId: string; readonly number: string; readonly generation: number };

/**
 * Whether a code is that of a report. A wrong one counts, so the caller commits whatever the answer is. Ten wrong tries an hour and thirty for ever
 * per code; beyond that not even the right one is taken, and a new code sent to the contact starts anew. A number that is nobody's is counted and
 * answered like a wrong code. Tries at one number follow each other: many at once are as many as one after another.
 */
export const checkClaim = async (tx: Tx, keys: ClaimKeys, shown: ShownClaim): Promise<Result<Claim, Refusal>> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`claim ${shown.tenantId} ${shown.number}`}, 0))`.execute(
    tx,
  );
  const row = await tx
    .selectFrom('report')
    .select(['id', 'claim_hash', 'claim_generation'])
    .where('tenant_id', '=', shown.tenantId)
    .where('number', '=', shown.number)
    .executeTakeFirst();
  const generation = row?.claim_generation ?? 1;
  const limits = limitsOf(shown, generation);
  for (const limit of limits) {
    const { allowed, retryAfterSeconds } = await peek(tx, limit);
    if (!allowed) return refuse({ kind: 'too_many_tries', retryAfterSeconds });
  }
  // A number that is nobody's is compared as well: with a hash that no code has.
  const isRight = isClaimCode(keys, row?.id ?? nobody, row?.claim_hash ?? noHash, shown.code);
  if (row !== undefined && isRight) return ok({ reportId: row.id, number: shown.number, generation });
  for (const limit of limits) await take(tx, limit);
  return refuse({ kind: 'wrong_code' });
};

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
